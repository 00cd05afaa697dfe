import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UnitKind } from './unit-kinds.ts';
import { type DatedParent, type UpperBodyRule, upperBodyParent } from './upper-body.ts';

const rule = (
  unitKind: UnitKind,
  line: UpperBodyRule['line'],
  validFrom: string,
  validTo: string | null,
  otherwise: UpperBodyRule['otherwise'] = null,
): UpperBodyRule => ({ unitKind, line, otherwise, validFrom, validTo });

const rules = [
  rule('nursery', 'working', '2000-01-01', '2025-07-01', 'administrative'),
  rule('nursery', 'administrative', '2025-07-01', null),
  rule('upper-secondary', 'working', '2000-01-01', null),
  rule('division', 'administrative', '2000-01-01', null, 'working'),
  rule('ministry', null, '2000-01-01', null),
];

const parent = (
  line: DatedParent['line'],
  parentId: string,
  validFrom: string,
  validTo: string | null = null,
): DatedParent => ({ line, parentId, validFrom, validTo });

const nursery = [
  parent('working', 'Phòng GDĐT huyện', '2015-09-01', '2025-07-01'),
  parent('working', 'Phòng VH-XH xã', '2025-07-01'),
  parent('administrative', 'UBND xã', '2025-07-01'),
];

const at = (kind: UnitKind, on: string, parents: readonly DatedParent[]) =>
  upperBodyParent(kind, on, rules, parents)?.parentId ?? null;

test('a nursery stands under the Phòng GDĐT until 30/6/2025 and under the UBND of its commune from 1/7/2025', () => {
  assert.equal(at('nursery', '2024-09-05', nursery), 'Phòng GDĐT huyện');
  assert.equal(at('nursery', '2025-06-30', nursery), 'Phòng GDĐT huyện');
  assert.equal(at('nursery', '2025-07-01', nursery), 'UBND xã');
  assert.equal(at('nursery', '2026-11-20', nursery), 'UBND xã');
});

test('where only the UBND of the district was recorded, that is printed', () => {
  assert.equal(
    at('nursery', '2024-01-01', [parent('administrative', 'UBND huyện', '2010-01-01', '2025-07-01')]),
    'UBND huyện',
  );
});

test('an upper secondary school keeps its Sở across the change', () => {
  const school = [parent('working', 'Sở', '2000-01-01'), parent('administrative', 'UBND xã', '2025-07-01')];
  assert.equal(at('upper-secondary', '2024-01-01', school), 'Sở');
  assert.equal(at('upper-secondary', '2026-01-01', school), 'Sở');
});

test('a phòng of a Sở has the Sở, the former Phòng GDĐT had the UBND of its district', () => {
  assert.equal(at('division', '2026-01-01', [parent('working', 'Sở', '2000-01-01')]), 'Sở');
  assert.equal(
    at('division', '2024-01-01', [
      parent('working', 'Sở', '2000-01-01'),
      parent('administrative', 'UBND huyện', '2000-01-01', '2025-07-01'),
    ]),
    'UBND huyện',
  );
});

test('a ministry prints nothing above its name', () => {
  assert.equal(at('ministry', '2026-01-01', [parent('working', 'x', '2000-01-01')]), null);
});

test('a parent that is not recorded for the day is not guessed, nor a kind without a rule', () => {
  assert.equal(at('nursery', '2026-01-01', [parent('working', 'Phòng VH-XH xã', '2025-07-01')]), null);
  assert.equal(at('partner', '2026-01-01', nursery), null);
});
