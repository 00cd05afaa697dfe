import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Correction, ReviewField } from '#lib/review.ts';
import { type Pending, rebase, settled, withPending } from './queue.ts';
import { sampleField } from './sample-fields.ts';

const fields = [sampleField('purpose:0', 'Một'), sampleField('purpose:1', 'Hai'), sampleField('purpose:2', 'Ba')];
const made = (correction: Correction, seen: readonly ReviewField[] = fields): Pending => ({
  id: `${correction.act} ${correction.field}`,
  correction,
  before: seen.find((f) => f.key === correction.field) ?? null,
});
const edit = made({ act: 'edit', field: 'purpose:1', value: 'Hai rưỡi' });

test('what waits to be sent shows at once', () => {
  assert.equal(withPending(fields, [edit])[1]?.value, 'Hai rưỡi');
});

test('work of somebody else on other fields leaves mine to be sent', () => {
  const theirs = fields.with(0, sampleField('purpose:0', 'Một khác', { state: 'edited' }));
  const { kept, clashes } = rebase(theirs, [edit]);
  assert.deepEqual([kept.length, clashes.length], [1, 0]);
  assert.deepEqual(
    withPending(theirs, kept).map((f) => f.value),
    ['Một khác', 'Hai rưỡi', 'Ba'],
  );
});

test('two people on one field: the second is not written over the first, and is not lost', () => {
  const theirs = fields.with(1, sampleField('purpose:1', 'Hai của người khác', { state: 'edited' }));
  const { kept, clashes } = rebase(theirs, [edit]);
  assert.equal(kept.length, 0);
  assert.equal(clashes[0]?.pending.correction.value, 'Hai rưỡi');
  assert.equal(clashes[0]?.now?.value, 'Hai của người khác');
});

test('what the other one did too need not be done again', () => {
  const accept = made({ act: 'accept', field: 'purpose:2' });
  const theirs = fields.with(2, sampleField('purpose:2', 'Ba', { state: 'accepted' }));
  assert.deepEqual(rebase(theirs, [accept]), { kept: [], clashes: [] });
});

test('an edit of a field that only was accepted meanwhile still goes through', () => {
  const theirs = fields.with(1, sampleField('purpose:1', 'Hai', { state: 'accepted' }));
  assert.equal(rebase(theirs, [edit]).kept.length, 1);
});

test('a field that is gone gives its words back', () => {
  const { clashes } = rebase(fields.toSpliced(1, 1), [edit]);
  assert.equal(clashes[0]?.now, null);
});

test('several acts on one field are followed through in their order', () => {
  const first = withPending(fields, [edit]);
  const then = made({ act: 'change-kind', field: 'purpose:1', group: 'requirement' }, first);
  assert.equal(rebase(fields, [edit, then]).kept.length, 2);
});

test('fields that did not change stay the same objects, so that they are not drawn again', () => {
  const fresh = structuredClone(fields).with(1, sampleField('purpose:1', 'Mới'));
  const now = settled(fields, fresh);
  assert.deepEqual(
    now.map((f, i) => f === fields[i]),
    [true, false, true],
  );
});
