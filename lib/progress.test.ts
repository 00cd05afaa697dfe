import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spread } from './plan-parts.ts';
import { daysLate, dueBy, fillMonths, standingOf, standingWithoutCount, stateOn } from './progress.ts';

const noTime = { months: [], deadline: null };
const three = { '2026-09': 1, '2026-10': 1, '2026-11': 1 };
const state = (months: Record<string, number>, done: number, day: string, deadline: string | null = null) =>
  stateOn(standingOf([{ months, done }], { months: [], deadline }), day);

/** The same numbers in every run. */
function* numbers(seed = 7): Generator<number> {
  for (let n = seed; ; n = (n * 1103515245 + 12345) % 2147483648) yield n;
}
const random = numbers();
const below = (most: number) => Number(random.next().value) % most;
const someMonths = () =>
  spread(
    below(40),
    Array.from({ length: 1 + below(12) }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
  );

test('two of three pieces are there: on track until a week before the month ends, then at risk, then late', () => {
  assert.equal(state(three, 2, '2026-11-10'), 'on-track');
  assert.equal(state(three, 2, '2026-11-22'), 'on-track');
  assert.equal(state(three, 2, '2026-11-23'), 'at-risk');
  assert.equal(state(three, 2, '2026-11-30'), 'at-risk');
  assert.equal(state(three, 2, '2026-12-01'), 'late');
  assert.equal(state(three, 3, '2026-12-01'), 'done');
});

test('a past month that is not made up for is late, in days', () => {
  const standing = standingOf([{ months: three, done: 1 }], noTime);
  assert.equal(stateOn(standing, '2026-11-10'), 'late');
  assert.equal(daysLate(standing, '2026-11-10'), 10);
  assert.equal(daysLate(standing, '2026-10-31'), 0);
});

test('work that is ahead is not at risk in a month that it has already filled', () => {
  assert.equal(state(three, 2, '2026-10-30'), 'on-track');
});

test('of several in one month half should be there when half of it is over', () => {
  assert.equal(state({ '2026-11': 4 }, 1, '2026-11-15'), 'on-track');
  assert.equal(state({ '2026-11': 4 }, 1, '2026-11-16'), 'at-risk');
  assert.equal(state({ '2026-11': 4 }, 2, '2026-11-16'), 'on-track');
});

test('a deadline inside the month comes before its end', () => {
  assert.equal(state({ '2026-11': 1 }, 0, '2026-11-13', '2026-11-20'), 'at-risk');
  assert.equal(state({ '2026-11': 1 }, 0, '2026-11-21', '2026-11-20'), 'late');
});

test('before its first month work has not begun', () => {
  assert.equal(state(three, 0, '2026-08-31'), 'not-yet');
});

test('much of one product does not hide the lack of another', () => {
  const standing = standingOf(
    [
      { months: { '2026-10': 1 }, done: 5 },
      { months: { '2026-10': 1 }, done: 0 },
    ],
    noTime,
  );
  assert.deepEqual([standing.total, standing.done, standing.complete], [2, 1, false]);
  assert.equal(stateOn(standing, '2026-11-01'), 'late');
});

test('a line without counts is done when somebody says so', () => {
  const planned = { months: ['2026-10', '2026-11'], deadline: null };
  assert.equal(stateOn(standingWithoutCount(planned, false), '2026-11-23'), 'at-risk');
  assert.equal(stateOn(standingWithoutCount(planned, false), '2026-12-02'), 'late');
  assert.equal(stateOn(standingWithoutCount(planned, true), '2026-12-02'), 'done');
  assert.equal(stateOn(standingWithoutCount(noTime, false), '2026-12-02'), 'on-track');
});

test('the months of any target add up to its total, and what is laid onto them to what counts', () => {
  for (let i = 0; i < 400; i++) {
    const months = someMonths();
    const total = Object.values(months).reduce((a, b) => a + b, 0);
    assert.equal(dueBy(months, '9999-12'), total);
    const done = below(50);
    const filled = fillMonths({ months, done });
    assert.equal(
      Object.values(filled).reduce((a, b) => a + b, 0),
      Math.min(done, total),
    );
    for (const [m, n] of Object.entries(filled)) assert.ok(n <= months[m]!);
  }
});

test('one more piece never makes any work worse, on no day', () => {
  const rank = ['late', 'at-risk', 'on-track', 'not-yet', 'done'];
  for (let i = 0; i < 400; i++) {
    const months = someMonths();
    const done = below(40);
    const [now, more] = [done, done + 1].map((n) => standingOf([{ months, done: n }], noTime));
    for (let m = 1; m <= 12; m++) {
      const day = `2026-${String(m).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
      const [a, b] = [stateOn(now!, day), stateOn(more!, day)];
      assert.ok(
        rank.indexOf(b) >= Math.min(rank.indexOf(a), 2),
        `${JSON.stringify(months)} ${done} ${day}: ${a} → ${b}`,
      );
    }
  }
});

test('work is late exactly where less counts than was due by the month before', () => {
  for (let i = 0; i < 400; i++) {
    const months = someMonths();
    const done = below(40);
    const standing = standingOf([{ months, done }], noTime);
    for (let m = 2; m <= 12; m++) {
      const day = `2026-${String(m).padStart(2, '0')}-01`;
      const due = dueBy(months, `2026-${String(m - 1).padStart(2, '0')}`);
      assert.equal(stateOn(standing, day) === 'late', done < due, `${JSON.stringify(months)} ${done} ${day}`);
    }
  }
});
