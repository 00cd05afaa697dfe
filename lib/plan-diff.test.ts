import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ContentLine, diffPlans, diffWords, type PlanContent } from './plan-diff.ts';

const line = (id: string, text: string, more: Partial<ContentLine> = {}): ContentLine => ({
  id,
  part: 'purpose',
  parentId: null,
  text,
  detail: {},
  targets: [],
  ...more,
});
const plan = (...lines: ContentLine[]): PlanContent => ({ header: { title: 'Truyền thông năm 2026' }, lines });
const back = (changes: ReturnType<typeof diffWords>, without: 'added' | 'removed') =>
  changes
    .filter((c) => c.kind !== without)
    .map((c) => c.text)
    .join('');

test('equal plans have no changes', () => {
  assert.deepEqual(diffPlans(plan(line('a', 'Một')), plan(line('a', 'Một'))), []);
});

test('a changed word is shown within its sentence', () => {
  const words = diffWords('mỗi tháng ít nhất một bài', 'mỗi tháng ít nhất hai bài');
  assert.deepEqual(
    words.filter((w) => w.kind !== 'same').map((w) => w.text.trim()),
    ['một', 'hai'],
  );
});

test('of words written on to the end only those that came are marked, and of words cut off only those that went', () => {
  assert.deepEqual(diffWords('Trường Suối Ngọc', 'Trường Suối Ngọc năm 2026'), [
    { kind: 'same', text: 'Trường Suối Ngọc' },
    { kind: 'added', text: ' năm 2026' },
  ]);
  assert.deepEqual(diffWords('Ngọc năm 2026', 'Ngọc'), [
    { kind: 'same', text: 'Ngọc' },
    { kind: 'removed', text: ' năm 2026' },
  ]);
  assert.deepEqual(diffWords('', 'Ngọc'), [{ kind: 'added', text: 'Ngọc' }]);
  assert.deepEqual(diffWords('Ngọc', 'Ngọc'), [{ kind: 'same', text: 'Ngọc' }]);
  for (const [a, b] of [
    ['Ngọc', 'Ngọc '],
    ['Ngọc\n', 'Ngọc'],
    ['một hai', 'ba hai bốn'],
    ['', ' '],
  ] as const) {
    assert.equal(back(diffWords(a, b), 'added'), a);
    assert.equal(back(diffWords(a, b), 'removed'), b);
  }
});

test('removed and added lines carry their text', () => {
  const changes = diffPlans(plan(line('a', 'Một'), line('b', 'Hai')), plan(line('a', 'Một'), line('c', 'Ba')));
  assert.deepEqual(
    changes.map((c) => c.kind),
    ['added', 'removed'],
  );
});

test('only the line that was carried elsewhere counts as moved', () => {
  const before = plan(line('a', 'A'), line('b', 'B'), line('c', 'C'), line('d', 'D'));
  const after = plan(line('b', 'B'), line('c', 'C'), line('d', 'D'), line('a', 'A'));
  assert.deepEqual(
    diffPlans(before, after).map((c) => [c.kind, c.label]),
    [['moved', 'A']],
  );
});

test('a changed count is a fact of the line, not a change of words', () => {
  const target = (n: number) => [{ product: 'bài báo', counts: 'newspaper-article', months: { '2026-04': n } }];
  const [change] = diffPlans(
    plan(line('a', 'Tuyến bài', { targets: target(3) })),
    plan(line('a', 'Tuyến bài', { targets: target(5) })),
  );
  assert.deepEqual(change?.words, []);
  assert.deepEqual(change?.facts, [{ name: 'targets', before: '3 bài báo (2026-04)', after: '5 bài báo (2026-04)' }]);
});

test('the title belongs to the header', () => {
  const [change] = diffPlans(plan(), { ...plan(), header: { title: 'Truyền thông năm 2027' } });
  assert.equal(change?.part, 'header');
});

test('whatever the texts, the difference gives both back', () => {
  const vocabulary = ['giáo', 'dục', 'truyền', 'thông', 'trường', 'bài', 'tháng'];
  let seed = 7;
  const random = (n: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % n;
  };
  const sentence = () => Array.from({ length: random(30) }, () => vocabulary[random(vocabulary.length)]).join(' ');
  for (let i = 0; i < 500; i++) {
    const [a, b] = [sentence(), sentence()];
    const words = diffWords(a, b);
    assert.equal(back(words, 'added'), a);
    assert.equal(back(words, 'removed'), b);
  }
});

test('lines that were written anew, or had their words shuffled, do not keep anybody waiting', () => {
  const words = Array.from({ length: 300 }, (_, i) => `từ${i}`);
  const rows = (text: (i: number) => string) => plan(...Array.from({ length: 60 }, (_, i) => line(`${i}`, text(i))));
  const before = rows((i) => words.map((w) => `${w}.${i}`).join(' '));
  const anew = rows((i) => words.map((w) => `khác ${w} ${i}`).join(' '));
  const shuffled = rows((i) =>
    words
      .toReversed()
      .map((w) => `${w}.${i}`)
      .join(' '),
  );
  const began = performance.now();
  for (const after of [anew, shuffled])
    assert.deepEqual(
      diffPlans(before, after)[0]?.words.map((w) => w.kind),
      ['removed', 'added'],
    );
  assert.ok(performance.now() - began < 3000);
});
