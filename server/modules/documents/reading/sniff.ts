import { Unreadable } from './blocks.ts';
import { readCompoundFile } from './cfb.ts';
import { openArchive } from './zip.ts';

/** What a file is by its first bytes; the name is never trusted. */
export type Sniffed = { kind: 'docx' | 'pdf' | 'html' | 'doc' | 'text' } | { kind: 'unsupported'; type: string };

const SIGNATURES: [RegExp, string][] = [
  [/^\xFF\xD8\xFF/, 'JPEG'],
  [/^\x89PNG/, 'PNG'],
  [/^GIF8/, 'GIF'],
  [/^(?:II\*\0|MM\0\*)/, 'TIFF'],
  [/^RIFF[\s\S]{4}WEBP/, 'WebP'],
  [/^[\s\S]{4}ftyp(?:heic|heix|mif1)/, 'HEIC'],
  [/^BM[\s\S]{4}\0\0\0\0/, 'BMP'],
  [/^Rar!/, 'RAR'],
  [/^7z\xBC\xAF/, '7z'],
  [/^\{\\rtf/, 'RTF'],
  [/^(?:MIME-Version:|From: [\s\S]{0,400}?MIME-Version:)/i, 'MHTML'],
  [/^MZ/, 'EXE'],
  [/^[\s\S]{4}ftyp/, 'MP4'],
  [/^ID3/, 'MP3'],
  [/^%!PS/, 'PostScript'],
];

const HTML_START =
  /^(?:<!--[\s\S]*?-->|<\?xml[^>]*\?>|\s)*<(?:!doctype\s+html|html|head|body|meta|title|style|div|p|table|h[1-6]|span|ol|ul|center|font)\b/i;

/** @throws Unreadable where the file can be named broken, encrypted or hostile at once */
export function sniff(bytes: Uint8Array): Sniffed {
  const start = latin1(bytes.subarray(0, 2048));
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return sniffZip(bytes);
  if (start.startsWith('\xD0\xCF\x11\xE0')) return sniffCompound(bytes);
  // Some programs write a few bytes before the mark; readers accept it within the first kilobyte.
  if (start.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf' };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { kind: 'unsupported', type: 'GZIP' };
  const signature = SIGNATURES.find(([pattern]) => pattern.test(start));
  if (signature) return { kind: 'unsupported', type: signature[1] };
  return sniffText(bytes, start);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function sniffZip(bytes: Uint8Array): Sniffed {
  const archive = openArchive(bytes);
  const has = (pattern: RegExp) => archive.names.some((name) => pattern.test(name));
  if (has(/^word\/|^[^/]*document\d*\.xml$/i)) return { kind: 'docx' };
  if (has(/^xl\//)) return { kind: 'unsupported', type: 'Excel (.xlsx)' };
  if (has(/^ppt\//)) return { kind: 'unsupported', type: 'PowerPoint (.pptx)' };
  if (archive.has('mimetype') && has(/^content\.xml$/)) return { kind: 'unsupported', type: 'OpenDocument (.odt)' };
  if (has(/^mimetype$/)) return { kind: 'unsupported', type: 'EPUB' };
  return { kind: 'unsupported', type: 'ZIP' };
}

function sniffCompound(bytes: Uint8Array): Sniffed {
  const file = readCompoundFile(bytes);
  if (!file) throw new Unreadable('documents.broken');
  const has = (...names: string[]) => names.some((name) => file.streams.includes(name));
  if (has('EncryptedPackage') || file.wordEncrypted) throw new Unreadable('documents.encrypted');
  if (has('WordDocument')) return { kind: 'doc' };
  if (has('Workbook', 'Book')) return { kind: 'unsupported', type: 'Excel (.xls)' };
  if (has('PowerPoint Document')) return { kind: 'unsupported', type: 'PowerPoint (.ppt)' };
  if (has('__properties_version1.0')) return { kind: 'unsupported', type: 'Outlook (.msg)' };
  throw new Unreadable('documents.unknown-type');
}

function sniffText(bytes: Uint8Array, start: string): Sniffed {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const head = wide ? new TextDecoder(wide).decode(bytes.subarray(0, 2048)) : start.replace(/^\xEF\xBB\xBF/, '');
  if (/^\s*<\?xml/.test(head) && !HTML_START.test(head)) return { kind: 'unsupported', type: 'XML' };
  if (HTML_START.test(head)) return { kind: 'html' };
  if (wide === null && isBinary(bytes)) throw new Unreadable('documents.unknown-type');
  return { kind: 'text' };
}

/** Text has no NUL and hardly any control character. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let odd = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 11 && byte !== 27) odd++;
  }
  return odd > sample.length * 0.005;
}
