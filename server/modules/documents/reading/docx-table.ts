import type { BodyWalk, DocxBlock, DocxCell, DocxTable } from './docx-body.ts';
import { child, toggle, valOf, type XmlNode } from './xml-tree.ts';

type ReadBlocks = (container: XmlNode, walk: BodyWalk) => DocxBlock[];

interface OpenCell extends DocxCell {
  node: XmlNode;
}

/** Reads a table on its grid: gridSpan across, vMerge down (without a value it continues the cell above). */
export function readTable(table: XmlNode, walk: BodyWalk, readBlocks: ReadBlocks): DocxTable {
  const rows = rowsOf(table, walk);
  const cells: OpenCell[] = [];
  const open = new Map<number, OpenCell>();
  let cols = 0;
  let headerRows = 0;
  rows.forEach((row, r) => {
    const trPr = child(row, 'trPr');
    if (headerRows === r && toggle(trPr, 'tblHeader')) headerRows = r + 1;
    let col = whole(valOf(trPr, 'gridBefore'), 0);
    for (const node of cellsOf(row)) {
      const tcPr = child(node, 'tcPr');
      const colSpan = Math.min(200, Math.max(1, whole(valOf(tcPr, 'gridSpan'), 1)));
      const content = readBlocks(node, walk);
      placeCell({ row: r, col, rowSpan: 1, colSpan, content, node }, mergeOf(tcPr), cells, open);
      col += colSpan;
    }
    cols = Math.max(cols, col);
  });
  return {
    kind: 'table',
    rows: rows.length,
    cols,
    cells: cells.map(({ node: _, ...cell }) => cell),
    bordered: isBordered(table, cells, walk),
    headerRows: headerRows < rows.length ? headerRows : 0,
  };
}

/** Puts a cell on the grid, or into the cell that it continues. @param open cells that may go on downwards, by column */
export function placeCell<T extends DocxCell>(cell: T, merge: Merge, cells: T[], open: Map<number, T>): void {
  const above = open.get(cell.col);
  if (merge === 'across') {
    const left = cells.findLast((other) => other.row === cell.row && other.col + other.colSpan === cell.col);
    if (left) {
      left.colSpan += cell.colSpan;
      left.content.push(...cell.content);
      return;
    }
  }
  if (merge === 'continue' && above && above.row + above.rowSpan === cell.row) {
    above.rowSpan++;
    above.content.push(...cell.content);
    return;
  }
  for (let c = cell.col; c < cell.col + cell.colSpan; c++) open.delete(c);
  if (merge === 'start' || merge === 'continue') open.set(cell.col, cell);
  cells.push(cell);
}

export type Merge = 'none' | 'start' | 'continue' | 'across';

function mergeOf(tcPr: XmlNode | undefined): Merge {
  const across = child(tcPr, 'hMerge');
  if (across && across.attrs.val !== 'restart') return 'across';
  const down = child(tcPr, 'vMerge');
  if (!down) return 'none';
  return down.attrs.val === 'restart' ? 'start' : 'continue';
}

/** Rows, also those inside content controls; rows deleted under tracking are gone. */
function rowsOf(table: XmlNode, walk: BodyWalk): XmlNode[] {
  return table.children.flatMap((item) => {
    if (item.name === 'tr') {
      if (!child(child(item, 'trPr'), 'del')) return [item];
      walk.notes.revisions = true;
      return [];
    }
    if (item.name === 'sdt') return rowsOf(child(item, 'sdtContent') ?? item, walk);
    return item.name === 'customXml' || item.name === 'ins' ? rowsOf(item, walk) : [];
  });
}

function cellsOf(row: XmlNode): XmlNode[] {
  return row.children.flatMap((item) => {
    if (item.name === 'tc') return [item];
    if (item.name === 'sdt') return cellsOf(child(item, 'sdtContent') ?? item);
    return item.name === 'customXml' ? cellsOf(item) : [];
  });
}

const SIDES = ['top', 'left', 'bottom', 'right'] as const;

/** Whether most cells stand between lines, by cell, table or table style. One line alone (under a title) is decoration. */
function isBordered(table: XmlNode, cells: OpenCell[], walk: BodyWalk): boolean {
  const tblPr = child(table, 'tblPr');
  const own = child(tblPr, 'tblBorders');
  const styled = walk.styles.tableBorders(valOf(tblPr, 'tblStyle'));
  const ofTable = (side: string): boolean | undefined => lineOf(own, side) ?? lineOf(styled, side);
  const rows = Math.max(...cells.map((cell) => cell.row), 0);
  let boxed = 0;
  for (const cell of cells) {
    const borders = child(child(cell.node, 'tcPr'), 'tcBorders');
    const lines = SIDES.filter((side) => {
      const inner = side === 'left' || side === 'right' ? 'insideV' : 'insideH';
      const outer = (side === 'top' && cell.row === 0) || (side === 'bottom' && cell.row === rows);
      return lineOf(borders, side) ?? ofTable(outer ? side : inner) ?? false;
    });
    if (lines.length >= 2) boxed++;
  }
  return boxed * 2 >= cells.length && boxed > 0;
}

function lineOf(borders: XmlNode | undefined, side: string): boolean | undefined {
  const alias = side === 'left' ? 'start' : side === 'right' ? 'end' : side;
  const line = child(borders, side) ?? child(borders, alias);
  if (!line) return undefined;
  return !/^(?:nil|none)$/.test(line.attrs.val ?? 'none');
}

function whole(text: string | undefined, fallback: number): number {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) && value >= 0 ? value : fallback;
}
