import { foldLetters } from './fold.ts';
import type { Line } from './lines.ts';

export interface Abbreviation {
  short: string;
  full: string;
  line: Line;
  from: number;
  to: number;
}

const CALLED = /^(?:sau đây |dưới đây )?(?:gọi|viết)(?: tắt| chung)?(?: tắt)?(?: là|:)?\s*:?\s*["“]?(.+?)["”]?$/iu;

/** Short names that the text itself introduces: "Giáo dục và Đào tạo (GDĐT)", "(sau đây gọi tắt là Kỳ thi)". */
export function findAbbreviations(lines: readonly Line[]): Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const line of lines) {
    for (const { before, inside, open, close } of brackets(line.text)) {
      const pair = readPair(before, inside);
      if (!pair || found.some((known) => known.short === pair.short)) continue;
      found.push({ ...pair, line, from: Math.max(0, open - pair.full.length - 1), to: close + 1 });
    }
  }
  return found;
}

/** Short brackets with the words before them. */
function* brackets(text: string): Generator<{ before: string; inside: string; open: number; close: number }> {
  for (let close = text.indexOf(')'); close >= 0; close = text.indexOf(')', close + 1)) {
    const open = text.lastIndexOf('(', close);
    if (open < 3 || close - open > 62) continue;
    const before = text
      .slice(Math.max(0, open - 160), open)
      .split(/[()]/)
      .at(-1)!;
    const inside = text.slice(open + 1, close).trim();
    if (before.trim() !== '' && inside.length > 1) yield { before, inside, open, close };
  }
}

function readPair(before: string, inside: string): { short: string; full: string } | null {
  const called = /^(?:sau đây|dưới đây|gọi|viết tắt)/iu.test(inside) ? CALLED.exec(inside) : null;
  if (called) return { short: called[1]!.trim(), full: lastPhrase(before) };
  const words = before.trim().split(/\s+/);
  const letters = /^\p{Lu}[\p{Lu}&-]{1,9}$/u.test(inside) ? inside : null;
  if (letters) {
    const full = byInitials(words, letters.replace(/[&-]/g, ''));
    return full ? { short: inside, full } : null;
  }
  return headed(words, inside) ?? numbered(before, inside);
}

const lastPhrase = (before: string): string =>
  before
    .split(/[,;:.]/)
    .at(-1)
    ?.trim() ?? '';

/** The last words whose initials are the letters; "và" may be left out. */
function byInitials(words: string[], letters: string): string | null {
  const wanted = foldLetters(letters);
  for (let count = letters.length; count <= Math.min(words.length, letters.length + 3); count++) {
    const phrase = words.slice(-count);
    const initials = phrase.map((word) => foldLetters(word).charAt(0)).join('');
    const short = phrase
      .filter((word) => word.toLowerCase() !== 'và')
      .map((word) => foldLetters(word).charAt(0))
      .join('');
    if (initials === wanted || short === wanted) return phrase.join(' ');
  }
  return null;
}

/** "Cục Nhà giáo và Cán bộ quản lý giáo dục (Cục NGCB)": the same head word, then letters. */
function headed(words: string[], inside: string): { short: string; full: string } | null {
  const [head, letters, more] = inside.split(/\s+/);
  if (!head || !letters || more || !/^\p{Lu}[\p{Lu}&-]+$/u.test(letters)) return null;
  const at = words.lastIndexOf(head);
  return at >= 0 && at < words.length - 1 ? { short: inside, full: words.slice(at).join(' ') } : null;
}

/** "Đề án “…” (Đề án 33)". */
function numbered(before: string, inside: string): { short: string; full: string } | null {
  const match = /^(Đề án|Chương trình|Dự án|Kế hoạch)\s+[\p{L}\d-]{1,12}$/u.exec(inside);
  const at = match ? before.lastIndexOf(`${match[1]} “`) : -1;
  return match && at >= 0 ? { short: inside, full: before.slice(at).trim() } : null;
}

/** A unit's name with the short form replaced by the full one, and without the bracket that defines it. */
export function resolveUnit(name: string, known: readonly Abbreviation[]): string {
  const bare = known.reduce(
    (text, { short }) =>
      text.replace(new RegExp(`\\s*\\(${short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\)$`, 'u'), ''),
    name,
  );
  const full = known.find(({ short }) => short === bare && /^\p{Lu}\p{Ll}+ /u.test(short));
  return full ? full.full : bare;
}
