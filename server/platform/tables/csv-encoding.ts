export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'legacy';

/** Brings text in a pre-Unicode Vietnamese font encoding to Unicode; null when the text is not in one. */
export type LegacyDecoder = (latin1: string) => string | null;

/**
 * Text of a file whose encoding nobody told: by its mark, by the zero bytes of UTF-16, else UTF-8 where that is
 * valid, else what `legacy` recognises, else Windows-1258 ("ANSI" of a Vietnamese Windows). Answers NFC.
 */
export function decodeText(bytes: Uint8Array, legacy?: LegacyDecoder): { text: string; encoding: CsvEncoding } {
  const wide = utf16Of(bytes);
  if (wide) return { text: decode(bytes, wide), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC'), encoding: 'utf-8' };
  } catch {
    const old = legacy?.(Buffer.from(bytes).toString('latin1')) ?? null;
    if (old !== null) return { text: old.normalize('NFC'), encoding: 'legacy' };
    return { text: decode(bytes, 'windows-1258'), encoding: 'windows-1258' };
  }
}

// Windows-1258 writes tones as marks after the letter; NFC joins them.
const decode = (bytes: Uint8Array, encoding: CsvEncoding) => new TextDecoder(encoding).decode(bytes).normalize('NFC');

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 5 && even === 0) return 'utf-16le';
  return even > head.length / 5 && odd === 0 ? 'utf-16be' : null;
}
