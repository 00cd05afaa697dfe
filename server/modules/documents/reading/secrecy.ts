import { Unreadable } from './blocks.ts';
import { parasOf, paraText, unrollLayoutTables } from './layout-table.ts';
import type { RawReading } from './raw.ts';

/**
 * Secrecy marks (Mật, Tối mật, Tuyệt mật). A marked file is refused before anything of it is kept: the error carries
 * a code only, never a word of the file. Words such as "bí mật nhà nước" in running text are no mark.
 */

/** Paragraphs of the head that are looked at: letterhead, number, addressee and title stand well within. */
const HEAD_PARAS = 40;

/** A stamp: the degree in capitals and nothing else, a degree of urgency aside. */
const STAMP = /^(?:TUYỆT|TỐI)?MẬT(?:(?:HỎA|HOẢ)TỐC|(?:THƯỢNG)?KHẨN)?$/;
const URGENT_STAMP = /^(?:(?:HỎA|HOẢ)TỐC|(?:THƯỢNG)?KHẨN)(?:TUYỆT|TỐI)?MẬT$/;
/** "Độ mật: Tối mật", "Mức độ mật : MẬT". "Độ mật: Không" states that there is none. */
const STATED =
  /(?:^|[\s(|])(?:mức\s+)?độ\s+mật\s*[:：-]\s*["“]?(?:tuyệt\s+mật|tối\s+mật|mật)(?=\s*(?:$|[.,;)\]|"”\t]|\s{2}))/iu;

/** True when a line is, or states, a secrecy mark. */
export function isSecrecyMark(line: string): boolean {
  const text = line.normalize('NFC');
  if (STATED.test(text)) return true;
  // A letterhead made with tabs or wide gaps puts the stamp beside other text.
  return text.split(/\t|\n|\s{3,}|\|/).some((piece) => {
    const letters = piece.replace(/[^\p{L}\p{N}]/gu, '');
    return STAMP.test(letters) || URGENT_STAMP.test(letters);
  });
}

/** @throws Unreadable('documents.secret') for a marked document */
export function refuseSecret(raw: RawReading): void {
  const paras = parasOf(unrollLayoutTables(raw.blocks));
  const printed = paras.filter((para) => paraText(para).trim() !== '');
  const opening = printed.findIndex(
    (para, i) => i > 2 && /^\s*(?:I|1|A)\s?[.)/-]\s*\p{L}/u.test(`${para.label ?? ''} ${paraText(para)}`.trim()),
  );
  const head = printed.slice(0, opening < 0 ? HEAD_PARAS : Math.min(opening, HEAD_PARAS));
  const framed = printed.filter((para) => para.framed);
  if ([...head, ...framed].some((para) => isSecrecyMark(paraText(para)))) throw new Unreadable('documents.secret');
  if (raw.margins.some(isSecrecyMark)) throw new Unreadable('documents.secret');
}

/** The same for plain text, before it is read. */
export function refuseSecretText(text: string): void {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, HEAD_PARAS);
  if (lines.some((line) => isSecrecyMark(line.replace(/[*_#|]/g, ' ')))) throw new Unreadable('documents.secret');
}
