/** Characters that symbol fonts draw in the place of letters, for `w:sym` and for private codes (U+F0xx) in text. */

const WINGDINGS: Record<number, string> = {
  108: '●',
  110: '■',
  111: '☐',
  113: '❑',
  118: '❖',
  167: '▪',
  168: '☐',
  216: '➢',
  224: '→',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const SYMBOL: Record<number, string> = {
  43: '+',
  45: '-',
  163: '≤',
  165: '∞',
  171: '↔',
  174: '→',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  222: '⇒',
};
const WINGDINGS2: Record<number, string> = { 80: '✓', 82: '☑', 83: '☒', 163: '☐' };

/** Text of `<w:sym w:font w:char>`; a bullet where the figure is not known. */
export function symbolText(font: string | undefined, hex: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16);
  if (!Number.isFinite(code)) return '';
  return symbolChar(font, code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code);
}

/** @param code character code inside the font, private offset taken off */
export function symbolChar(font: string | undefined, code: number): string {
  const name = (font ?? '').toLowerCase();
  if (name.startsWith('wingdings 2')) return WINGDINGS2[code] ?? '•';
  if (name.startsWith('wingdings') || name.startsWith('webdings')) return WINGDINGS[code] ?? '•';
  if (name.startsWith('symbol')) return SYMBOL[code] ?? (code < 0x7f ? String.fromCharCode(code) : '•');
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}
