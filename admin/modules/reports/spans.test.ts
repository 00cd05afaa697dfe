import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanOf } from './spans.ts';

test('the usual times of a report are found from the day', () => {
  assert.deepEqual(spanOf('month', '2027-02-10'), { from: '2027-02-01', to: '2027-02-28' });
  assert.deepEqual(spanOf('lastMonth', '2027-01-05'), { from: '2026-12-01', to: '2026-12-31' });
  assert.deepEqual(spanOf('semester', '2027-01-05'), { from: '2026-09-01', to: '2027-01-31' });
  assert.deepEqual(spanOf('semester', '2027-03-05'), { from: '2027-02-01', to: '2027-05-31' });
  assert.deepEqual(spanOf('schoolYear', '2026-11-24'), { from: '2026-09-01', to: '2027-08-31' });
  assert.deepEqual(spanOf('year', '2026-11-24'), { from: '2026-01-01', to: '2026-12-31' });
});
