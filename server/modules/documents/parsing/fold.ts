/**
 * Lower case without marks, letter for letter: the folded text has the length of the original, so that what a pattern
 * finds in one stands at the same place in the other. Also makes old and new tone placement (hòa, hoà) one pattern.
 */
const folded = new Map<string, string>();

function foldChar(char: string): string {
  let plain = folded.get(char);
  if (plain === undefined) {
    const base = char.toLowerCase().normalize('NFD').charAt(0);
    plain =
      base === 'đ' || base === 'ð'
        ? 'd'
        : base === 'ƣ'
          ? 'u'
          : DASHES.has(char)
            ? '-'
            : QUOTES.has(char)
              ? '"'
              : base || char;
    folded.set(char, plain);
  }
  return plain;
}

const DASHES = new Set(['–', '—', '−', '‑', '‐']);
const QUOTES = new Set(['“', '”', '„', '″', '«', '»']);

/** @param text NFC. @returns a text of the same length in lower-case ASCII where the original is Vietnamese */
export function foldLetters(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) out += code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : text.charAt(i);
    else out += foldChar(text.charAt(i));
  }
  return out;
}

/** Printed in capitals: letters, and none of them small (a stray small letter from a scan is forgiven). */
export function isCapitals(text: string): boolean {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper >= 3 && lower <= upper * 0.08;
}
