import type { ReviewField, ReviewGroup } from '#lib/review.ts';

/** A field for tests: confident, read from its own paragraph, unless told otherwise. */
export function sampleField(key: string, value: string, part: Partial<ReviewField> = {}): ReviewField {
  const group = (/^[a-zA-Z]+/.exec(key)?.[0] ?? 'purpose') as ReviewGroup;
  return {
    key,
    group,
    parent: null,
    value,
    detail: {},
    source: null,
    confidence: 0.95,
    rule: null,
    repairs: [],
    state: 'read',
    ...part,
  };
}

/** A source in whole or cut paragraphs: [block, from, to]. */
export function sampleSource(...spans: [number, number, number][]): ReviewField['source'] {
  return { part: 'text', from: 0, to: 1, spans: spans.map(([block, from, to]) => ({ block, from, to })) };
}
