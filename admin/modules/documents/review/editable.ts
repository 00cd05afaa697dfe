import type { ReviewField } from '#lib/review.ts';
import type { TextKey } from '../../../texts/texts.ts';

/** How a detail of a field is typed in. */
export type Input = 'text' | 'long' | 'number' | 'lines' | 'per' | 'mode' | 'channel' | 'counts' | 'time' | 'day';

export interface Editable {
  name: string;
  label: Extract<TextKey, `documents.detail.${string}`>;
  input: Input;
}

const product: Editable = { name: 'product', label: 'documents.detail.product', input: 'text' };
const actor: Editable = { name: 'actor', label: 'documents.detail.actor', input: 'text' };
const per: Editable = { name: 'per', label: 'documents.detail.per', input: 'per' };
const to: Editable = { name: 'to', label: 'documents.detail.to', input: 'text' };
const due: Editable = { name: 'due', label: 'documents.detail.due', input: 'day' };
const coordinating: Editable = {
  name: 'coordinatingUnits',
  label: 'documents.detail.coordinatingUnits',
  input: 'lines',
};
const reference: readonly Editable[] = [
  { name: 'ref', label: 'documents.detail.ref', input: 'text' },
  { name: 'issuer', label: 'documents.detail.issuer', input: 'text' },
  { name: 'date', label: 'documents.detail.date', input: 'day' },
];

const byGroup: Partial<Record<ReviewField['group'], readonly Editable[]>> = {
  activity: [
    { name: 'product', label: 'documents.detail.product', input: 'long' },
    { name: 'counts', label: 'documents.detail.counts', input: 'counts' },
    { name: 'leadUnits', label: 'documents.detail.leadUnits', input: 'lines' },
    coordinating,
    { name: 'time', label: 'documents.detail.time', input: 'time' },
  ],
  area: [
    { name: 'body', label: 'documents.detail.body', input: 'long' },
    { name: 'focalUnits', label: 'documents.detail.focalUnits', input: 'lines' },
    coordinating,
  ],
  quota: [
    actor,
    product,
    { name: 'minCount', label: 'documents.detail.minCount', input: 'number' },
    per,
    to,
    { name: 'deadline', label: 'documents.detail.due', input: 'day' },
  ],
  deliverable: [actor, product, { name: 'count', label: 'documents.detail.count', input: 'number' }, due],
  reporting: [actor, per, due, to],
  recipient: [{ name: 'mode', label: 'documents.detail.mode', input: 'mode' }],
  channel: [{ name: 'kind', label: 'documents.detail.channel', input: 'channel' }],
  basis: reference,
  cited: reference,
};

/** What can be typed besides the words of a field, by its kind. */
export const editablesOf = (field: Pick<ReviewField, 'group'>): readonly Editable[] => byGroup[field.group] ?? [];

export interface Typed {
  value: string;
  detail: Record<string, unknown>;
}

/** The part of what was typed that differs from the field; undefined where nothing does. */
export function changeOf(field: Pick<ReviewField, 'value' | 'detail'>, typed: Typed): Partial<Typed> | undefined {
  const value = typed.value.trim().normalize('NFC');
  const changed = Object.entries(typed.detail).filter(
    ([name, now]) => JSON.stringify(now ?? null) !== JSON.stringify(field.detail[name] ?? null),
  );
  if (value === field.value && changed.length === 0) return undefined;
  return { value, detail: Object.fromEntries(changed) };
}

/** '2026' or '2025-2026' as a period is written. */
export const periodValue = (from: number, to: number): string => (from === to ? `${from}` : `${from}-${to}`);
