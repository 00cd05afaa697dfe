import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { keepFile, storeContent } from '#platform/files/files.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { issuedPlan } from '../../app/testing/issued-plan.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as p from '../plans/plans.contract.ts';
import * as v from '../plans/versions.contract.ts';
import * as c from './cascade.contract.ts';
import { differencesOf } from './coverage-check.sql.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-asked-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const colleague = app.as('anh.bach@thcssuoingoc.songtra.example');
const teacher = app.as('huyen.nong@thcssuoingoc.songtra.example');
const neighbour = app.as('dat.nguyen@thcsbinhtra.songtra.example');

const { planId, lines } = await issuedPlan(app);
const chosen = ['contact', 'articles', 'reading', 'quota'].map((name) => ({ lineId: lines[name]! }));

async function sent(unit = 'cs2', to: Partial<c.Choice['to'][number]> = {}, plan = { planId, lines: chosen }) {
  const choice = { lines: plan.lines, to: [{ mode: 'assign' as const, unitIds: [sampleId(unit)], ...to }] };
  await officer.call(c.sendPlan, { planId: plan.planId, id: newId(), choice, dueOn: '2026-12-05' });
}
await sent();
const [row] = (await principal.call(c.listAsked, {})).items;
const addresseeId = row!.id;
const get = () => principal.call(c.getAsked, { addresseeId });

test('a school reads the plan that was sent to it, and its neighbour knows nothing of it', async () => {
  assert.equal(row!.state, 'unopened');
  assert.equal(row!.fromUnit, 'Sở Giáo dục và Đào tạo Sông Trà');
  assert.equal((await principal.call(p.getPlan, { planId })).plan.id, planId);
  assert.deepEqual((await principal.call(p.getPlan, { planId })).plan.can, []);
  await principal.call(p.planPaper, { planId });
  await principal.call(v.listVersions, { planId });
  assert.equal((await principal.send(p.exportPlan, { planId, format: 'docx' })).status, 200);
  await neighbour.refused(p.getPlan, { planId }, 'not-found');
  await neighbour.refused(c.getAsked, { addresseeId }, 'not-found');
  await neighbour.refused(c.answerAsked, { addresseeId, version: 1, answers: [] }, 'not-found');
  assert.deepEqual((await neighbour.call(c.listAsked, {})).items, []);
});

test('the signed file, which is the official text, opens for the school as well', async () => {
  await principal.refused(p.signedPlan, { planId }, 'not-found');
  const content = { ...(await storeContent('%PDF-1.7')), name: 'ke-hoach.pdf', mediaType: 'application/pdf' };
  const { path: at, id: unitId } = await app.database.db
    .selectFrom('units')
    .select(['id', 'path'])
    .where('id', '=', sampleId('so'))
    .executeTakeFirstOrThrow();
  await app.database.db.transaction().execute(async (tx) => {
    const owner = { unitId, path: at, readRight: 'plans.read' as const };
    const file = await keepFile(tx, content, owner, { now: app.clock.now, personId: null });
    await tx.updateTable('plans').set({ signed_file_id: file.id }).where('id', '=', planId).execute();
  });
  assert.equal((await principal.send(p.signedPlan, { planId })).status, 200);
  await neighbour.refused(p.signedPlan, { planId }, 'not-found');
});

test('opening acknowledges once, by whoever of the school opens first', async () => {
  const opened = await principal.call(c.openAsked, { addresseeId });
  assert.equal(opened.state, 'unanswered');
  assert.deepEqual(await colleague.call(c.openAsked, { addresseeId }), opened);
  await teacher.refused(c.openAsked, { addresseeId }, 'forbidden');
});

test('what is asked stands in the order of the paper, with whom it names and what is countable', async () => {
  const { lines: asked, people, teams } = await get();
  assert.deepEqual(
    asked.map((l) => [l.heading, l.text, l.counts]),
    [
      [null, 'Ngày hội đọc sách', '02 bài báo trong tháng 3/2027; 01 album ảnh trong tháng 4/2027'],
      ['Phòng Văn hóa - Xã hội các xã, phường; các trường', 'Phân công một người phụ trách truyền thông.', null],
      [
        'Phòng Văn hóa - Xã hội các xã, phường; các trường',
        'Viết bài về hoạt động tiêu biểu gửi về Văn phòng Sở.',
        null,
      ],
      ['Các trường', 'Mỗi tháng ít nhất 01 bài gửi về Sở', 'ít nhất 01 bài mỗi tháng'],
    ],
  );
  assert.ok(people.some((one) => one.name === 'Nông Thị Huyền' && one.title === 'Giáo viên'));
  assert.deepEqual(
    teams.map((t) => t.name),
    ['Ban Thông tin, tuyên truyền', 'Tổ Khoa học tự nhiên', 'Tổ Khoa học xã hội'],
  );
});

test('a reason is wanted, and the teacher who is named must work at the school; the field names the line', async () => {
  const { version } = await get();
  const answers = [
    { lineId: lines.contact!, act: 'not-ours' as const, reason: ' ' },
    { lineId: lines.reading!, act: 'adopt' as const, personId: personIdOf('dat.nguyen@thcsbinhtra.songtra.example') },
    { lineId: lines.articles!, act: 'adopt' as const, teamId: sampleId('cs1.t1'), byOn: '2026-11-01' },
    { lineId: lines.area!, act: 'adopt' as const },
  ];
  const refused = await principal.refused(c.answerAsked, { addresseeId, version, answers }, 'invalid');
  assert.deepEqual(
    Object.keys(refused.fields!).sort(),
    [
      `answers.${lines.area}`,
      `answers.${lines.articles}.byOn`,
      `answers.${lines.articles}.teamId`,
      `answers.${lines.contact}.reason`,
      `answers.${lines.reading}.personId`,
    ].sort(),
  );
});

