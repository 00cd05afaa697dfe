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
  const { here, nearby } = repairsOf(field);
  if (here.length > 0) return 'documents.why.repair';
  if (nearby.length > 0) return 'documents.why.nearby';
  if (field.confidence < sureEnough) return field.source ? 'documents.why.unsure' : 'documents.why.noSource';
  return 'documents.why.reopened';
}
