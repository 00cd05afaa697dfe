import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#app/testing/database.ts';
import { schoolKinds } from '#lib/unit-kinds.ts';
import { verifyPassword } from '../../server/modules/access/password.ts';
import { samplePeople, vacantPosts } from './people.ts';
import { loadSample, personIdOf, sampleEmail, unitIdOf } from './sample.ts';
import { sampleUnits } from './units.ts';

test('the sample has a ministry, one province, three communes and twelve schools of all levels with teams', () => {
  const count = (kind: string) => sampleUnits.filter((u) => u.kind === kind && !u.closedOn).length;
  assert.deepEqual([count('ministry'), count('province-department'), count('commune-office')], [1, 1, 3]);
  const schools = sampleUnits.filter((u) => (schoolKinds as readonly string[]).includes(u.kind));
  assert.deepEqual([schools.length, new Set(schools.map((u) => u.kind)).size], [12, schoolKinds.length]);
  for (const school of schools) assert.ok(sampleUnits.filter((u) => u.below === school.key).length >= 3, school.name);
});

test('about sixty people with addresses that can never be real, and one post that waits', () => {
  assert.ok(samplePeople.length >= 55 && samplePeople.length <= 70, String(samplePeople.length));
  const addresses = samplePeople.map(sampleEmail);
  assert.equal(new Set(addresses).size, addresses.length);
  for (const address of addresses) assert.match(address, /^[a-z]+\.[a-z]+@[a-z.]+\.example$/);
  assert.equal(vacantPosts.length, 1);
});

test('the Sở has everybody whom a plan meets on its way', () => {
  const roles = new Set(samplePeople.flatMap((p) => p.roles.filter(([, unit]) => unit === 'so').map(([role]) => role)));
  for (const role of ['communications-officer', 'focal-head', 'head', 'clerk', 'administrator', 'leader'] as const)
    assert.ok(roles.has(role), role);
});

test('it is laid once, with the same ids on every machine and passwords that are shown only then', async () => {
  const { db } = await testDatabase();
  const accounts = await loadSample(db);
  assert.equal(accounts?.length, samplePeople.filter((p) => p.demo).length);
  const first = accounts![0]!;
  const row = await db
    .selectFrom('accounts')
    .select('password_hash')
    .where('person_id', '=', personIdOf(first.email))
    .executeTakeFirstOrThrow();
  assert.equal(await verifyPassword(first.password, row.password_hash), true);
  assert.equal(await verifyPassword(`${first.password}x`, row.password_hash), false);
  assert.equal(await loadSample(db), null);
  assert.equal(unitIdOf('so'), '0197c1e0-0000-7dd7-8e63-9d03f4ca3a7e');
  assert.throws(() => unitIdOf('nowhere'), /no unit nowhere/);
});
