import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Correction, correct, type ReviewField } from '#lib/review.ts';
import { sampleField } from './sample-fields.ts';
import { inverseOf } from './undo.ts';

const fields: readonly ReviewField[] = [
  sampleField('purpose:0', 'Tạo đồng thuận. Lan tỏa gương tốt.', { detail: { no: '1' } }),
  sampleField('purpose:1', 'Chủ động', { state: 'accepted' }),
  sampleField('requirement:0', 'Kịp thời', { state: 'open' }),
  sampleField('requirement:1', 'Công khai'),
  sampleField('channel:0', 'Công thông tin', {
    detail: { kind: 'portal' },
    state: 'open',
    repairs: [{ raw: 'Công', normal: 'Cổng', why: 'lost-accent' }],
  }),
];

/** Does and undoes; compares what a person sees: words, kind, state, details that hold something. */
function assertUndone(correction: Correction, from = fields): void {
  const done = correct(from, correction);
  assert.ok(done, 'the correction fits');
  const back = inverseOf(from, correction).reduce<readonly ReviewField[]>((now, one) => {
    const next = correct(now, one);
    assert.ok(next, `${one.act} fits`);
    return next.fields;
  }, done.fields);
  assert.deepEqual(back.map(seen), from.map(seen));
}

const seen = ({ value, group, state, detail }: ReviewField) => ({
  value,
  group,
  state,
  detail: Object.entries(detail).filter(([, held]) => held !== null),
});

test('accepting and leaving out are taken back to what the field was', () => {
  assertUndone({ act: 'accept', field: 'requirement:0' });
  assertUndone({ act: 'accept', field: 'requirement:1' });
  assertUndone({ act: 'not-an-item', field: 'purpose:1' });
});

test('an edit gives back words and details', () => {
  assertUndone({ act: 'edit', field: 'purpose:1', value: 'Khác', detail: { actor: 'Văn phòng' } });
});

test('a split is joined again word for word', () => {
  assertUndone({ act: 'split', field: 'purpose:0', at: 16 });
});

test('joined fields come apart again, each with its own details', () => {
  assertUndone({ act: 'join', field: 'purpose:1' });
});

test('another kind goes back to the first one with its details', () => {
  assertUndone({ act: 'change-kind', field: 'channel:0', group: 'requirement' });
});

test('a repair gives back the printed text', () => {
  assertUndone({ act: 'repair', field: 'channel:0' });
});

test('a whole group accepted at once is put back field by field', () => {
  assertUndone({ act: 'accept', field: 'sure:requirement' });
  assertUndone({ act: 'accept', field: 'group:requirement' });
});

test('an added item is left out again', () => {
  const added: Correction = { act: 'add', field: '', group: 'solution', value: 'Mở chuyên mục' };
  const [back] = inverseOf(fields, added);
  assert.equal(back?.act, 'not-an-item');
});

test('what did not fit has nothing to take back', () => {
  assert.deepEqual(inverseOf(fields, { act: 'join', field: 'purpose:0' }), []);
});
