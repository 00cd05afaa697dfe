import type { DraftRecipient } from '#lib/plan-draft.ts';
import { foldLetters } from './fold.ts';
import { type Line, type Piece, piece } from './lines.ts';

export interface Recipient {
  piece: Piece;
  name: string;
  mode: DraftRecipient['mode'];
  raw: string | null;
}

/** The list under "Nơi nhận". */
export function readRecipients(lines: readonly Line[]): Recipient[] {
  return lines
    .flatMap((line) => entries(line).map(([from, to]) => readOne(line, from, to)))
    .filter((found): found is Recipient => found !== null);
}

/** Usually one a line; "Nơi nhận: - A; - B;" holds several. */
function entries(line: Line): [number, number][] {
  const head = /^nơi (?:nhận|gửi)(?: văn bản)?\s*:?\s*/iu.exec(line.text)?.[0].length ?? 0;
  const found: [number, number][] = [];
  let from = head;
  for (const mark of line.text.slice(head).matchAll(/;\s*[-–+•]\s*/g)) {
    found.push([from, head + mark.index]);
    from = head + mark.index + mark[0].length;
  }
  found.push([from, line.text.length]);
  return found;
}

function readOne(line: Line, from: number, to: number): Recipient | null {
  const whole = piece(line, from, to);
  const text = whole.text
    .replace(/^[-–+•*\s]+/, '')
    .replace(/[\s;.,]+$/, '')
    .replace(/\.\/$/, '');
  if (text.length < 2 || /^như kính gửi$/iu.test(text))
    return text.length < 2 ? null : { piece: whole, name: text, mode: null, raw: null };
  const archive = /^(Lưu)(?:\s+(?:trữ|tại))?\s*[:.;]?\s*(.*)$/iu.exec(text);
  if (archive)
    return {
      piece: whole,
      name: archive[2]!.replace(/\s*\([\p{L}\d.]{1,5}\)\s*$/u, '').trim() || 'Lưu',
      mode: 'archive',
      raw: archive[1]!,
    };
  const bracket = /^(.*?)\s*[([]\s*([^()[\]]*)[)\]]?$/su.exec(text);
  const mode = bracket ? modeOf(bracket[2]!) : null;
  const plain = bracket
    ? null
    : /^(.*\S)\s*[-–:]\s*((?:để )?(?:b\/c|t\/h|p\/h|báo cáo|thực hiện|phối hợp|chỉ đạo|theo dõi)\b.*)$/iu.exec(text);
  if (plain) return { piece: whole, name: plain[1]!, mode: modeOf(plain[2]!), raw: plain[2]! };
  const states = bracket !== null && (mode !== null || saysWhy(bracket[2]!));
  return { piece: whole, name: (states ? bracket[1]! : text).trim(), mode, raw: states ? bracket[2]!.trim() : null };
}

/** A bracket that says what for; "(Văn phòng)" is part of a name. */
const saysWhy = (words: string): boolean =>
  /^(?:de|b\/|t\/|p\/|k\/|bao cao|thuc hien|phoi hop|chi dao|theo doi|biet|tham muu|dang)/.test(
    foldLetters(words).trim(),
  );

function modeOf(words: string): DraftRecipient['mode'] {
  const fold = foldLetters(words).replace(/\s+/g, ' ').trim();
  const order: [DraftRecipient['mode'], RegExp][] = [
    ['b/c', /\bb\s*\/\s*c(?:ao)?\b|\bbao cao\b|\bb,? ?c\b|\bbc\b/],
    ['p/h', /\bph?\s*\/\s*h(?:op)?\b|\bphoi hop\b|\bph\b/],
    ['t/h', /\bt\s*\/\s*h(?:ien)?\b|\bthuc hien\b|\bth\b/],
  ];
  const hits = order.map(([mode, pattern]) => ({ mode, at: fold.search(pattern) })).filter((hit) => hit.at >= 0);
  return hits.sort((a, b) => a.at - b.at)[0]?.mode ?? null;
}
