import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, editablesOf, periodValue } from './editable.ts';
import { monthsOfTime, timeWithMonths } from './read-time.ts';
import { sampleField } from './sample-fields.ts';

const field = sampleField('activity:0', 'Hội thi', { detail: { product: '01 hội thi', leadUnits: ['Văn phòng'] } });

test('only what was changed is sent', () => {
  const typed = { value: ' Hội thi ', detail: { ...field.detail, product: '02 hội thi' } };
  assert.deepEqual(changeOf(field, typed), { value: 'Hội thi', detail: { product: '02 hội thi' } });
});

test('nothing changed is no edit, and an emptied detail equals one that never was', () => {
  assert.equal(changeOf(field, { value: 'Hội thi', detail: { ...field.detail, deadline: null } }), undefined);
});

test('activities and quotas have boxes for their figures, a purpose has none', () => {
  assert.ok(editablesOf(field).some((one) => one.input === 'counts'));
  assert.deepEqual(editablesOf({ group: 'purpose' }), []);
});

test('a period is written as its years', () => {
  assert.equal(periodValue(2026, 2026), '2026');
  assert.equal(periodValue(2026, 2027), '2026-2027');
});

test('quarters are months, and whole quarters stay quarters', () => {
  assert.deepEqual(monthsOfTime({ quarters: [1], months: [5] }), [1, 2, 3, 5]);
  const time = timeWithMonths({ text: 'Quý I', quarters: [1] }, [1, 2, 3, 7]);
  assert.deepEqual(time, { text: 'Quý I', quarters: [1], months: [7] });
});
