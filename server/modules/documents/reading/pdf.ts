import { getResolvedPDFJS } from 'unpdf';
import { type PageGeometry, type Reading, Unreadable } from './blocks.ts';
import { type OperatorList, type Operators, PageContent } from './pdf-content.ts';
import { describeFont, type PdfFont } from './pdf-fonts.ts';
import { layOut, type PdfBlock } from './pdf-layout.ts';
import { toMatrix } from './pdf-matrix.ts';
import { isCentred, type PdfPara, paraRuns } from './pdf-paragraphs.ts';
import type { PdfTable } from './pdf-table.ts';
import type { PdfPage } from './pdf-types.ts';
import type { RawBlock, RawPara, RawReading } from './raw.ts';

/** A plan of hundreds of pages is a book that someone picked by mistake. */
const MAX_PAGES = 300;
const MIN_CHARS_A_PAGE = 50;
const MAX_MILLISECONDS = 45_000;
/** Ascent of Times in ems: from the baseline up to the top of a line's box. */
const ASCENT = 0.891;

type Document = Awaited<ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['getDocument']>['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** Reads a PDF that holds text: pdf.js decodes it, the geometry layer here makes lines, columns, tables and paragraphs. */
export async function readPdf(bytes: Uint8Array): Promise<RawReading> {
  const pdfjs = await getResolvedPDFJS();
  // pdf.js takes the memory of what it is given; pictures are never decoded.
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) {
      throw new Unreadable('documents.too-many-pages', { pages: document.numPages, limit: MAX_PAGES });
    }
    const read = await readPages(document, pdfjs.OPS as unknown as Operators);
    refuseScans(read.pages);
    return toReading(read);
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    await task.destroy();
  }
}

function asUnreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  const name = error instanceof Error ? error.name : '';
  return new Unreadable(name === 'PasswordException' ? 'documents.encrypted' : 'documents.broken');
}

interface ReadPages {
  pages: PdfPage[];
  legacy: Set<string>;
}

async function readPages(document: Document, ops: Operators): Promise<ReadPages> {
  const until = Date.now() + MAX_MILLISECONDS;
  const fonts = new Map<string, PdfFont>();
  const pages: PdfPage[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    if (Date.now() > until) throw new Unreadable('documents.too-long');
    const page = await document.getPage(n);
    const list = (await page.getOperatorList()) as OperatorList;
    await learnFonts(page, list, ops, fonts);
    pages.push(readPage(page, n, list, ops, fonts));
    page.cleanup();
  }
  const legacy = new Set([...fonts.values()].flatMap((font) => (font.legacy ? [font.legacy] : [])));
  return { pages, legacy };
}

function readPage(page: Page, n: number, list: OperatorList, ops: Operators, fonts: Map<string, PdfFont>): PdfPage {
  const view = page.getViewport({ scale: 1 });
  const plain = describeFont('');
  const content = new PageContent(
    n,
    toMatrix(view.transform) ?? [1, 0, 0, -1, 0, view.height],
    (id) => fonts.get(id) ?? plain,
    ops,
  );
  content.run(list);
  const aside = [...content.text.slanted];
  const stamped = signatureStamps(content);
  const runs = content.text.runs.filter((run, i) => {
    const taken = stamped.some(([from, to]) => i >= from && i < to);
    if (taken) aside.push(run.text);
    return !taken && run.x < view.width + 5 && run.x + run.width > -5 && run.y > -5 && run.y < view.height + 5;
  });
  runs.forEach((run, index) => {
    run.index = index;
  });
  return { page: n, width: view.width, height: view.height, runs, rules: content.rules, aside, images: content.images };
}

/** "Ký bởi: …, Thời gian ký: …" of a digital signature is no text of the plan; a number typed in by the registry is. */
function signatureStamps(content: PageContent): [number, number][] {
  return content.annotated.filter(([from, to]) => {
    const text = content.text.runs
      .slice(from, to)
      .map((run) => run.text)
      .join(' ');
    return /(?:Ký bởi|Người ký|Thời gian ký|Ngày ký|Digitally signed|Signature)\s*:?/i.test(text);
  });
}

async function learnFonts(page: Page, list: OperatorList, ops: Operators, fonts: Map<string, PdfFont>): Promise<void> {
  for (let i = 0; i < list.fnArray.length; i++) {
    if (list.fnArray[i] !== ops.setFont) continue;
    const id = String((list.argsArray[i] as unknown[])[0]);
    if (!fonts.has(id)) fonts.set(id, await fontOf(page, id));
  }
}

interface LoadedFont {
  name?: string;
  fontMatrix?: ArrayLike<number>;
}

/** The decoder delivers fonts on a channel of its own: usually they are there, else they come in a moment. */
async function fontOf(page: Page, id: string): Promise<PdfFont> {
  const objects = page.commonObjs as { get(id: string, done: (font: unknown) => void): unknown };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), 2000);
  });
  const font = (await Promise.race([new Promise((resolve) => objects.get(id, resolve)), late])) as LoadedFont | null;
  clearTimeout(timer);
  return describeFont(font?.name ?? '', Math.abs(Number(font?.fontMatrix?.[0]) || 0.001));
}

function charsOf(page: PdfPage): number {
  return page.runs.reduce((sum, run) => sum + run.text.replace(/\s/g, '').length, 0);
}

function refuseScans(pages: PdfPage[]): void {
  const chars = pages.reduce((sum, page) => sum + charsOf(page), 0);
  if (chars < MIN_CHARS_A_PAGE * pages.length) throw new Unreadable('documents.scanned', { pages: pages.length });
}

function warningsOf({ pages, legacy }: ReadPages): Reading['warnings'] {
  const scanned = pages.filter((page) => page.images > 0 && charsOf(page) < MIN_CHARS_A_PAGE).map((page) => page.page);
  const warnings: Reading['warnings'] = [...legacy].map((encoding) => ({
    code: 'documents.legacy-font',
    params: { encoding },
  }));
  if (scanned.length > 0) warnings.push({ code: 'documents.scanned-pages', params: { pages: scanned.join(', ') } });
  return warnings;
}

function toReading(read: ReadPages): RawReading {
  const { blocks, margins } = layOut(read.pages);
  const pages = read.pages.map(geometry);
  return {
    format: 'pdf',
    part: 'page 1',
    blocks: blocks.map((block) => rawBlock(block, pages)),
    margins: [...margins, ...read.pages.flatMap((page) => page.aside)],
    warnings: warningsOf(read),
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
