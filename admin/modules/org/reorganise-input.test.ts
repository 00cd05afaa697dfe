import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChangeValues, changeOf } from './reorganise-input.ts';

const unit = (id: string) => ({ id, name: id });
const empty: ChangeValues = {
  from: [unit('a'), unit('b')],
  decision: 'Quyết định số 1',
  effectiveOn: '2026-12-01',
  target: 'new',
  madeId: 'c',
  name: '',
  shortName: '',
  code: '',
  below: null,
  into: null,
  parts: [],
  keep: false,
};

test('nothing is asked of the server while something is missing', () => {
  assert.equal(changeOf('merge', empty), null);
  assert.equal(changeOf('merge', { ...empty, name: 'C', from: [unit('a')] }), null);
  assert.equal(changeOf('rename', empty), null);
  assert.equal(changeOf('move', empty), null);
  assert.equal(changeOf('split', { ...empty, parts: [{ id: 'x', name: 'X', kind: '', children: [] }] }), null);
  assert.equal(changeOf('close', { ...empty, effectiveOn: null }), null);
  assert.equal(changeOf('close', { ...empty, decision: ' ' }), null);
});

test('each kind sends what it is made of', () => {
  assert.deepEqual(changeOf('merge', { ...empty, name: ' C ' })?.to?.[0]?.make?.name, 'C');
  assert.deepEqual(changeOf('merge', { ...empty, target: 'existing', into: unit('d') })?.to, [{ unitId: 'd' }]);
  assert.equal(changeOf('close', empty)?.to, undefined);
  const parts = [
    { id: 'x', name: 'X', kind: 'primary' as const, children: [unit('t')] },
    { id: 'y', name: 'Y', kind: '' as const, children: [] },
  ];
  assert.deepEqual(changeOf('split', { ...empty, parts })?.to?.[0]?.childIds, ['t']);
});
