import { type ReviewField, sureEnough } from '#lib/review.ts';
import type { TextKey, t as translate } from '../../../texts/texts.ts';
import { dateWords } from './detail-lines.ts';
import { singleNames } from './names.ts';

type T = typeof translate;

/** What a field is called: 'Số', 'Trích yếu', else its kind. */
export const nameOfField = (field: Pick<ReviewField, 'key' | 'group'>, t: T): string =>
  t(singleNames[field.key] ?? `documents.kind.${field.group}`);

/** Its words as shown; a date as people write it. */
export const shownValue = (field: Pick<ReviewField, 'key' | 'value'>): string =>
  field.key === 'header.date' ? dateWords(field.value) : field.value;

/** Suggested repairs of words that stand in the value; others only stand nearby in the source. */
export const repairsOf = (field: ReviewField) => ({
  here: field.repairs.filter((repair) => field.value.includes(repair.raw)),
  nearby: field.repairs.filter((repair) => !field.value.includes(repair.raw)),
});

/** Why a field asks for an eye, as a sentence; undefined where it does not. */
export function whyOpen(field: ReviewField): Extract<TextKey, `documents.why.${string}`> | undefined {
  if (field.state !== 'open') return undefined;
  if (field.group === 'unclaimed') return 'documents.why.unclaimed';
  if (field.value === '') return 'documents.why.missing';
  if (repairsOf(field).here.length > 0) return 'documents.why.repair';
  if (field.confidence < sureEnough) return field.source ? 'documents.why.unsure' : 'documents.why.noSource';
  return 'documents.why.reopened';
}

function placesOf(text: string, word: string): { from: number; to: number }[] {
  const places = [];
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
    places.push({ from, to: from + word.length });
  }
  return places;
}

/** A text cut at words that are to be marked, each part with the place it begins at. */
export function markedParts(text: string, words: readonly string[]): { at: number; text: string; marked: boolean }[] {
  const marks = words.flatMap((word) => (word ? placesOf(text, word) : [])).sort((a, b) => a.from - b.from);
  const parts: { at: number; text: string; marked: boolean }[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    if (from < at) continue;
    if (from > at) parts.push({ at, text: text.slice(at, from), marked: false });
    parts.push({ at: from, text: text.slice(from, to), marked: true });
    at = to;
  }
  return at < text.length ? [...parts, { at, text: text.slice(at), marked: false }] : parts;
}
