import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consentChannels } from '#modules/media/classes.contract.ts';
import type { PupilConsents } from '#modules/media/consents.contract.ts';
import { entriesOf, markAt, marked, markedAll, type Pending, pressed } from './pending.ts';

const none: Pending = new Map();
const pupil = (id: string, asked: PupilConsents['asked'], state: 'none' | 'given' = 'none') =>
  ({
    id,
    asked,
    channels: Object.fromEntries(
      consentChannels.map((channel) => [channel, { representative: state, child: 'none', standing: 'no-consent' }]),
    ),
  }) as unknown as PupilConsents;
const young = pupil('a', ['representative']);
const older = pupil('b', ['representative', 'child'], 'given');

test('pressing a cell goes from yes to no and back to what is on record', () => {
  assert.equal(pressed(undefined, 'none'), 'given');
  assert.equal(pressed('given', 'none'), 'refused');
  assert.equal(pressed('refused', 'none'), null);
  assert.equal(pressed(undefined, 'given'), 'refused');
  assert.equal(pressed(undefined, 'refused'), 'given');
  assert.equal(pressed('given', 'refused'), null);
});

test('a mark that says what is on record is none', () => {
  const place = { pupilId: 'b', channel: 'portal', party: 'representative' } as const;
  assert.equal(marked(none, place, 'given', 'given').size, 0);
  assert.equal(markAt(marked(none, place, 'refused', 'given'), place), 'refused');
});

test('the whole class but one, and the child only where it is asked', () => {
  const of = { channels: ['portal'], parties: ['representative', 'child'], mark: 'given' } as const;
  const all = markedAll(none, [young, older], { ...of, except: new Set() });
  assert.deepEqual([...all.keys()], ['a portal representative', 'b portal child']);
  assert.equal(markedAll(none, [young, older], { ...of, except: new Set(['a', 'b']) }).size, 0);
});

test('what is sent names each pupil, party and answer once, with who signed', () => {
  const of = { channels: ['portal', 'social'], parties: ['representative'], mark: 'given' } as const;
  const all = markedAll(none, [young], { ...of, except: new Set() });
  assert.deepEqual(entriesOf(all, new Map([['a', { name: 'Lò Thị Hặc', relation: 'mẹ' }]])), [
    {
      pupilIds: ['a'],
      parties: ['representative'],
      channels: ['portal', 'social'],
      answer: 'given',
      givenBy: 'Lò Thị Hặc',
      relation: 'mẹ',
    },
  ]);
});
