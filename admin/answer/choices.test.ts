import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AskedWhole } from '#modules/cascade/cascade.contract.ts';
import * as choices from './choices.ts';

const line = (lineId: string, given: Partial<choices.Line> = {}): choices.Line => ({
  lineId,
  part: 'duty',
  heading: null,
  text: `Việc ${lineId}`,
  counts: null,
  mode: 'assign',
  state: 'unanswered',
  dueOn: null,
  teamId: null,
  teamName: null,
  personId: null,
  personName: null,
  ownerName: null,
  byOn: null,
  reason: null,
  decision: null,
  decisionNote: null,
  formerText: null,
  formerCounts: null,
  answeredAt: null,
  version: 1,
  ...given,
});
const wholeOf = (...lines: choices.Line[]) => ({ lines }) as unknown as AskedWhole;
const typedOf = (given: Partial<choices.Typed> = {}): choices.Typed => ({ ...choices.nothingTyped(), ...given });
const common = { teamId: 'van-phong', personId: null, byOn: '2026-12-20' };
const refusal = {
  act: 'not-ours',
  teamId: null,
  personId: null,
  byOn: null,
  reason: 'Trường không có lớp ghép.',
} as const;

describe('answers of a phone', () => {
  test('what nobody touched goes as one answer for all, the exceptions by name', () => {
    const whole = wholeOf(line('1'), line('2'), line('3'));
    const sending = choices.sendingOf(whole, typedOf({ common, own: { 2: { ...refusal } } }));
    assert.deepEqual(sending.rest, { act: 'adopt', ...common, reason: null });
    assert.deepEqual(sending.answers, [{ lineId: '2', ...refusal }]);
  });

  test('what is for information is not answered', () => {
    const whole = wholeOf(line('1', { mode: 'inform', state: 'known' }));
    assert.deepEqual(choices.sendingOf(whole, typedOf({ common })), { answers: [], rest: null });
  });

  test('who does it in words goes with a line, until somebody of the unit is chosen', () => {
    const whole = wholeOf(line('1'), line('2'));
    const own = { act: 'adopt' as const, teamId: 'van-phong', personId: null, byOn: '2026-12-20', reason: null };
    const words = { teamId: null, personId: null, ownerName: 'Cô Loan', byOn: '2026-12-20' };
    const { answers, rest } = choices.sendingOf(
      whole,
      typedOf({ common: words, own: { 2: { ...own, ownerName: 'Cô Loan' } } }),
    );
    assert.deepEqual(rest, { act: 'adopt', ...words, reason: null });
    assert.deepEqual(answers, [{ lineId: '2', ...own }]);
    const there = line('1', { state: 'adopted', ownerName: 'Cô Loan', byOn: '2026-12-20' });
    assert.deepEqual(choices.toSend(wholeOf(there), typedOf()), [], 'it stays where nobody touches it');
  });

  test('an answer that is there already does not go out again', () => {
    const there = line('1', { state: 'adopted', teamId: 'van-phong', byOn: '2026-12-20' });
    assert.deepEqual(choices.toSend(wholeOf(there), typedOf({ common: { ...common, teamId: 'khac' } })), []);
  });

  test('a line without somebody or a day takes what is chosen for all, and only what it lacks', () => {
    const loose = line('1', { state: 'loose', personId: 'co-ha' });
    const { answers, rest } = choices.sendingOf(wholeOf(loose), typedOf({ common }));
    assert.deepEqual(answers, [
      { lineId: '1', act: 'adopt', teamId: null, personId: 'co-ha', byOn: '2026-12-20', reason: null },
    ]);
    assert.equal(rest, null);
  });

  test('a line that an edition changed keeps who does it and goes by name', () => {
    const changed = line('1', { state: 'changed', teamId: 'to-xa-hoi', byOn: '2026-12-01', formerText: 'Việc cũ' });
    const { answers } = choices.sendingOf(wholeOf(changed, line('2')), typedOf({ common }));
    assert.deepEqual(
      answers.map((a) => [a.lineId, a.teamId, a.byOn]),
      [['1', 'to-xa-hoi', '2026-12-01']],
    );
  });

  test('a reason is asked where the answer is no, and does not travel where it is yes', () => {
    const whole = wholeOf(line('1'), line('2'));
    const typed = typedOf({
      own: { 1: { ...refusal, reason: ' ' }, 2: { ...refusal, act: 'adopt', reason: 'đã bỏ' } },
    });
    assert.deepEqual(
      choices.withoutReason(whole.lines, typed).map((l) => l.lineId),
      ['1'],
    );
    assert.equal(choices.choiceOf(whole.lines[1]!, typed).reason, null);
  });

  test('in sum: adopted, refused, and how many lack somebody or a day', () => {
    const whole = wholeOf(line('1'), line('2'), line('3'));
    const typed = typedOf({ common: { ...common, teamId: null }, own: { 2: { ...refusal } } });
    assert.deepEqual(choices.tally(whole.lines, typed, true), { adopt: 2, 'not-ours': 1, 'wants-change': 0, loose: 2 });
    assert.equal(choices.tally(whole.lines, typed, false).loose, 0, 'over a link nobody can be named');
  });
});

describe('two phones', () => {
  const before = wholeOf(line('1'), line('2'));
  const now = wholeOf(line('1', { state: 'not-ours', reason: 'Không có học sinh dân tộc.' }), line('2'));

  test('the second sees only where the first said something else', () => {
    const found = choices.clashes(before, now, typedOf({ common }));
    assert.deepEqual(
      found.map((c) => [c.line.lineId, c.mine.act, c.theirs.reason]),
      [['1', 'adopt', 'Không có học sinh dân tộc.']],
    );
    const agreeing = wholeOf(line('1', { state: 'adopted', teamId: 'van-phong', byOn: '2026-12-20' }), line('2'));
    assert.deepEqual(choices.clashes(before, agreeing, typedOf({ common })), []);
  });

  test('who names nobody and no day has nothing against who does', () => {
    const named = wholeOf(line('1', { state: 'adopted', teamId: 'van-phong', byOn: '2026-12-20' }), line('2'));
    const typed = typedOf({ own: { 1: { act: 'adopt', teamId: null, personId: null, byOn: null, reason: null } } });
    assert.deepEqual(choices.clashes(before, named, typed), []);
    assert.deepEqual(choices.withoutSaid(named, typed).own, {});
  });

  test('what the first said stays unless the second chooses otherwise', () => {
    const typed = typedOf({ common });
    const found = choices.clashes(before, now, typed);
    const theirs = choices.toSend(now, choices.settled(found, new Set(), typed));
    assert.deepEqual(
      theirs.map((l) => l.lineId),
      ['2'],
    );
    const mine = choices.sendingOf(now, choices.settled(found, new Set(['1']), typed));
    assert.deepEqual(
      mine.answers.map((a) => [a.lineId, a.act]),
      [['1', 'adopt']],
    );
  });

  test('an answer that was there before the second began is no conflict', () => {
    const known = wholeOf(line('1', { state: 'not-ours', reason: 'Không có lớp ghép.' }));
    const typed = typedOf({ own: { 1: { ...refusal, reason: 'Không còn lớp ghép.' } } });
    assert.deepEqual(choices.clashes(known, known, typed), []);
  });
});
