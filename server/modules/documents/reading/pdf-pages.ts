import type { getResolvedPDFJS } from 'unpdf';
import { Unreadable } from './blocks.ts';
import { type OperatorList, type Operators, PageContent } from './pdf-content.ts';
import { describeFont, type PdfFont } from './pdf-fonts.ts';
import { toMatrix } from './pdf-matrix.ts';
import type { PdfPage } from './pdf-types.ts';

const MAX_MILLISECONDS = 45_000;

export type PdfDocument = Awaited<ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['getDocument']>['promise']>;
type Page = Awaited<ReturnType<PdfDocument['getPage']>>;

export interface ReadPages {
  pages: PdfPage[];
  legacy: Set<string>;
}

/** Reads the drawing of every page: characters with their places, and lines. Pictures are only counted. */
export async function readPages(document: PdfDocument, ops: Operators): Promise<ReadPages> {
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
