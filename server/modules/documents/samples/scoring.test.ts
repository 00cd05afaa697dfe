import assert from 'node:assert/strict';
import test from 'node:test';
import { plansOf } from './build.ts';
import { goldOf } from './gold.ts';
import { alike, pair, scorePlan } from './scoring.ts';

const [plan] = await plansOf('tuning');
const gold = goldOf(plan!);
const perfect = () => ({
  ...structuredClone(gold),
  title: gold.title.norm,
  header: { ...gold.header, parentBody: gold.header.parentBody.value, issuingBody: gold.header.issuingBody.value },
});

test('a draft that says what the gold says misses nothing and adds nothing', () => {
  const { lists, values } = scorePlan(perfect(), gold);
  for (const [name, { extra, missed }] of Object.entries(lists)) assert.deepEqual([extra, missed], [[], []], name);
  for (const [name, { ok }] of Object.entries(values)) assert.ok(ok, name);
});

test('an empty draft misses everything', () => {
  const { lists, values } = scorePlan({}, gold);
  assert.ok(Object.values(lists).every(({ right, extra }) => right === 0 && extra.length === 0));
  assert.equal(values.title?.ok, false);
});

test('a purpose that is left out is missed, one that is made up is too many', () => {
  const draft = { ...perfect(), purposes: [{ text: 'Chưa ai viết câu này.' }] };
  const { right, extra, missed } = scorePlan(draft, gold).lists.purposes!;
  assert.deepEqual([right, extra.length, missed.length], [0, 1, gold.purposes.length]);
});

test('texts are compared by their words: case, marks of punctuation and line ends do not count', () => {
  assert.equal(alike('Sở GDĐT,\nphòng', 'sở gdđt phòng.'), 1);
  assert.equal(alike('một hai', 'ba bốn'), 0);
});

test('each row is paired once, the most alike first', () => {
  const found = pair(['a b c d', 'a b c'], ['a b c', 'a b c'], alike, 0.8);
  assert.deepEqual([found.right, found.extra, found.missed], [2, [], []]);
});
