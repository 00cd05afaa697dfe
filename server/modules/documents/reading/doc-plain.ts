import { decodeLegacy, detectLegacy, type LegacyEncoding } from '#lib/legacy-encoding.ts';
import { Unreadable } from './blocks.ts';
import type { RawBlock, RawCell, RawPara, RawReading, RawTable } from './raw.ts';

const AS_STORED = { filterUnicode: false };

/** The text of a .doc without fonts and automatic numbers: the last resort, so the person is warned. */
export async function readDocPlain(bytes: Uint8Array): Promise<RawReading> {
  const { default: WordExtractor } = await import('word-extractor');
  const document = await new WordExtractor().extract(Buffer.from(bytes));
  const body = document.getBody(AS_STORED);
  if (body.trim() === '') throw new Unreadable('documents.no-text');
  const encoding = detectLegacy(body);
  const margins = `${document.getHeaders({ ...AS_STORED, includeFooters: true })}\n${document.getTextboxes(AS_STORED)}`;
  return {
    format: 'doc',
    part: 'WordDocument',
    blocks: toBlocks(unicode(body, encoding)),
    margins: unicode(margins, encoding).split('\n'),
    warnings: [
      { code: 'documents.doc-simple' },
      ...(encoding ? [{ code: 'documents.legacy-font', params: { encoding: encoding.toUpperCase() } }] : []),
    ],
    repairs: [],
  };
}

/** TCVN3's ư is the code of a soft hyphen, which the extractor writes as the word "undefined". */
function unicode(text: string, encoding: LegacyEncoding | null): string {
  if (!encoding) return text;
  const stored = encoding === 'tcvn3' ? text.replaceAll('undefined', '\u00AD') : text;
  return decodeLegacy(stored, encoding);
}

/** A tab closes a cell, a tab at the end of a line the row; other lines are paragraphs. */
function toBlocks(body: string): RawBlock[] {
  const blocks: RawBlock[] = [];
  let row: string[][] | null = null;
  let table: string[][][] = [];
  const closeTable = () => {
    if (table.length > 0) blocks.push(toTable(table));
    table = [];
  };
  for (const line of body.split(/\r?\n/)) {
    if (!line.includes('\t')) {
      if (row) row.at(-1)!.push(line);
      else if (line.trim() !== '') {
        closeTable();
        blocks.push(para(line));
      }
      continue;
    }
    const parts = line.split('\t');
    row ??= [[]];
    row.at(-1)!.push(parts[0]!);
    for (const part of parts.slice(1)) row.push([part]);
    if (!line.endsWith('\t')) continue;
    row.pop();
    if (table[0] && table[0].length !== row.length) closeTable();
    table.push(row);
    row = null;
  }
  closeTable();
  if (row)
    blocks.push(
      ...row
        .flat()
        .filter((text) => text.trim() !== '')
        .map(para),
    );
  return blocks;
}

function toTable(rows: string[][][]): RawTable {
  const cols = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row, r) =>
    row.map((content, c): RawCell => ({ row: r, col: c, rowSpan: 1, colSpan: 1, content: content.map(para) })),
  );
  return { kind: 'table', rows: rows.length, cols, cells, bordered: cols > 2, headerRows: 0 };
}

function para(text: string): RawPara {
  const runs = [{ text, bold: false, italic: false }];
  return { kind: 'para', runs, label: null, level: null, centred: false, style: null };
}
