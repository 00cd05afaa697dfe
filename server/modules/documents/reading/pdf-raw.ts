import type { PageGeometry, Reading } from './blocks.ts';
import { layOut, type PdfBlock } from './pdf-layout.ts';
import type { ReadPages } from './pdf-pages.ts';
import { isCentred, type PdfPara } from './pdf-paragraphs.ts';
import type { PdfTable } from './pdf-table.ts';
import { paraRuns } from './pdf-text.ts';
import type { PdfPage } from './pdf-types.ts';
import type { RawBlock, RawPara, RawReading } from './raw.ts';

/** Ascent of Times in ems: from the baseline up to the top of a line's box. */
const ASCENT = 0.891;

/** Lays the pages out and hands them on with their geometry, so that the review screen can draw them. */
export function toRawReading(read: ReadPages, warnings: Reading['warnings']): RawReading {
  const { blocks, margins } = layOut(read.pages);
  const pages = read.pages.map(geometry);
  return {
    format: 'pdf',
    part: 'page 1',
    blocks: blocks.map((block) => rawBlock(block, pages)),
    margins: [...margins, ...read.pages.flatMap((page) => page.aside)],
    warnings,
    repairs: [],
    pages,
  };
}

function geometry(page: PdfPage): PageGeometry {
  const runs = page.runs.map((run) => ({
    x: round(run.x),
    y: round(run.y - run.size * ASCENT),
    width: round(run.width),
    size: round(run.size),
    text: run.text.normalize('NFC'),
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italic: true } : {}),
  }));
  const rules = page.rules.map((r) => ({
    x: round(r.x),
    y: round(r.y),
    width: round(r.width),
    height: round(r.height),
  }));
  return { page: page.page, width: round(page.width), height: round(page.height), runs, rules };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function rawBlock(block: PdfBlock, pages: PageGeometry[]): RawBlock {
  return block.kind === 'para' ? rawPara(block.para, pages, true) : rawTable(block.table, pages);
}

function rawPara(para: PdfPara, pages: PageGeometry[], outside: boolean): RawPara {
  const first = para.lines[0]!;
  const here = para.lines.filter((line) => line.page === first.page);
  const x = Math.min(...here.map((line) => line.x0));
  const y = Math.min(...here.map((line) => line.y - line.size * ASCENT));
  const right = Math.max(...here.map((line) => line.x1));
  const bottom = Math.max(...here.map((line) => line.y + line.size * 0.22));
  return {
    kind: 'para',
    runs: paraRuns(para),
    label: null,
    level: null,
    centred: outside && para.lines.every((line) => isCentred(line, para.column)),
    style: null,
    page: first.page,
    box: [round(x), round(y), round(right - x), round(bottom - y)],
    placed: (id) => markRuns(para, pages, id),
  };
}

function markRuns(para: PdfPara, pages: PageGeometry[], id: number): void {
  for (const line of para.lines) {
    for (const run of line.runs) {
      const shown = pages[run.page - 1]?.runs[run.index];
      if (shown) shown.block ??= id;
    }
  }
}

function rawTable(table: PdfTable, pages: PageGeometry[]): RawBlock {
  const cells = table.cells.map(({ paras, ...cell }) => ({
    ...cell,
    content: paras.map((para) => rawPara(para, pages, false)),
  }));
  const page = Math.min(table.page, ...table.cells.flatMap((cell) => cell.paras.map((para) => para.lines[0]!.page)));
  const x = table.xs[0]!;
  const box: [number, number, number, number] = [
    round(x),
    round(table.y0),
    round(table.xs.at(-1)! - x),
    round(table.y1 - table.y0),
  ];
  return {
    kind: 'table',
    rows: table.rows,
    cols: table.cols,
    cells,
    bordered: true,
    headerRows: table.headerRows,
    page,
    box,
  };
}
