/** What a label counts: 'II.' is the second of a series of Roman numbers, '2.1.' the first below the second. */
export type Kind = 'part' | 'capital' | 'roman' | 'decimal' | 'letter' | 'small-roman' | 'bracket' | 'bullet';

export interface Numbering {
  kind: Kind;
  /** Position in its series, from 1; 0 for bullets. */
  value: number;
  /** All positions of a decimal number: '2.1' → [2, 1]. */
  path: number[];
  /** As it is quoted: 'II', '2.1', 'a', '-'. */
  name: string;
  /** '.', ')', '/' … after the number; series that differ in it are different series. */
  mark: string;
}

const ALPHABET = 'abcdđefghijklmnopqrstuvwxyz';
const ROMANS: [string, number][] = [
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

export function romanValue(text: string): number | null {
  let rest = text.toUpperCase();
  let value = 0;
  for (const [sign, worth] of ROMANS) {
    while (rest.startsWith(sign)) {
      value += worth;
      rest = rest.slice(sign.length);
    }
  }
  return rest === '' && value > 0 ? value : null;
}

export const toRoman = (value: number): string => {
  let rest = value;
  let out = '';
  for (const [sign, worth] of ROMANS) {
    while (rest >= worth) {
      out += sign;
      rest -= worth;
    }
  }
  return out;
};

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/**
 * Reads a label. Several readings are possible ('I.' may follow 'H.', 'i)' may follow 'h)'), the likeliest comes first.
 * @param label as printed: 'I.', '2.1.', 'a)', '-'
 */
export function readLabel(label: string): Numbering[] {
  const clean = label.trim();
  const division = /^(?:phần|chương|mục|điều)\s+(?:(thứ\s+)?(\p{L}+|\d+))/iu.exec(clean);
  if (division) return [readDivision(clean, division[2] ?? '')];
  const core = /^\(?([\p{L}\d.]*?[\p{L}\d])\s*([.)/:–-]*)$/u.exec(clean);
  if (!core) return [{ kind: 'bullet', value: 0, path: [], name: clean, mark: clean }];
  const name = core[1]!;
  const mark = clean.startsWith('(') ? '()' : (core[2] ?? '').slice(0, 1) || '.';
  if (/^\d/.test(name)) return [decimal(name, mark)];
  return lettered(name, mark);
}

function readDivision(label: string, ordinal: string): Numbering {
  const word = ordinal.toLowerCase();
  const value = Number(ordinal) || romanValue(ordinal) || ORDINALS.indexOf(word) + 1 || ALPHABET.indexOf(word) + 1 || 1;
  return { kind: 'part', value, path: [value], name: label.replace(/[.:)/\s]+$/, ''), mark: '.' };
}

function decimal(name: string, mark: string): Numbering {
  const path = name
    .split('.')
    .filter((part) => part !== '')
    .map((part) => Number(part));
  return { kind: mark === '()' ? 'bracket' : 'decimal', value: path.at(-1)!, path, name, mark };
}

function lettered(name: string, mark: string): Numbering[] {
  const upper = name === name.toUpperCase();
  const readings: Numbering[] = [];
  const roman = romanValue(name);
  const asRoman: Numbering | null =
    roman === null ? null : { kind: upper ? 'roman' : 'small-roman', value: roman, path: [roman], name, mark };
  const position = name.length === 1 ? ALPHABET.indexOf(name.toLowerCase()) + 1 : 0;
  const small: Kind = mark === '()' ? 'bracket' : 'letter';
  const asLetter: Numbering | null =
    position === 0 ? null : { kind: upper ? 'capital' : small, value: position, path: [position], name, mark };
  // 'I', 'V', 'X' are Roman numbers at first sight; 'C', 'D', 'L' and small letters are letters.
  const romanFirst = upper && /^[IVX]+$/.test(name);
  if (romanFirst && asRoman) readings.push(asRoman);
  if (asLetter) readings.push(asLetter);
  if (!romanFirst && asRoman) readings.push(asRoman);
  return readings.length > 0 ? readings : [{ kind: 'bullet', value: 0, path: [], name, mark }];
}