const act = {
  answers: [
    { lineId: lines.quota!, act: 'not-ours' as const, reason: 'Trường đang sửa chữa' },
    {
      lineId: lines.reading!,
      act: 'adopt' as const,
      personId: personIdOf('huyen.nong@thcssuoingoc.songtra.example'),
      byOn: '2027-03-20',
    },
  ],
  rest: { act: 'adopt' as const },
};

test('one act with exceptions answers the whole plan; the teacher hears of it, the same act again changes nothing', async () => {
  const { version } = await get();
  const after = await principal.call(c.answerAsked, { addresseeId, version, ...act });
  assert.deepEqual(
    after.lines.map((l) => l.state),
    ['adopted', 'loose', 'loose', 'not-ours'],
  );
  assert.deepEqual([after.state, after.asked, after.answered], ['loose', 4, 4]);
  const again = await principal.call(c.answerAsked, { addresseeId, version, ...act });
  assert.equal(again.version, after.version);
  const { items } = await teacher.call(listInbox, {});
  assert.ok(items.some((n) => n.kind === 'ask.given' && n.link === '/app/viec-duoc-giao'));
  const mine = await teacher.call(c.listMyAsks, {});
  assert.deepEqual(
    mine.items.map((i) => [i.text, i.byOn, i.lateDays]),
    [['Ngày hội đọc sách', '2027-03-20', 0]],
  );
});

test('a second phone that still shows the old answers does not overwrite them: it is shown what stands there', async () => {
  const old = await get();
  await principal.call(c.answerAsked, {
    addresseeId,
    version: old.version,
    answers: [
      {
        lineId: lines.contact!,
        act: 'adopt',
        personId: personIdOf('anh.bach@thcssuoingoc.songtra.example'),
        byOn: '2026-12-01',
      },
    ],
  });
  const answers = [{ lineId: lines.contact!, act: 'wants-change' as const, reason: 'Xin lùi sang tháng 1' }];
  const refused = await colleague.refused(
    c.answerAsked,
    { addresseeId, version: old.version, answers },
    'cascade.answer-conflict',
  );
  const current = refused.current as c.AskedWhole;
  assert.equal(current.lines.find((l) => l.lineId === lines.contact)?.state, 'adopted');
});

test('"Hỏi Văn phòng" is asked once, about a line that the school was asked', async () => {
  const question = { addresseeId, id: newId(), lineId: lines.quota!, text: 'Bài gửi qua đâu ạ?' };
  assert.equal((await principal.call(c.askQuestion, question)).answered, false);
  await principal.call(c.askQuestion, question);
  assert.equal((await get()).questions.length, 1);
  await principal.refused(c.askQuestion, { ...question, id: newId(), lineId: lines.area! }, 'cascade.line-not-asked');
});

test('two phones that answer at the same moment: one is written, the other is shown what stands there', async () => {
  const { version } = await get();
  const answers = ['Bài của tháng 1', 'Bài của quý I'].map((reason) => [
    { lineId: lines.articles!, act: 'wants-change' as const, reason },
  ]);
  const replies = await Promise.all(
    answers.map((one, i) =>
      [principal, colleague][i]!.send(c.answerAsked, { addresseeId, version, answers: one, rest: null }),
    ),
  );
  assert.deepEqual(replies.map((r) => r.status).sort(), [200, 409]);
  const { lines: now, state } = await get();
  assert.equal(now.find((l) => l.lineId === lines.articles)?.state, 'wants-change');
  assert.equal(state, 'wants-change');
});

test('all schools open and answer at once while more is sent; the kept figures are what counting anew gives', async () => {
  const { db } = app.database;
  await officer.call(c.sendPlan, {
    planId,
    id: newId(),
    choice: { lines: chosen, to: [{ mode: 'assign', kinds: ['nursery', 'primary', 'lower-secondary'] }] },
  });
  const heads = [
    'cuc.nguyen@mnhoamai',
    'hien.doan@thbinhtra',
    'mai.tran@thcsbinhtra',
    'loan.chu@mnsuoingoc',
    'son.pham@thsuoingoc',
    'xuan.hua@mnsaosang',
  ];
  const answered = heads.map(async (head) => {
    const who = app.as(`${head}.songtra.example`);
    const [mine] = (await who.call(c.listAsked, { planId })).items;
    const { version } = await who.call(c.openAsked, { addresseeId: mine!.id });
    const rest = { act: 'adopt' as const };
    return (await who.send(c.answerAsked, { addresseeId: mine!.id, version, answers: [], rest })).status;
  });
  const more = { lines: [{ lineId: lines.report! }], to: [{ mode: 'assign' as const, kinds: ['nursery' as const] }] };
  const sentMore = officer.call(c.sendPlan, { planId, id: newId(), choice: more });
  for (const status of await Promise.all(answered)) assert.ok(status === 200 || status === 409, String(status));
  await sentMore;
  assert.deepEqual(await differencesOf(db, planId), []);
});
