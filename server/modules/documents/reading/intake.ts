import { type Reading, Unreadable } from './blocks.ts';
import type { RawReading } from './raw.ts';
import { refuseSecret, refuseSecretText } from './secrecy.ts';
import { type Sniffed, sniff } from './sniff.ts';

/** Largest file that is taken in, in bytes. */
export const MAX_BYTES = 50 * 1024 * 1024;

/** Text alone is never that long in a plan. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

const EXTENSIONS: Record<string, RegExp> = {
  docx: /\.(?:docx|docm|dotx|dotm)$/i,
  pdf: /\.pdf$/i,
  html: /\.(?:html?|xhtml)$/i,
  doc: /\.(?:doc|dot)$/i,
  text: /\.(?:txt|md|markdown|text)$/i,
};
const TYPE_NAMES: Record<string, string> = {
  docx: 'Word (.docx)',
  pdf: 'PDF',
  html: 'HTML',
  doc: 'Word (.doc)',
  text: 'TXT',
};

/**
 * From the bytes of a file to its blocks. The reader is chosen by what the file is, not by its name, and is only
 * loaded then.
 * @param fileName as uploaded; only compared with what the bytes say
 * @param withPictures a story is wanted: with its pictures and the look of its words
 * @throws Unreadable with a code of reading-codes.ts; nothing else
 */
export async function readDocument(bytes: Uint8Array, fileName: string, withPictures = false): Promise<Reading> {
  try {
    if (bytes.length === 0) throw new Unreadable('documents.empty');
    if (bytes.length > MAX_BYTES) throw new Unreadable('documents.too-large', { limit: MAX_BYTES / 1024 / 1024 });
    const found = sniff(bytes);
    if (found.kind === 'unsupported') throw new Unreadable('documents.unsupported', { type: found.type });
    const reading = await read(bytes, found.kind, withPictures);
    if (!reading.blocks.some((block) => block.kind === 'table' || /[\p{L}\p{N}]/u.test(block.text))) {
      throw new Unreadable('documents.no-text');
    }
    warnMisnamed(reading, found, fileName);
    return reading;
  } catch (error) {
    // Whatever a damaged file makes a parser do, the person gets one sentence. The cause may quote the file: it is not kept.
    throw error instanceof Unreadable ? error : new Unreadable('documents.broken');
  }
}

type Readable = Exclude<Sniffed['kind'], 'unsupported'>;

async function read(bytes: Uint8Array, kind: Readable, withPictures: boolean): Promise<Reading> {
  if (kind === 'text') {
    if (bytes.length > MAX_TEXT_BYTES) throw new Unreadable('documents.too-long');
    const { readText } = await import('./text.ts');
    const reading = readText(bytes);
    refuseSecretText(reading.text);
    const { doubtsAboutTables } = await import('./table-doubts.ts');
    reading.warnings.push(...doubtsAboutTables(reading.blocks));
    return suggest(reading);
  }
  const raw = await readRaw(bytes, kind, withPictures);
  // Formats without pictures still tell how their words look.
  if (withPictures) raw.pictures ??= [];
  refuseSecret(raw);
  const { assemble } = await import('./assemble.ts');
  const reading = await suggest(assemble(raw));
  return raw.pages ? { ...reading, pages: raw.pages } : reading;
}

async function readRaw(bytes: Uint8Array, kind: Exclude<Readable, 'text'>, pictures: boolean): Promise<RawReading> {
  switch (kind) {
    case 'docx':
      return (await import('./docx.ts')).readDocx(bytes, pictures);
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes);
    case 'html':
      return (await import('./html.ts')).readHtml(bytes);
    case 'doc':
      return (await import('./doc.ts')).readDoc(bytes);
  }
}

async function suggest(reading: Reading): Promise<Reading> {
  const { suggestRepairs } = await import('./normalise.ts');
  return suggestRepairs(reading);
}

function warnMisnamed(reading: Reading, found: Sniffed, fileName: string): void {
  const named = /\.[a-z0-9]{1,5}$/i.test(fileName);
  if (!named || EXTENSIONS[found.kind]?.test(fileName)) return;
  reading.warnings.unshift({ code: 'documents.misnamed', params: { type: TYPE_NAMES[found.kind] ?? found.kind } });
}
