/** Numbers as Word prints them in lists: the formats of ST_NumberFormat that Vietnamese documents meet. */

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 1 → 'I'; 0 and numbers above 3,999 stay Arabic. */
export function toRoman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let rest = n;
  let out = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  }
  return out;
}

/** 1 → 'A', 27 → 'AA', 28 → 'BB': Word repeats the letter. */
function toLetters(n: number): string {
  if (n < 1) return String(n);
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.min(20, Math.floor((n - 1) / 26) + 1));
}

function enclosed(n: number): string {
  return n >= 1 && n <= 20 ? String.fromCharCode(0x2460 + n - 1) : String(n);
}

/** @param format w:numFmt of the level; unknown formats print Arabic figures */
export function formatNumber(n: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return toRoman(n);
    case 'lowerRoman':
      return toRoman(n).toLowerCase();
    case 'upperLetter':
      return toLetters(n);
    case 'lowerLetter':
      return toLetters(n).toLowerCase();
    case 'decimalZero':
      return n < 10 ? `0${n}` : String(n);
    case 'decimalEnclosedCircle':
      return enclosed(n);
    case 'numberInDash':
      return `- ${n} -`;
    case 'none':
      return '';
    case 'bullet':
      return '•';
    default:
      return String(n);
  }
}
