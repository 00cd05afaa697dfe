import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import * as files from '#platform/files/files.contract.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import * as uploads from '#platform/files/uploads.contract.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as access from '../access/access.contract.ts';
import { listAudit } from '../audit/audit.contract.ts';
import { search } from '../search/search.contract.ts';
import * as o from './comments.contract.ts';
import * as c from './plans.contract.ts';
import * as s from './steps.contract.ts';
import * as v from './versions.contract.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-rights-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const chief = app.as('long.tran@so.songtra.example');
const director = app.as('ha.nguyen@so.songtra.example');
const clerk = app.as('sen.bui@so.songtra.example');
const administrator = app.as('minh.ho@so.songtra.example');
const ministry = app.as('bao.ly@bo.example');
const unitId = sampleId('so');
const period = { kind: 'calendarYear' as const, from: 2027, to: 2027 };

const line = (planId: string, text: string) => ({
  planId,
  lineId: newId(),
  version: 0,
  part: 'purpose' as const,
  text,
});

async function draft(title = 'Truyền thông năm 2027') {
  const { plan } = await officer.call(c.createPlan, { unitId, kind: 'year', title, period });
  await officer.call(c.putLine, line(plan.id, 'Lời riêng của dự thảo'));
  return plan;
}
const submit = (plan: { id: string; version: number }) =>
  officer.call(s.submitPlan, { planId: plan.id, version: plan.version, note: 'Kính trình' });

async function signed() {
  let plan = await submit(await draft());
  plan = await chief.call(s.initialPlan, { planId: plan.id, version: plan.version });
  plan = await clerk.call(s.checkFormat, { planId: plan.id, version: plan.version });
  return director.call(s.signPlan, { planId: plan.id, version: plan.version, signer: plan.signer });
}

test('the level above reads what was submitted, not the opinions, reasons and drafts before it', async () => {
  const plan = await draft();
  await director.call(o.addComment, { planId: plan.id, text: 'Ý kiến trong nhà' });
  const first = await submit(plan);
  await ministry.refused(v.diffVersions, { planId: plan.id, from: '2', to: '0' }, 'not-found');
  const back = await director.call(s.returnPlan, { planId: plan.id, version: first.version, reason: 'Chưa đạt' });
  await officer.call(c.putLine, line(plan.id, 'Thêm'));
  await submit(back);
  const seen = await ministry.call(c.getPlan, { planId: plan.id });
  assert.deepEqual(
    seen.history.map((h) => [h.step, h.note]),
    [['submission', null]],
  );
  assert.deepEqual((await ministry.call(o.listComments, { planId: plan.id })).items, []);
  assert.deepEqual(
    (await ministry.call(v.listVersions, { planId: plan.id })).items.map((x) => x.n),
    [2],
  );
  await ministry.refused(v.diffVersions, { planId: plan.id, from: '1', to: '2' }, 'not-found');
  const inside = await chief.call(c.getPlan, { planId: plan.id });
  assert.equal(inside.history.find((h) => h.step === 'return')?.note, 'Chưa đạt');
  assert.equal((await chief.call(o.listComments, { planId: plan.id })).items.length, 1);
  assert.equal((await chief.call(v.listVersions, { planId: plan.id })).items.length, 2);
});

test('the record of a draft names to the level above who did what, not what was written', async () => {
  const plan = await draft('Tên chỉ trong nhà');
  const bo = await app.database.db
    .selectFrom('units')
    .select(['id', 'path'])
    .where('id', '=', sampleId('bo'))
    .executeTakeFirstOrThrow();
  const holder = { person_id: personIdOf('bao.ly@bo.example'), unit_id: bo.id, path: bo.path };
  await app.database.db
    .insertInto('grants')
    .values({ id: newId(), ...holder, role: 'leader', valid_from: '2026-01-01' })
    .execute();
  const above = await ministry.call(listAudit, { subjectId: plan.id });
  assert.deepEqual(
    above.items.map((i) => [i.event, i.personName, i.before, i.after]),
    [['plan.created', 'Phạm Ngọc Lan', null, null]],
  );
  assert.ok(!JSON.stringify(above).includes('Tên chỉ trong nhà'));
  const own = await director.call(listAudit, { subjectId: plan.id });
  assert.equal(own.items[0]!.after?.title, 'Tên chỉ trong nhà');
});

test('whoever may open a draft finds it by search, and nobody else does', async () => {
  await draft('Chuyên đề hoa phượng');
  const found = async (who: typeof officer) => (await who.call(search, { q: 'hoa phuong', kind: 'plan' })).items.length;
  // A deputy director gives opinions and drafts nothing.
  assert.equal(await found(app.as('viet.phan@so.songtra.example')), 1);
  assert.equal(await found(ministry), 0);
  assert.equal(await found(app.as('thom.quach@suoingoc.songtra.example')), 0);
});

