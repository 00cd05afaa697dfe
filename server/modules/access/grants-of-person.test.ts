import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '#app/testing/http.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import { orgRoutes } from '../org/org.routes.ts';
import * as access from './access.contract.ts';
import { accessRoutes } from './access.routes.ts';

const app = await testApp({ routes: [...orgRoutes, ...accessRoutes] });
const director = app.as('ha.nguyen@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const teacher = personIdOf('huyen.nong@thcssuoingoc.songtra.example');

test('the roles of one person are listed with their units; one that was taken back stays without an act', async () => {
  const given = await principal.call(access.addGrant, {
    unitId: unitIdOf('cs2'),
    personId: teacher,
    role: 'site-manager',
  });
  const shown = async () =>
    (await principal.call(access.listGrantsOfPerson, { personId: teacher })).items.map((g) => [
      g.role,
      g.unitName,
      g.lastDay === null,
      g.can,
    ]);
  const contributor = ['contributor', 'Trường THCS Suối Ngọc', true, ['revoke']];
  assert.deepEqual(await shown(), [['site-manager', 'Trường THCS Suối Ngọc', true, ['revoke']], contributor]);
  await principal.call(access.revokeGrant, { grantId: given.id });
  assert.deepEqual(await shown(), [contributor, ['site-manager', 'Trường THCS Suối Ngọc', false, []]]);
});

test('roles at units outside the reach stay unseen, and a person outside it is not there', async () => {
  const head = personIdOf('ngoc.le@thcssuoingoc.songtra.example');
  assert.ok((await director.call(access.listGrantsOfPerson, { personId: head })).items.length > 0);
  await principal.refused(
    access.listGrantsOfPerson,
    { personId: personIdOf('son.pham@thsuoingoc.songtra.example') },
    'not-found',
  );
});
