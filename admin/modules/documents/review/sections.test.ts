import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleField } from './sample-fields.ts';
import { afterDone, nextOpen, orderOf, sectionsOf, stepFrom } from './sections.ts';

const fields = [
  sampleField('purpose:0', 'Tạo đồng thuận'),
  sampleField('requirement:0', 'Kịp thời', { state: 'open' }),
  sampleField('actor:0', 'Văn phòng Sở'),
  sampleField('actor:1', 'Các trường'),
  sampleField('duty:1.0', 'Gửi tin, bài', { parent: 'actor:1', state: 'open' }),
  sampleField('duty:0.0', 'Đôn đốc', { parent: 'actor:0' }),
  sampleField('duty:9.0', 'Việc mồ côi', { parent: 'actor:9' }),
  sampleField('unclaimed:0', 'Đoạn lạ', { state: 'open' }),
];
const keys = (list: readonly { key: string }[]) => list.map((f) => f.key);

test('fields stand under their headings in the order of the paper, duties behind their actor', () => {
  const sections = sectionsOf(fields, 'all');
  assert.deepEqual(
    sections.map((s) => s.group),
    ['purpose', 'requirement', 'actor', 'unclaimed'],
  );
  assert.deepEqual(keys(sections[2]?.fields ?? []), ['actor:0', 'duty:0.0', 'actor:1', 'duty:1.0', 'duty:9.0']);
});

test('only what waits is listed, and the field at hand stays', () => {
  assert.deepEqual(keys(orderOf(sectionsOf(fields, 'open'))), ['requirement:0', 'duty:1.0', 'unclaimed:0']);
  assert.deepEqual(keys(orderOf(sectionsOf(fields, 'open', 'purpose:0')))[0], 'purpose:0');
});

test('a duty that is listed without its actor says whose it is', () => {
  const actors = sectionsOf(fields, 'open').find((s) => s.group === 'actor');
  assert.equal(actors?.under.get('duty:1.0'), 'Các trường');
  const all = sectionsOf(fields, 'all').find((s) => s.group === 'actor');
  assert.equal(all?.under.get('duty:1.0'), undefined);
});

test('a heading counts what waits and what may be accepted at once', () => {
  const actors = sectionsOf(fields, 'open').find((s) => s.group === 'actor');
  assert.deepEqual([actors?.open, actors?.sure], [1, 4]);
});

test('the keys walk from field to field and stay at the ends', () => {
  const order = orderOf(sectionsOf(fields, 'all'));
  assert.equal(stepFrom(order, 'purpose:0', 1), 'requirement:0');
  assert.equal(stepFrom(order, 'purpose:0', -1), 'purpose:0');
  assert.equal(stepFrom(order, 'unclaimed:0', 1), 'unclaimed:0');
  assert.equal(stepFrom(order, undefined, 1), 'purpose:0');
});

test('the next one that waits is found from the top again, and never the one at hand', () => {
  const order = orderOf(sectionsOf(fields, 'all'));
  assert.equal(nextOpen(order, 'unclaimed:0'), 'requirement:0');
  assert.equal(nextOpen(order.slice(0, 2), 'requirement:0'), undefined);
});

test('a field that is done hands over to the next that waits, or to its neighbour when all are listed', () => {
  const open = orderOf(sectionsOf(fields, 'open'));
  assert.equal(afterDone(open, 'requirement:0', 'open'), 'duty:1.0');
  assert.equal(afterDone(open.slice(0, 1), 'requirement:0', 'open'), undefined);
  const all = orderOf(sectionsOf(fields, 'all'));
  assert.equal(afterDone(all, 'purpose:0', 'all'), 'requirement:0');
  assert.equal(afterDone(all, 'unclaimed:0', 'all'), 'unclaimed:0');
});