test('opinions are asked of colleagues only: nobody is led to a page that is closed to them', async () => {
  const plan = await draft();
  const ask = (email: string) => ({ planId: plan.id, version: 1, personIds: [personIdOf(email)] });
  await officer.refused(s.consult, ask('thom.quach@suoingoc.songtra.example'), 'invalid');
  await officer.refused(s.consult, { ...ask('ha.nguyen@so.songtra.example'), personIds: [newId()] }, 'invalid');
  const asked = await officer.call(s.consult, ask('ha.nguyen@so.songtra.example'));
  assert.equal(asked.state, 'consulting');
});

test('an uploaded file is nobody’s before it is the plan’s, and what it replaces is kept', async () => {
  let plan = await signed();
  const upload = async (name: string) => {
    const body = new TextEncoder().encode(`%PDF-1.7 ${name}`);
    const { id } = await clerk.call(uploads.startUpload, { unitId, name, bytes: body.byteLength });
    const reply = await clerk.send(uploads.continueUpload, { uploadId: id, offset: 0 }, { body });
    return ((await reply.json()) as { fileId: string }).fileId;
  };
  const first = await upload('lần một.pdf');
  assert.equal((await ministry.send(files.getFile, { fileId: first })).status, 404);
  const at = { planId: plan.id, version: plan.version };
  plan = await clerk.call(s.issuePlan, { ...at, number: '5', issuedOn: '2026-11-20', signedFileId: first });
  assert.equal((await ministry.send(files.getFile, { fileId: first })).status, 200);
  const second = await upload('lần hai.pdf');
  // Somebody else's upload cannot be taken.
  await director.refused(s.attachSignedFile, { planId: plan.id, version: plan.version, fileId: second }, 'forbidden');
  plan = await clerk.call(s.attachSignedFile, { planId: plan.id, version: plan.version, fileId: second });
  assert.equal(plan.signedFileId, second);
  const kept = await app.database.db
    .selectFrom('plan_steps')
    .select(['step', 'file_id'])
    .where('file_id', 'is not', null)
    .orderBy('seq')
    .execute();
  assert.deepEqual(kept, [
    { step: 'issue', file_id: first },
    { step: 'signed-file', file_id: second },
  ]);
});

test('a role taken back ends at once, in the middle of the way', async () => {
  const plan = await submit(await draft());
  const { items } = await administrator.call(access.listGrants, { unitId });
  const grant = items.find((g) => g.personId === personIdOf('long.tran@so.songtra.example') && g.role === 'focal-head');
  assert.ok(grant);
  await director.call(access.revokeGrant, { grantId: grant.id });
  await chief.refused(s.initialPlan, { planId: plan.id, version: plan.version }, 'forbidden');
  const back = { unitId, personId: grant.personId, role: 'focal-head' as const };
  await director.call(access.addGrant, back);
  await chief.call(s.initialPlan, { planId: plan.id, version: plan.version });
});

test('in the name of a unit that has ended nothing more is written or signed, but what was begun is put away', async () => {
  const school = sampleId('cs2');
  const teacher = app.as('anh.bach@thcssuoingoc.songtra.example');
  const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
  const begin = async () => {
    const { plan } = await teacher.call(c.createPlan, { unitId: school, kind: 'year', title: 'Của trường', period });
    await teacher.call(c.putLine, line(plan.id, 'Mục đích'));
    return plan;
  };
  const [open, sent] = [await begin(), await begin()];
  const submitted = await teacher.call(s.submitPlan, { planId: sent.id, version: sent.version });
  await app.database.owner.updateTable('units').set({ closed_on: '2026-11-20' }).where('id', '=', school).execute();
  const { title } = await teacher.refused(s.submitPlan, { planId: open.id, version: open.version }, 'org.unit-closed');
  assert.match(title, /20\/11\/2026/);
  await teacher.refused(c.putLine, line(open.id, 'Thêm'), 'org.unit-closed');
  await principal.refused(
    s.signPlan,
    { planId: sent.id, version: submitted.version, signer: submitted.signer },
    'org.unit-closed',
  );
  const seen = await principal.call(c.getPlan, { planId: sent.id });
  assert.ok(!seen.plan.can.includes('sign') && seen.plan.can.includes('return'));
  await principal.call(s.returnPlan, { planId: sent.id, version: submitted.version, reason: 'Trường đã kết thúc' });
  await teacher.call(c.deletePlan, { planId: open.id, version: open.version });
  await teacher.refused(c.createPlan, { unitId: school, kind: 'year', title: 'Mới', period }, 'org.unit-closed');
});
