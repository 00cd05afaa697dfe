/** Levels of the automatic list that Word keeps for headings: 'I.', '1.', '1.1.', 'a)'. */
export const headingLevels = ['roman', 'arabic', 'sub', 'letter'] as const;

const ROMAN: [number, string][] = [
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

/** 14 → 'XIV'; for section numerals, so up to a few hundred. */
export function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/**
 * The number as printed: 'I.', '1.', '1.1.', 'a)', from what a plan holds ('I', '1', '1.', '1.1', 'a', 'a)').
 * Empty answers null.
 */
export function printedNumber(number: string | null): string | null {
  const bare = (number ?? '').trim().replace(/[.\s]+$/, '');
  if (bare === '') return null;
  if (bare.endsWith(')')) return bare;
  return /^[a-zđ]$/.test(bare) ? `${bare})` : `${bare}.`;
}

/** Level of a printed number in the heading list, null where it is none of ours. */
export function levelOf(printed: string): number | null {
  if (/^[IVXLC]+\.$/.test(printed)) return 0;
  if (/^\d{1,3}\.$/.test(printed)) return 1;
  if (/^\d{1,3}\.\d{1,3}\.$/.test(printed)) return 2;
  return /^[a-zđ]\)$/.test(printed) ? 3 : null;
}

/**
 * Whether Word's automatic list would print exactly these numbers, in this order. Word's letters are the English
 * alphabet, ours go a, b, c, d, đ: a list that reaches đ must be typed.
 */
export function isRegular(printed: string[]): boolean {
  const counters = [0, 0, 0, 0];
  return printed.every((number) => {
    const level = levelOf(number);
    if (level === null) return false;
    counters[level] = (counters[level] ?? 0) + 1;
    counters.fill(0, level + 1);
    return number === wordPrints(level, counters);
  });
}

function wordPrints(level: number, counters: number[]): string {
  const [section = 0, point = 0, sub = 0, letter = 0] = counters;
  if (level === 0) return `${roman(section)}.`;
  if (level === 1) return `${point}.`;
  // Word counts a skipped level as 1 the moment a deeper one appears, which no careful typist would print.
  if (level === 2) return point === 0 ? '' : `${point}.${sub}.`;
  return letter <= 26 ? `${String.fromCharCode(96 + letter)})` : '';
}
