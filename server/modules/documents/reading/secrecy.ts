import { isSecrecyMark } from '#lib/secrecy-mark.ts';
import { Unreadable } from './blocks.ts';
import { parasOf, paraText, unrollLayoutTables } from './layout-table.ts';
import type { RawReading } from './raw.ts';

/**
 * A file with a secrecy mark is refused before anything of it is kept: the error carries a code only, never a word of
 * the file.
 */

/** Paragraphs of the head that are looked at: letterhead, number, addressee and title stand well within. */
const HEAD_PARAS = 40;

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
