import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, subjectPage } from './changes.ts';

test('only what differs is shown, and nothing that only the program needs', () => {
  const before = { id: '1', version: 1, name: 'Trường A', short_name: null, can: ['edit'] };
  const after = { id: '1', version: 2, name: 'Trường B', short_name: null, can: [] };
  assert.deepEqual(changesOf(before, after), [{ field: 'name', before: 'Trường A', after: 'Trường B' }]);
});

test('of something new, the fields that hold something', () => {
  assert.deepEqual(changesOf(null, { name: 'Trường A', symbol: null, codes: [] }), [
    { field: 'name', before: undefined, after: 'Trường A' },
  ]);
});

test('what lies deeper is named with a dot, whichever way the row spells its names', () => {
  assert.deepEqual(changesOf({ signer: { name: 'Lê Thị A' }, opened_on: null }, { signer: { name: 'Lê Thị B' } }), [
    { field: 'signer.name', before: 'Lê Thị A', after: 'Lê Thị B' },
  ]);
});

test('a name stands for its id', () => {
  const fields = changesOf(null, { leadPersonId: 'x', leadName: 'Phùng Thị Hường' }).map((one) => one.field);
  assert.deepEqual(fields, ['leadName']);
  assert.deepEqual(
    changesOf(null, { personId: 'x' }).map((one) => one.field),
    ['personId'],
  );
});

test('a line leads to its plan, a role to its person', () => {
  assert.deepEqual(subjectPage('plan-line', '1', { planId: '2' }), { page: 'plan', id: '2' });
  assert.deepEqual(subjectPage('grant', '1', { personId: '3' }), { page: 'person', id: '3' });
  assert.deepEqual(subjectPage('unit', '1', null), { page: 'unit', id: '1' });
  assert.equal(subjectPage('session', '1', null), undefined);
});
