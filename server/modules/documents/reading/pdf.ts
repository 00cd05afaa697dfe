import { getResolvedPDFJS } from 'unpdf';
import { type Reading, Unreadable } from './blocks.ts';
import type { Operators } from './pdf-content.ts';
import { type ReadPages, readPages } from './pdf-pages.ts';
import { toRawReading } from './pdf-raw.ts';
import type { PdfPage } from './pdf-types.ts';
import type { RawReading } from './raw.ts';
import { refuseSecret } from './secrecy.ts';

/** A plan of hundreds of pages is a book that someone picked by mistake. */
const MAX_PAGES = 300;
const MIN_CHARS_A_PAGE = 50;
/** A page with fewer letters in a file that has text is a picture, or empty: pictures are not decoded, so it is not known which. */
const SILENT_PAGE = 15;

/** Reads a PDF that holds text: pdf.js decodes it, the geometry layer here makes lines, columns, tables and paragraphs. */
export async function readPdf(bytes: Uint8Array): Promise<RawReading> {
  const pdfjs = await getResolvedPDFJS();
  // pdf.js takes the memory of what it is given, and takes no Buffer; pictures are never decoded.
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
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
    const raw = toRawReading(read, warningsOf(read));
    refuseScans(read.pages, raw);
    return raw;
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

function charsOf(page: PdfPage): number {
  return page.runs.reduce((sum, run) => sum + run.text.replace(/\s/g, '').length, 0);
}

function refuseScans(pages: PdfPage[], raw: RawReading): void {
  const chars = pages.reduce((sum, page) => sum + charsOf(page), 0);
  if (chars >= MIN_CHARS_A_PAGE * pages.length) return;
  // The few letters of a scan may be its secrecy mark: that is a refusal of another kind.
  refuseSecret(raw);
  throw new Unreadable('documents.scanned', { pages: pages.length });
}

function warningsOf({ pages, legacy }: ReadPages): Reading['warnings'] {
  const scanned = pages.filter((page) => charsOf(page) < SILENT_PAGE).map((page) => page.page);
  const warnings: Reading['warnings'] = [...legacy].map((encoding) => ({
    code: 'documents.legacy-font',
    params: { encoding },
  }));
  if (scanned.length > 0) warnings.push({ code: 'documents.scanned-pages', params: { pages: scanned.join(', ') } });
  return warnings;
}
