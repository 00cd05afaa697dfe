import { findHits } from './channel-hits.ts';
import type { ChannelSource } from './channels.ts';
import { isLine, type Line, type Piece, toLine } from './lines.ts';
import { settleFormColumn } from './matrix.ts';
import type { Node } from './node.ts';
import type { TableFound } from './tables.ts';

/** Where channels may be named, the parts that are about channels first. */
export function channelSources(root: Node, tables: readonly TableFound[]): ChannelSource[] {
  return [...channelLines(root), ...tables.flatMap(channelCells)];
}

function channelLines(root: Node): ChannelSource[] {
  const sources: ChannelSource[] = [];
  const add = (line: Line, place: ChannelSource['place'], from = 0) =>
    sources.push({ line, from, to: line.text.length, place });
  const visit = (node: Node, above: ChannelSource['place']) => {
    const place = above === 'channel' && node.roles.length === 0 ? above : placeOf(node);
    const headed = node.title !== null && node.body.length + node.children.length > 0;
    if (node.line && place === 'duty' && node.title && isChannelName(node.title)) add(node.line, 'channel');
    else if (node.line && (node.inline || place === 'channel'))
      add(node.line, place, place === 'channel' && headed ? node.line.text.length : 0);
    for (const entry of node.body) if (isLine(entry)) add(entry, place);
    for (const child of node.children) visit(child, place);
  };
  for (const section of root.children) visit(section, 'other');
  return sources;
}

/** Cells that say where something appears, or name it ("01 chuyên mục trên Đài …"). */
function channelCells({ grid }: TableFound): ChannelSource[] {
  const columns = settleFormColumn(grid).columns;
  return columns.flatMap((column, i) => {
    if (column !== 'channel' && column !== 'coordinating' && column !== 'product') return [];
    const cells = grid.rows.map((row) => row[i]).filter((cell) => cell?.own === true);
    return cells
      .flatMap((cell) => (cell?.cell?.paras ?? []).map(toLine))
      .map((line) => ({ line, from: 0, to: line.text.length, place: column === 'channel' ? 'channel' : 'other' }));
  });
}

/** "Báo và Phát thanh, Truyền hình …", "Cổng Thông tin điện tử tỉnh" as the name of who acts: a channel with its owner. */
function isChannelName(title: Piece): boolean {
  const hit = findHits(title.text, 0, true)[0];
  return hit !== undefined && hit.from === 0 && hit.to >= title.text.length - 1;
}

function placeOf(node: Node): ChannelSource['place'] {
  if (node.role === 'channel' || node.roles.includes('channel')) return 'channel';
  if (node.role === 'solution' && /hinh thuc|phuong thuc|cach thuc/.test(node.line?.fold ?? '')) return 'channel';
  if (node.role === 'solution') return 'duty';
  return node.role === 'duty' ? 'duty' : 'other';
}
