import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '#app/testing/http.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import * as access from '../access/access.contract.ts';
import { accessRoutes } from '../access/access.routes.ts';
import { orgRoutes } from '../org/org.routes.ts';
import { listAudit } from './audit.contract.ts';
import { auditRoutes } from './audit.routes.ts';

const app = await testApp({ routes: [...orgRoutes, ...accessRoutes, ...auditRoutes] });
const director = app.as('ha.nguyen@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const teacher = personIdOf('huyen.nong@thcssuoingoc.songtra.example');

const grant = await principal.call(access.addGrant, {
  unitId: unitIdOf('cs2'),
  personId: teacher,
  role: 'site-manager',
});

test('a record says who did it, and names the people behind the ids of the row', async () => {
  const { items } = await principal.call(listAudit, { subjectId: grant.id });
  assert.equal(items.length, 1);
  assert.deepEqual(
    [items[0]!.event, items[0]!.personName, items[0]!.unitName],
    ['grant.added', 'Lê Thị Bích Ngọc', 'Trường THCS Suối Ngọc'],
  );
  assert.deepEqual(items[0]!.names, { [teacher]: 'Nông Thị Huyền' });
});

test('records are filtered by the person who acted and by what was changed, page by page', async () => {
  await principal.call(access.revokeGrant, { grantId: grant.id });
  const personId = personIdOf('ngoc.le@thcssuoingoc.songtra.example');
  const first = await director.call(listAudit, { personId, subjectKind: 'grant', limit: 1 });
  assert.deepEqual(
    first.items.map((one) => one.event),
    ['grant.revoked'],
  );
  const second = await director.call(listAudit, { personId, subjectKind: 'grant', limit: 1, after: first.next! });
  assert.deepEqual([second.items.map((one) => one.event), second.next], [['grant.added'], null]);
});

test('records of units outside the reach stay unseen', async () => {
  const neighbour = app.as('son.pham@thsuoingoc.songtra.example');
  assert.deepEqual((await neighbour.call(listAudit, { subjectId: grant.id })).items, []);
});
