import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { issuedPlan } from '../../app/testing/issued-plan.ts';
import * as c from './cascade.contract.ts';
import { askedLinesOf, isAddressed, quotaAsks } from './cascade.ts';
import { decideWish } from './wishes.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const { db } = app.database;
const { planId, lines } = await issuedPlan(app);
const units = ['mn1', 'th1', 'cs1'];
const choice = {
  lines: ['contact', 'quota'].map((name) => ({ lineId: lines[name]! })),
  to: [{ mode: 'assign' as const, unitIds: units.map(sampleId) }],
};
await officer.call(c.sendPlan, { planId, id: newId(), choice });

async function answer(head: string, quota: Omit<c.Answer, 'lineId' | 'teamId' | 'personId' | 'byOn'>) {
  const who = app.as(`${head}.songtra.example`);
  const [mine] = (await who.call(c.listAsked, {})).items;
  const { version } = await who.call(c.getAsked, { addresseeId: mine!.id });
  const answers = [{ lineId: lines.quota!, ...quota }];
  return who.call(c.answerAsked, { addresseeId: mine!.id, version, answers, rest: { act: 'adopt' } });
}

test('a quota binds who was asked, until they say it is not theirs or a wish of theirs is agreed to', async () => {
  const bound = async () =>
    (await quotaAsks(db, [lines.quota!])).map((q) => units.find((u) => sampleId(u) === q.unitId));
  assert.deepEqual((await bound()).sort(), ['cs1', 'mn1', 'th1']);
  await answer('cuc.nguyen@mnhoamai', { act: 'not-ours', reason: 'Trẻ còn nhỏ' });
  const wish = await answer('hien.doan@thbinhtra', { act: 'wants-change', reason: 'Xin một bài mỗi quý' });
  assert.deepEqual((await bound()).sort(), ['cs1', 'th1'], 'a wish alone frees nobody');
  const line = wish.lines.find((l) => l.lineId === lines.quota)!;
  const place = { planId, unitId: sampleId('th1'), lineId: lines.quota! };
  await officer.call(decideWish, { ...place, version: line.version, decision: 'accepted' });
  assert.deepEqual(await bound(), ['cs1']);
});

test('what is asked of a unit is told to other modules line by line', async () => {
  const asked = await askedLinesOf(db, sampleId('mn1'));
  assert.deepEqual(asked.map((k) => k.state).sort(), ['loose', 'not-ours']);
  assert.deepEqual(await Promise.all(['mn1', 'mn2'].map((u) => isAddressed(db, planId, sampleId(u)))), [true, false]);
});
