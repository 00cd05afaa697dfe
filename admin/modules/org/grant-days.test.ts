import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideTexts, t } from '../../texts/texts.ts';
import words from '../../texts/vi/org.ts';
import { grantDays, grantStanding } from './grant-days.ts';

provideTexts('org', 'vi', words);

test('the days of a role are said in words', () => {
  assert.equal(grantDays({ validFrom: '2026-12-01', lastDay: null }, t), 'từ 01/12/2026');
  assert.equal(grantDays({ validFrom: '2026-12-01', lastDay: '2026-12-05' }, t), 'từ 01/12/2026 đến 05/12/2026');
});

test('a role that was taken back on its first day has no days', () => {
  assert.equal(grantDays({ validFrom: '2026-12-01', lastDay: '2026-11-30' }, t), 'thu hồi 01/12/2026');
});

test('a role holds on its last day, and is past the day after', () => {
  const days = { validFrom: '2026-12-01', lastDay: '2026-12-05' };
  assert.equal(grantStanding(days, '2026-11-30'), 'later');
  assert.equal(grantStanding(days, '2026-12-05'), 'now');
  assert.equal(grantStanding(days, '2026-12-06'), 'past');
});
