import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOf } from '#app/testing/audit.ts';
import { testApp } from '#app/testing/http.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import { getUnit } from '../org/org.contract.ts';
import { orgRoutes } from '../org/org.routes.ts';
import { pathOf } from '../org/org.ts';
import * as access from './access.contract.ts';
import { accessRoutes } from './access.routes.ts';
import { holdersAt, holdersOf } from './access.ts';

const app = await testApp({ routes: [...orgRoutes, ...accessRoutes] });
const administrator = app.as('minh.ho@so.songtra.example');
const director = app.as('ha.nguyen@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const teacher = 'huyen.nong@thcssuoingoc.songtra.example';
const school = unitIdOf('cs2');

const rolesOf = async (email: string) =>
  (await app.as(email).call(access.getMe, {})).units.map((u) => [u.name, u.roles] as const);

test('a principal gives a teacher a role; it counts at the next request, and the audit says so', async () => {
  const grant = await principal.call(access.addGrant, {
    unitId: school,
    personId: personIdOf(teacher),
    role: 'site-manager',
  });
  assert.deepEqual(
    [grant.personName, grant.validFrom, grant.lastDay, grant.hasAccount, grant.can],
    ['Nông Thị Huyền', '2026-11-20', null, true, ['revoke']],
  );
  assert.deepEqual((await rolesOf(teacher))[0], ['Trường THCS Suối Ngọc', ['contributor', 'site-manager']]);
  await principal.refused(
    access.addGrant,
    { unitId: school, personId: personIdOf(teacher), role: 'site-manager' },
    'access.grant-exists',
  );
  const told = await auditOf(app.database, grant.id);
  assert.deepEqual(
    told.map((t) => [t.event, t.unitId, t.after]),
    [
      [
        'grant.added',
        school,
        { personId: personIdOf(teacher), role: 'site-manager', validFrom: '2026-11-20', validTo: null },
      ],
    ],
  );
});

test('a role that is taken back is gone at the next request', async () => {
  const { items } = await principal.call(access.listGrants, { unitId: school });
  const grant = items.find((g) => g.personId === personIdOf(teacher) && g.role === 'site-manager')!;
  await principal.call(access.revokeGrant, { grantId: grant.id });
  assert.deepEqual((await rolesOf(teacher))[0], ['Trường THCS Suối Ngọc', ['contributor']]);
  assert.ok(!(await principal.call(access.listGrants, { unitId: school })).items.some((g) => g.id === grant.id));
  await principal.call(access.addGrant, { unitId: school, personId: personIdOf(teacher), role: 'site-manager' });
});

test('a role with days holds on those days only, with its written basis', async () => {
  const personId = personIdOf('anh.bach@thcssuoingoc.songtra.example');
  const given = {
    unitId: school,
    personId,
    role: 'spokesperson' as const,
    validFrom: '2026-12-01',
    lastDay: '2026-12-05',
    basis: 'Giấy ủy quyền số 12/GUQ',
  };
  const grant = await principal.call(access.addGrant, given);
  assert.deepEqual([grant.lastDay, grant.basis], ['2026-12-05', 'Giấy ủy quyền số 12/GUQ']);
  const start = app.clock.now;
  const onDay = async (day: string) => {
    app.clock.now = new Date(`${day}T03:00:00Z`);
    const path = await pathOf(app.database.db, school);
    const { items } = await principal.call(access.listGrants, { unitId: school });
    return [
      items.some((g) => g.id === grant.id),
      (await holdersAt(app.database.db, 'plans.comment', path, day)).includes(personId),
    ];
  };
  assert.deepEqual((await onDay('2026-11-20'))[0], true);
  const held = await app.database.db
    .selectFrom('grants')
    .select(['valid_from', 'valid_to'])
    .where('id', '=', grant.id)
    .executeTakeFirstOrThrow();
  assert.deepEqual(held, { valid_from: '2026-12-01', valid_to: '2026-12-06' });
  app.clock.now = start;
  await principal.refused(access.addGrant, { ...given, role: 'leader', lastDay: '2026-11-30' }, 'invalid');
});

test('nobody gives a role with rights they do not hold there, nor such a role to themselves', async () => {
  const personId = personIdOf(teacher);
  await principal.refused(access.addGrant, { unitId: school, personId, role: 'administrator' }, 'access.beyond-own');
  await principal.call(access.addGrant, { unitId: school, personId, role: 'clerk' });
  const self = personIdOf('minh.ho@so.songtra.example');
  await administrator.refused(
    access.addGrant,
    { unitId: unitIdOf('so'), personId: self, role: 'head' },
    'access.beyond-own',
  );
  await administrator.refused(
    access.addGrant,
    { unitId: unitIdOf('so'), personId: self, role: 'clerk' },
    'access.beyond-own',
  );
  await administrator.refused(access.addGrant, { unitId: unitIdOf('bo'), personId, role: 'contributor' }, 'forbidden');
  assert.deepEqual(
    (await principal.call(access.listGrants, { unitId: school })).grantable.includes('administrator'),
    false,
  );
  assert.deepEqual(
    (await administrator.call(access.listGrants, { unitId: school })).grantable.includes('administrator'),
    true,
  );
});

test('a role is given only where its giver manages roles: below yes, beside and above no', async () => {
  const personId = personIdOf('toan.vi@thsuoingoc.songtra.example');
  await director.call(access.addGrant, { unitId: unitIdOf('th2'), personId, role: 'site-manager' });
  await principal.refused(access.addGrant, { unitId: unitIdOf('th2'), personId, role: 'site-manager' }, 'forbidden');
  await principal.refused(access.addGrant, { unitId: school, personId, role: 'site-manager' }, 'not-found');
  await app
    .as('lan.pham@so.songtra.example')
    .refused(access.addGrant, { unitId: school, personId, role: 'contributor' }, 'forbidden');
  await principal.refused(access.listGrants, { unitId: unitIdOf('th2') }, 'forbidden');
});

test('nobody takes their own management away, nor a role above their own', async () => {
  const at = async (unit: string, email: string) =>
    (await administrator.call(access.listGrants, { unitId: unitIdOf(unit) })).items.find(
      (g) => g.personId === personIdOf(email),
    )!;
  const own = await at('so', 'minh.ho@so.songtra.example');
  assert.deepEqual(own.can, []);
  await administrator.refused(access.revokeGrant, { grantId: own.id }, 'access.own-grant');
  await director.refused(access.revokeGrant, { grantId: own.id }, 'access.beyond-own');
  await principal.refused(access.revokeGrant, { grantId: own.id }, 'not-found');
  const clerk = await at('so', 'sen.bui@so.songtra.example');
  await app.as('lan.pham@so.songtra.example').refused(access.revokeGrant, { grantId: clerk.id }, 'forbidden');
});

test('the sign-in address is changed only by who might give every role the person holds; sessions end', async () => {
  const clerk = personIdOf('lanh.thai@thcssuoingoc.songtra.example');
  const before = await app.as('lanh.thai@thcssuoingoc.songtra.example').call(access.getMe, {});
  assert.equal(before.person.id, clerk);
  const changed = await principal.call(access.changeEmail, {
    personId: clerk,
    version: 1,
    email: 'Lanh2@thcssuoingoc.songtra.example',
  });
  assert.deepEqual([changed.email, changed.version], ['lanh2@thcssuoingoc.songtra.example', 2]);
  await app.as('lanh.thai@thcssuoingoc.songtra.example').refused(access.getMe, {}, 'signed-out');
  await director.refused(
    access.changeEmail,
    { personId: personIdOf('minh.ho@so.songtra.example'), version: 1, email: 'x@y.example' },
    'access.beyond-own',
  );
  await principal.refused(access.changeEmail, { personId: clerk, version: 1, email: 'z@y.example' }, 'conflict');
  await principal.refused(
    access.changeEmail,
    { personId: clerk, version: 2, email: 'son.pham@thsuoingoc.songtra.example' },
    'org.email-taken',
  );
  await principal.refused(
    access.changeEmail,
    { personId: personIdOf('son.pham@thsuoingoc.songtra.example'), version: 1, email: 'z@y.example' },
    'not-found',
  );
});

test('who holds a right at a unit is known for notices: own rows at the unit, the rest from above too', async () => {
  const path = (await principal.call(getUnit, { unitId: school })).path;
  const { db } = app.database;
  const signs = await holdersOf(db, 'plans.sign', path, '2026-11-20');
  assert.deepEqual(signs, [personIdOf('ngoc.le@thcssuoingoc.songtra.example')]);
  const manages = await holdersOf(db, 'units.manage', path, '2026-11-20');
  assert.deepEqual(manages.sort(), [personIdOf('minh.ho@so.songtra.example'), personIdOf('tu.kieu@bo.example')].sort());
  assert.deepEqual(await holdersAt(db, 'units.manage', path, '2026-11-20'), []);
});
