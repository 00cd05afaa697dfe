import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as c from './articles.contract.ts';
import { duesOf, remindOfSteps } from './step-reminders.ts';
import * as s from './steps.contract.ts';
import * as w from './workflows.contract.ts';
import { stepsFor } from './workflows.ts';

const monday = new Date('2026-11-30T01:00:00Z');
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: monday });
const { db } = app.database;
const at = (mailbox: string) => app.as(`${mailbox}@thcssuoingoc.songtra.example`);
const [huyen, bach, ngoc] = [at('huyen.nong'), at('anh.bach'), at('ngoc.le')];
const vinh = app.as('vinh.ha@suoingoc.songtra.example');
const ha = app.as('ha.nguyen@so.songtra.example');
const school = sampleId('cs2');
const commune = sampleId('xa.sn');

let made = 0;
async function submitted(title: string): Promise<s.ArticleSteps> {
  made += 1;
  const text = `Bản tin số ${made} kể chuyện ${made * 6151} của nhà trường trong tuần.`;
  const article = await huyen.call(c.createArticle, {
    id: newId(),
    unitId: school,
    kind: 'tin',
    language: 'vi',
    title,
    summary: 'Tóm tắt',
    credit: 'Nông Thị Huyền',
    content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  });
  return await huyen.call(s.submitArticle, { articleId: article.id, contentHash: article.text.contentHash });
}
const on = ({ articleId, contentHash, runs: [run] }: s.ArticleSteps) => ({
  articleId,
  contentHash,
  runId: run!.id,
  step: run!.step,
});
const titles = async (who: typeof bach, more: Parameters<typeof who.call<typeof s.listWaiting>>[1] = {}) =>
  (await who.call(s.listWaiting, more)).items.map((row) => row.title);

describe('what waits for whom', () => {
  test('the officer finds what waits for the officer, the principal what waits for the principal, both all of the school', async () => {
    const first = await submitted('Tin thứ nhất');
    await submitted('Tin thứ hai');
    await bach.call(s.passStep, on(first));
    assert.deepEqual(await titles(bach), ['Tin thứ hai']);
    assert.deepEqual(await titles(ngoc), ['Tin thứ nhất']);
    assert.deepEqual(await titles(huyen), []);
    assert.deepEqual((await titles(huyen, { scope: 'sent' })).sort(), ['Tin thứ hai', 'Tin thứ nhất']);
    assert.deepEqual((await titles(ngoc, { scope: 'unit' })).sort(), ['Tin thứ hai', 'Tin thứ nhất']);
    assert.deepEqual(await titles(ngoc, { scope: 'unit', by: 'editor' }), ['Tin thứ hai']);
    assert.deepEqual(await titles(ngoc, { scope: 'unit', q: 'thu nhat' }), ['Tin thứ nhất']);
    assert.deepEqual(await titles(ngoc, { scope: 'unit', q: 'nong thi huyen' }).then((t) => t.length), 2);
    assert.deepEqual(await titles(vinh, { scope: 'unit' }), []);
    assert.deepEqual(await bach.call(s.countWaiting, {}), { mine: 1, late: 0 });
  });

  test('page by page, the most urgent first; what somebody took on waits for nobody else', async () => {
    for (let i = 0; i < 3; i++) await submitted(`Loạt tin ${i}`);
    const first = await bach.call(s.listWaiting, { limit: 2 });
    const second = await bach.call(s.listWaiting, { limit: 200, after: first.next! });
    assert.equal(first.items.length + second.items.length, 4);
    const [row] = first.items;
    assert.ok(row!.can.includes('claim') && row!.can.includes('pass'));
    const { articleId, runId, step } = row!;
    const personId = personIdOf('lanh.thai@thcssuoingoc.songtra.example');
    await bach.call(s.delegateStep, { articleId, runId, step, personId, days: 1 });
    assert.equal((await titles(bach)).length, 3);
    const lanh = at('lanh.thai');
    assert.deepEqual(await titles(lanh), [row!.title]);
    // Of a unit whose texts one no longer reads nothing is listed, whatever was passed on.
    const [grant] = await db.deleteFrom('grants').where('person_id', '=', personId).returningAll().execute();
    const cs1 = await db.selectFrom('units').select('path').where('id', '=', sampleId('cs1')).executeTakeFirstOrThrow();
    const elsewhere = { ...grant!, id: newId(), unit_id: sampleId('cs1'), path: cs1.path };
    await db.insertInto('grants').values(elsewhere).execute();
    assert.deepEqual(await titles(lanh), []);
    assert.deepEqual(await lanh.call(s.countWaiting, {}), { mine: 0, late: 0 });
    await db.deleteFrom('grants').where('id', '=', elsewhere.id).execute();
    await db.insertInto('grants').values(grant!).execute();
    assert.equal((await bach.refused(s.listWaiting, { after: 'x' }, 'unreadable')).status, 400);
  });
});

