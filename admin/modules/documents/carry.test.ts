import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CarryItem, groupsFor, hasParentIn, takenOf, withChildren, withTaken } from './carry.ts';

const item = (
  field: string,
  part: CarryItem['part'],
  why: CarryItem['why'],
  actor: string | null = null,
): CarryItem => ({
  field,
  part,
  why,
  actor,
  text: field,
  chosen: why !== 'for-others',
});
const items = [
  item('activity:0', 'activity', 'content'),
  item('purpose:0', 'purpose', 'content'),
  item('duty:0.0', 'solution', 'asked-of-us', 'Các sở GDĐT'),
  item('quota:0', 'quota', 'asked-of-us', 'Các sở GDĐT'),
  item('quota:1', 'quota', 'asked-of-us'),
  item('duty:1.0', 'solution', 'for-others', 'Vụ Kế hoạch'),
];

test('content stands by part, in the order of a plan', () => {
  assert.deepEqual(
    groupsFor(items, 'content').map((group) => group.part),
    ['purpose', 'activity'],
  );
});

test('requests stand by whom the document names, those for everybody apart', () => {
  assert.deepEqual(
    groupsFor(items, 'asked-of-us').map((group) => [group.actor, group.items.length]),
    [
      ['Các sở GDĐT', 2],
      [null, 1],
    ],
  );
});

test('a box for a group takes and leaves all of it', () => {
  const some = new Set(['quota:0']);
  const asked = items.filter((one) => one.why === 'asked-of-us');
  assert.equal(takenOf(some, asked), 'some');
  const all = withTaken(some, asked, true);
  assert.equal(takenOf(all, asked), 'all');
  assert.equal(takenOf(withTaken(all, asked, false), asked), 'none');
});

test('an area is taken with its points, a point alone', () => {
  const area = item('area:0', 'area', 'content');
  const point = item('areaItem:0.0', 'area', 'content');
  const other = item('areaItem:1.0', 'area', 'content');
  const facts = new Map([
    ['areaItem:0.0', { more: '', parent: 'area:0' }],
    ['areaItem:1.0', { more: '', parent: 'area:1' }],
  ]);
  const all = [area, point, other];
  assert.deepEqual(withChildren(all, area, facts), [area, point]);
  assert.deepEqual(withChildren(all, point, facts), [point]);
  assert.deepEqual(
    all.map((one) => hasParentIn(all, one, facts)),
    [false, true, false],
  );
});
