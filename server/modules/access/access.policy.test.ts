import assert from 'node:assert/strict';
import { test } from 'node:test';
import { covers, reachOf } from '#lib/reach.ts';
import { type Role, roleNames } from '#lib/rights.ts';
import { delayAfter, mayGrant, rightsOf } from './access.policy.ts';

const actor = (role: Role, path = '1.2.') => ({
  person: { id: 'me', name: 'Ai', email: null },
  can: (right: Parameters<typeof reachOf>[1], at: string) => covers(reachOf([{ path, role }], right), at),
});

const givers: [Role, Role[]][] = [
  ['administrator', roleNames.filter(() => true)],
  ['head', roleNames.filter((role) => role !== 'administrator')],
  ['communications-officer', []],
  ['focal-head', []],
  ['clerk', []],
  ['contributor', []],
];
for (const [giver, given] of givers) {
  test(`a ${giver} gives ${given.length} of the ${roleNames.length} roles, at the unit and below, nowhere else`, () => {
    const who = actor(giver);
    assert.deepEqual(
      roleNames.filter((role) => mayGrant(who, role, '1.2.', 'somebody')),
      given,
    );
    assert.deepEqual(
      roleNames.filter((role) => mayGrant(who, role, '1.2.3.', 'somebody')),
      given,
    );
    for (const path of ['1.', '1.20.', '1.3.'])
      assert.deepEqual(
        roleNames.filter((role) => mayGrant(who, role, path, 'somebody')),
        [],
      );
  });
}

test('nobody gives themselves a right they do not hold at that very unit', () => {
  for (const giver of roleNames) {
    for (const path of ['1.2.', '1.2.3.']) {
      const who = actor(giver);
      for (const role of roleNames) {
        if (mayGrant(who, role, path, 'me'))
          assert.ok(
            rightsOf(role).every((right) => who.can(right, path)),
            `${giver} → ${role} at ${path}`,
          );
      }
    }
  }
});

test('delays grow, doubling, up to a quarter of an hour', () => {
  const delays = Array.from({ length: 14 }, (_, i) => delayAfter(i));
  assert.deepEqual(delays, [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
  for (let i = 1; i < 100; i++) assert.ok(delayAfter(i) >= delayAfter(i - 1) && delayAfter(i) <= 900);
});