describe('reminders of steps', () => {
  const inbox = async (who: typeof bach, kind: string) =>
    (await who.call(listInbox, { limit: 200 })).items.filter((one) => one.kind === kind).length;
  const remind = (on: string) => db.transaction().execute((tx) => remindOfSteps(tx, new Date(`${on}T00:20:00Z`)));

  test('the day before, on the day, and after; then the principal hears of it; nobody twice', async () => {
    const before = await bach.call(s.countWaiting, {});
    assert.equal(before.late, 0);
    assert.ok((await remind('2026-12-01')) > 0);
    const soon = await inbox(bach, 'article.due-soon');
    assert.ok(soon >= 3);
    await remind('2026-12-01');
    assert.equal(await inbox(bach, 'article.due-soon'), soon);
    await remind('2026-12-02');
    assert.equal(await inbox(bach, 'article.due-today'), soon);
    // What was passed on with one day has passed its own by now.
    assert.equal(await inbox(ngoc, 'article.late-below'), 1);
    await remind('2026-12-03');
    assert.equal(await inbox(bach, 'article.late'), soon);
    assert.ok((await inbox(ngoc, 'article.late-below')) >= soon);
    await remind('2026-12-03');
    assert.equal(await inbox(bach, 'article.late'), soon);
    await db.updateTable('article_runs').set({ due_on: '2026-11-27' }).where('state', '=', 'open').execute();
    assert.deepEqual(await bach.call(s.countWaiting, {}), { mine: before.mine, late: before.mine });
    const [late] = (await bach.call(s.listWaiting, { late: 'yes' })).items;
    assert.equal(late?.late, 3);
  });

  test('over a weekend a step counts working days, and a server that was away on a Monday catches up on Tuesday', () => {
    assert.ok(duesOf('2026-12-04', -1, []).includes('2026-12-07'));
    assert.ok(!duesOf('2026-12-04', -1, []).includes('2026-12-04'));
    assert.ok(duesOf('2026-12-08', 0, []).includes('2026-12-08'));
    assert.deepEqual(duesOf('2026-12-08', 1, []), ['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07']);
    assert.equal(duesOf('2026-12-05', -1, []).includes('2026-12-04'), false);
  });
});

describe('the steps of a unit', () => {
  const steps = [
    { key: 'edit', name: 'Biên tập', by: 'editor' as const, days: 3 },
    { key: 'head', name: 'Duyệt', by: 'head' as const, days: 1 },
  ];

  test('a school without its own takes those of its kind, a nursery only the principal’s', async () => {
    const own = await ngoc.call(w.getWorkflow, { unitId: school });
    assert.deepEqual([own.from, own.steps.map((x) => x.by), own.can], ['default', ['editor', 'head'], ['set']]);
    assert.match(own.source ?? '', /QĐ 126/);
    assert.deepEqual(await stepsFor(db, sampleId('mn2'), null, '2026-11-30'), ['Hiệu trưởng duyệt']);
  });

  test('what the commune sets holds for the schools below that have none of their own', async () => {
    const before = await vinh.call(w.getWorkflow, { unitId: commune });
    assert.equal(before.takenUpBy, 3);
    const set = await vinh.call(w.setWorkflow, { unitId: commune, setAt: null, steps });
    assert.deepEqual([set.from, set.steps[0]!.days, set.can], ['own', 3, ['set', 'inherit']]);
    const below = await ngoc.call(w.getWorkflow, { unitId: school });
    assert.deepEqual([below.from, below.fromUnitName], ['above', 'Phòng Văn hóa - Xã hội xã Suối Ngọc']);
    const own = await ngoc.call(w.setWorkflow, { unitId: school, setAt: null, steps: steps.slice(1) });
    assert.deepEqual([own.from, own.inherited?.steps.length], ['own', 2]);
    assert.equal((await vinh.call(w.getWorkflow, { unitId: commune })).takenUpBy, 2);
    await ngoc.refused(w.setWorkflow, { unitId: school, setAt: null, steps }, 'conflict');
    assert.equal((await ngoc.call(w.inheritWorkflow, { unitId: school })).from, 'above');
    assert.equal((await vinh.call(w.inheritWorkflow, { unitId: commune })).from, 'default');
  });

  test('the approval stays with the head, or with whom the head names; a neighbour and an officer set nothing', async () => {
    const given = { unitId: school, setAt: null };
    await ngoc.refused(w.setWorkflow, { ...given, steps: steps.slice(0, 1) }, 'articles.last-step');
    await ngoc.refused(w.setWorkflow, { ...given, steps: [steps[1], steps[1]] }, 'articles.steps-twice');
    const person = { key: 'p', name: 'Phó hiệu trưởng duyệt', by: 'person' as const, days: 1 };
    const outside = personIdOf('dat.nguyen@thcsbinhtra.songtra.example');
    await ngoc.refused(w.setWorkflow, { ...given, steps: [{ ...person, personId: outside }] }, 'invalid');
    await bach.refused(w.setWorkflow, { ...given, steps }, 'forbidden');
    await ha.refused(w.setWorkflow, { ...given, steps }, 'forbidden');
    const personId = personIdOf('lanh.thai@thcssuoingoc.songtra.example');
    const set = await ngoc.call(w.setWorkflow, { ...given, steps: [steps[0]!, { ...person, personId }] });
    assert.equal(set.steps[1]!.personName, 'Thái Thị Lành');
    const way = await bach.call(s.passStep, on(await submitted('Phó hiệu trưởng duyệt')));
    const done = await at('lanh.thai').call(s.approveArticle, on(way));
    assert.equal(done.stage, 'approved');
    assert.equal(done.runs[0]!.decisions.at(-1)!.onBehalfOf, null);
    await ngoc.call(w.inheritWorkflow, { unitId: school });
  });

  test('in a unit that has ended nothing is handed in or approved', async () => {
    const way = await bach.call(s.passStep, on(await submitted('Trước ngày giải thể')));
    const closing = (closed_on: string | null) =>
      db.updateTable('units').set({ closed_on }).where('id', '=', school).execute();
    await closing('2026-11-30');
    await ngoc.refused(s.approveArticle, on(way), 'org.unit-closed');
    await ngoc.refused(w.setWorkflow, { unitId: school, setAt: null, steps }, 'org.unit-closed');
    await closing(null);
    assert.equal((await ngoc.call(s.approveArticle, on(way))).stage, 'approved');
  });
});
