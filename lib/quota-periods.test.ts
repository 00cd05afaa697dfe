import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { neighbour, type Owed, owedIn, periodByKey, periodKinds, periodOf, type Term } from './quota-periods.ts';

const always = { validFrom: 2020, validTo: null };
const terms: Term[] = [
  { kind: 'semester', n: 1, firstMonth: 9, months: 5, ...always },
  { kind: 'semester', n: 2, firstMonth: 2, months: 4, ...always },
  { kind: 'schoolYear', n: 1, firstMonth: 9, months: 9, ...always },
];
const monthly: Owed = { minCount: 1, per: 'month', fromMonth: '2026-09', toMonth: '2027-05' };
const owed = (quota: Owed, key: string, current: string) => {
  const period = periodKinds.map((kind) => periodByKey(kind, key, terms)).find((p) => p)!;
  return owedIn(quota, period, current, terms)?.required ?? null;
};

describe('periods of the school year and the year', () => {
  test('a month lies in its quarter, semester, school year and year', () => {
    const keys = (month: string) => periodKinds.map((kind) => periodOf(kind, month, terms).key);
    assert.deepEqual(keys('2026-11'), ['2026-11', '2026-Q4', '2026-S1', '2026-SY', '2026']);
    assert.deepEqual(keys('2027-01'), ['2027-01', '2027-Q1', '2026-S1', '2026-SY', '2027']);
    assert.deepEqual(keys('2027-03'), ['2027-03', '2027-Q1', '2026-S2', '2026-SY', '2027']);
    assert.deepEqual(keys('2027-07'), ['2027-07', '2027-Q3', '2026-S2', '2026-SY', '2027']);
  });

  test('each key leads back to its period, and to its neighbours', () => {
    for (const kind of periodKinds) {
      const period = periodOf(kind, '2026-11', terms);
      assert.deepEqual(periodByKey(kind, period.key, terms), period);
      assert.deepEqual(neighbour(neighbour(period, 1, terms), -1, terms), period);
    }
    assert.equal(neighbour(periodOf('semester', '2027-03', terms), 1, terms).key, '2027-S1');
    for (const bad of ['2026-13', '2026-00', '2026-Q5', '2026-S9', 'x', '1999-01', ''])
      assert.equal(
        periodKinds.map((kind) => periodByKey(kind, bad, terms)).find((p) => p),
        undefined,
        bad,
      );
  });

  test('a new frame of the school year holds from its own year on', () => {
    const later: Term[] = [
      { ...terms[0]!, validTo: 2027 },
      { ...terms[0]!, firstMonth: 8, validFrom: 2027 },
    ];
    assert.equal(periodOf('semester', '2026-10', later).from, '2026-09');
    assert.equal(periodOf('semester', '2027-10', later).from, '2027-08');
  });
});

describe('what is owed', () => {
  test('one a month adds up over a semester as far as it has come', () => {
    assert.equal(owed(monthly, '2026-11', '2026-11'), 1);
    assert.equal(owed(monthly, '2026-S1', '2026-11'), 3);
    assert.equal(owed(monthly, '2026-S1', '2027-04'), 5);
    assert.equal(owed(monthly, '2026-SY', '2027-08'), 9);
    assert.equal(owed(monthly, '2026-12', '2026-11'), null);
    assert.equal(owed(monthly, '2026-08', '2026-11'), null);
  });

  test('one a semester is owed whole from its first day, and not by a month', () => {
    const photos: Owed = { ...monthly, minCount: 20, per: 'semester' };
    assert.equal(owed(photos, '2026-S1', '2026-09'), 20);
    assert.equal(owed(photos, '2026-SY', '2027-03'), 40);
    assert.equal(owed(photos, '2026-11', '2026-11'), null);
    assert.equal(owed({ ...photos, fromMonth: '2026-11' }, '2026-S1', '2026-12'), 20);
  });

  test('weeks belong to the month of their Monday', () => {
    const weekly: Owed = { ...monthly, per: 'week' };
    assert.equal(owed(weekly, '2026-11', '2026-11'), 5);
    assert.equal(owed(weekly, '2027-02', '2027-02'), 4);
  });
});
