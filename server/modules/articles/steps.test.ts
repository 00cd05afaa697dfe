import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ArticleContent } from '#lib/article-content.ts';
import { newId } from '#lib/id.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { type Caller, testApp } from '../../app/testing/http.ts';
import { addGrant, revokeGrant } from '../access/access.contract.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as c from './articles.contract.ts';
import * as s from './steps.contract.ts';
import * as w from './workflows.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: new Date('2026-11-23T01:00:00Z') });
const at = (mailbox: string) => app.as(`${mailbox}@thcssuoingoc.songtra.example`);
const [huyen, bach, ngoc, van] = [at('huyen.nong'), at('anh.bach'), at('ngoc.le'), at('van.luong')];
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const thom = app.as('thom.quach@suoingoc.songtra.example');
const school = sampleId('cs2');
const team = sampleId('cs2.t1');
const idOf = (mailbox: string) => personIdOf(`${mailbox}@thcssuoingoc.songtra.example`);

const words = (...lines: string[]): ArticleContent => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

let made = 0;
/** A text that nothing stands against, each unlike the others. */
async function begun(who: Caller = huyen, more: { teamId?: string; unitId?: string } = {}) {
  made += 1;
  const content = words(`Lễ tri ân thứ ${made} diễn ra tại sân trường.`, `Câu chuyện số ${made * 7919} của thầy trò.`);
  return await who.call(c.createArticle, {
    id: newId(),
    unitId: school,
    ...more,
    kind: 'tin',
    language: 'vi',
    title: `Tri ân thầy cô ${made}`,
    summary: 'Tóm tắt',
    credit: 'Nông Thị Huyền',
    content,
  });
}

const submit = (who: Caller, article: { id: string; text: { contentHash: string } }) =>
  who.call(s.submitArticle, { articleId: article.id, contentHash: article.text.contentHash });
async function submitted(who: Caller = huyen, more: { teamId?: string } = {}) {
  return await submit(who, await begun(who, more));
}

/** What an act on the open step names: what its caller saw. */
const on = (way: s.ArticleSteps) => {
  const run = way.runs[0]!;
  return { articleId: way.articleId, runId: run.id, step: run.step, contentHash: way.contentHash };
};
const seen = (way: s.ArticleSteps) => {
  const { contentHash: _, ...rest } = on(way);
  return rest;
};
const acts = (way: s.ArticleSteps) => way.runs[0]!.decisions.map((d) => `${d.act} ${d.step}`);
const pass = (who: Caller, way: s.ArticleSteps) => who.call(s.passStep, on(way));
const approve = (who: Caller, way: s.ArticleSteps) => who.call(s.approveArticle, on(way));
const told = async (who: Caller, kind: string, articleId: string) =>
  (await who.call(listInbox, { limit: 200 })).items.filter((n) => n.kind === kind && n.link?.endsWith(articleId));

async function edit(who: Caller, articleId: string, title: string) {
  const { text } = await who.call(c.getArticle, { articleId });
  const { summary, credit, kind, language, content, version } = text;
  return await who.call(c.saveText, {
    articleId,
    version,
    title,
    summary,
    credit,
    kind,
    language,
    content: content as ArticleContent,
    sitting: newId(),
  });
}

describe('from a teacher to the principal', () => {
  test('the teacher hands in, the officer passes, the principal approves exactly what stands there', async () => {
    const article = await begun();
    let way = await submit(huyen, article);
    assert.equal(way.stage, 'in-review');
    assert.deepEqual(way.waitsFor, ['Bạch Tuấn Anh']);
    assert.ok(way.can.includes('withdraw') && !way.can.includes('write') && !way.can.includes('pass'));
    assert.equal((await told(bach, 'article.waits', article.id)).length, 1);
    way = await pass(bach, way);
    assert.deepEqual(way.waitsFor, ['Lê Thị Bích Ngọc']);
    assert.equal((await told(ngoc, 'article.waits', article.id)).length, 1);
    way = await approve(ngoc, way);
    assert.equal(way.stage, 'approved');
    assert.deepEqual(acts(way), ['submitted 0', 'passed 0', 'approved 1']);
    assert.ok(way.runs[0]!.decisions.every((d) => d.versionN === 1 && d.contentHash === article.text.contentHash));
    const whole = await huyen.call(c.getArticle, { articleId: article.id });
    assert.equal(whole.approvedN, 1);
    assert.equal(whole.changedSinceApproval, false);
    assert.equal((await told(huyen, 'article.approved', article.id)).length, 1);
    const events = (await auditOf(app.database, article.id)).map((row) => row.event);
    assert.deepEqual(events, ['article.begun', 'article.submitted', 'article.passed', 'article.approved']);
  });

  test('of the moments the register says when it was handed in and when it was approved', async () => {
    const way = await approve(ngoc, await pass(bach, await submitted()));
    const row = await app.database.db
      .selectFrom('outputs')
      .select(['sent_on', 'approved_on', 'published_on'])
      .where('origin_id', '=', way.articleId)
      .executeTakeFirst();
    assert.deepEqual(row, { sent_on: '2026-11-23', approved_on: '2026-11-23', published_on: null });
  });

  test('days are working days of the calendar: two from a Monday is the Wednesday, the 24th of November is a holiday', async () => {
    const way = await submitted();
    assert.equal(way.runs[0]!.dueOn, '2026-11-26');
  });

  test('a neighbour school and the commune above see nothing of it', async () => {
    const way = await submitted();
    for (const who of [dat, thom]) {
      await who.refused(s.getSteps, { articleId: way.articleId }, 'not-found');
      await who.refused(s.approveArticle, on(way), 'not-found');
      await who.refused(s.returnArticle, { ...seen(way), reason: 'Không thuộc' }, 'not-found');
    }
  });

  test('readers of a public story learn nothing of the review of its next version', async () => {
    const way = await submitted();
    const { db } = app.database;
    await db.updateTable('articles').set({ live: true }).where('id', '=', way.articleId).execute();
    await dat.refused(s.getSteps, { articleId: way.articleId }, 'forbidden');
    await dat.refused(s.listColleagues, { articleId: way.articleId }, 'forbidden');
    for (const act of [s.passStep, s.approveArticle]) await dat.refused(act, on(way), 'forbidden');
    for (const act of [s.claimStep, s.releaseStep, s.withdrawArticle]) await dat.refused(act, seen(way), 'forbidden');
    await dat.refused(s.submitArticle, { articleId: way.articleId, contentHash: way.contentHash }, 'forbidden');
    await dat.refused(s.returnArticle, { ...seen(way), reason: 'Không thuộc' }, 'forbidden');
  });

  test('what stands in the way is listed, and nothing is handed in', async () => {
    const article = await huyen.call(c.createArticle, {
      id: newId(),
      unitId: school,
      kind: 'tin',
      language: 'vi',
      title: '',
      summary: '',
      credit: '',
      content: words('TỐI MẬT'),
    });
    const given = { articleId: article.id, contentHash: article.text.contentHash };
    const problem = await huyen.refused(s.submitArticle, given, 'articles.checks-stop');
    const { findings } = problem.current as { findings: { code: string }[] };
    assert.deepEqual(
      findings.map((f) => f.code),
      ['no-title', 'secrecy'],
    );
    assert.equal((await huyen.call(c.getArticle, { articleId: article.id })).stage, 'writing');
  });
});

describe('each step is somebody’s', () => {
  test('a teacher who approves the own text is refused by a sentence, at whatever step', async () => {
    let way = await submitted();
    const early = await huyen.refused(s.passStep, on(way), 'articles.step-not-yours');
    assert.equal(early.title, 'Bước “Biên tập” do người khác thực hiện.');
    way = await pass(bach, way);
    const own = await huyen.refused(s.approveArticle, on(way), 'articles.own-text');
    assert.match(own.title, /không tự duyệt/);
  });

  test('an officer who wrote it passes the own step at once, and does not approve', async () => {
    let way = await submitted(bach);
    assert.ok(way.can.includes('pass'));
    way = await pass(bach, way);
    await bach.refused(s.approveArticle, on(way), 'articles.own-text');
    assert.equal((await approve(ngoc, way)).stage, 'approved');
  });

  test('the only principal may approve the own text; where there is a second approver, that one does', async () => {
    const alone = await pass(bach, await submitted(ngoc));
    assert.ok((await ngoc.call(s.getSteps, { articleId: alone.articleId })).can.includes('approve'));
    const personId = idOf('lanh.thai');
    await ngoc.call(addGrant, { unitId: school, personId, role: 'head' });
    const two = await pass(bach, await submitted(ngoc));
    await ngoc.refused(s.approveArticle, on(two), 'articles.own-text');
    assert.equal((await approve(at('lanh.thai'), two)).stage, 'approved');
    const grant = await app.database.db
      .selectFrom('grants')
      .select('id')
      .where('person_id', '=', personId)
      .where('role', '=', 'head')
      .executeTakeFirstOrThrow();
    await ngoc.call(revokeGrant, { grantId: grant.id });
  });

  test('the last step is approved and not passed, an earlier one is passed and not approved', async () => {
    const way = await submitted();
    await ngoc.refused(s.approveArticle, on(way), 'articles.step-moved');
    const last = await pass(bach, way);
    await ngoc.refused(s.passStep, on(last), 'articles.step-moved');
  });
});

describe('the text that is approved', () => {
  test('an editor corrects while it is under review, the author does not; each decision names its text', async () => {
    const article = await begun();
    let way = await submit(huyen, article);
    await assert.rejects(edit(huyen, article.id, 'Sửa lén'));
    await edit(bach, article.id, 'Tri ân thầy cô, bản biên tập');
    way = await pass(bach, await bach.call(s.getSteps, { articleId: article.id }));
    const [first, second] = way.runs[0]!.decisions;
    assert.deepEqual([first!.versionN, second!.versionN], [1, 2]);
    assert.notEqual(first!.contentHash, second!.contentHash);
    await assert.rejects(edit(bach, article.id, 'Bước của người khác'));
    assert.equal((await approve(ngoc, way)).runs[0]!.decisions.at(-1)!.versionN, 2);
  });

  test('what changed after it was opened is not approved: the approver is shown the text as it is now', async () => {
    const opened = await pass(bach, await submitted());
    await edit(ngoc, opened.articleId, 'Thủ trưởng sửa ở cửa sổ khác');
    const refused = await ngoc.refused(s.approveArticle, on(opened), 'articles.text-moved');
    const current = refused.current as s.ArticleSteps;
    assert.notEqual(current.contentHash, opened.contentHash);
    assert.equal((await approve(ngoc, current)).stage, 'approved');
  });

  test('approving and saving at the same moment never approves words that nobody saw', async () => {
    for (let i = 0; i < 5; i++) {
      const way = await pass(bach, await submitted());
      const [, saved] = await Promise.allSettled([
        ngoc.send(s.approveArticle, on(way)),
        edit(ngoc, way.articleId, `Sửa cùng lúc ${i}`),
      ]);
      const whole = await ngoc.call(c.getArticle, { articleId: way.articleId });
      if (whole.stage !== 'approved') continue;
      const version = await app.database.db
        .selectFrom('article_versions')
        .select('content_hash')
        .where('article_id', '=', way.articleId)
        .where('n', '=', whole.approvedN!)
        .executeTakeFirstOrThrow();
      assert.equal(version.content_hash, way.contentHash);
      if (saved.status === 'fulfilled') assert.equal(whole.text.contentHash, way.contentHash);
    }
  });

  test('an edit after the approval asks again, by all steps; or only by the last one where the unit wants it so', async () => {
    const approved = await approve(ngoc, await pass(bach, await submitted()));
    await edit(bach, approved.articleId, 'Sửa sau khi duyệt');
    const whole = await bach.call(c.getArticle, { articleId: approved.articleId });
    assert.equal(whole.stage, 'writing');
    assert.ok(whole.can.includes('submit'));
    const again = await submit(bach, whole);
    assert.equal(again.runs[0]!.step, 0);
    assert.equal(again.runs.length, 2);
    const way = await approve(ngoc, await pass(bach, again));
    const setting = await ngoc.call(w.getWorkflow, { unitId: school });
    const steps = setting.steps.map(({ personName: _, ...step }) => step);
    await ngoc.call(w.setWorkflow, { unitId: school, setAt: null, steps, lastOnly: true });
    await edit(bach, way.articleId, 'Sửa lần nữa');
    const last = await submit(bach, await bach.call(c.getArticle, { articleId: way.articleId }));
    assert.equal(last.runs[0]!.step, 1);
    assert.deepEqual(acts(last), ['submitted 1', 'skipped 0']);
    assert.equal(last.runs[0]!.decisions[1]!.reason, 'last-only');
    await ngoc.call(w.inheritWorkflow, { unitId: school });
  });
});

describe('back to the author', () => {
  test('with a reason in words, told to all who had a part in it; sent again it goes on from where it was returned', async () => {
    let way = await pass(bach, await submitted());
    await ngoc.refused(s.returnArticle, { ...seen(way), reason: '   ' }, 'articles.no-reason');
    way = await ngoc.call(s.returnArticle, { ...seen(way), reason: 'Bổ sung tên học sinh đạt giải' });
    assert.equal(way.stage, 'returned');
    for (const who of [huyen, bach]) {
      const [notice] = await told(who, 'article.returned', way.articleId);
      assert.match(notice!.sentence, /Thủ trưởng duyệt.*Bổ sung tên học sinh đạt giải/);
    }
    const whole = await huyen.call(c.getArticle, { articleId: way.articleId });
    assert.equal(whole.returnedReason, 'Bổ sung tên học sinh đạt giải');
    await edit(huyen, way.articleId, 'Đã bổ sung');
    const again = await submit(huyen, await huyen.call(c.getArticle, { articleId: way.articleId }));
    assert.equal(again.runs[0]!.step, 1);
    assert.deepEqual(again.waitsFor, ['Lê Thị Bích Ngọc']);
    assert.equal(again.runs[0]!.decisions.find((d) => d.act === 'skipped')?.reason, 'done-before');
  });

  test('taken back by the author before anybody decided, not after', async () => {
    let way = await submitted();
    way = await huyen.call(s.withdrawArticle, seen(way));
    assert.equal(way.stage, 'writing');
    assert.equal((await told(bach, 'article.withdrawn', way.articleId)).length, 1);
    await bach.refused(s.passStep, { ...on(way), step: 0 }, 'articles.not-in-review');
    const next = await pass(bach, await submitted());
    const late = seen(next);
    await huyen.refused(s.withdrawArticle, late, 'articles.decided-already');
    await bach.refused(s.withdrawArticle, late, 'forbidden');
  });

  test('handed in and taken back twice it was never sent; returned before, it stays sent', async () => {
    const sent = async (id: string) =>
      (
        await app.database.db
          .selectFrom('outputs')
          .select('sent_on')
          .where('origin_id', '=', id)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst()
      )?.sent_on ?? null;
    const article = await begun();
    for (let i = 0; i < 2; i++) {
      const way = await submit(huyen, article);
      assert.equal(await sent(article.id), '2026-11-23');
      await huyen.call(s.withdrawArticle, seen(way));
      assert.equal(await sent(article.id), null);
    }
    await bach.call(s.returnArticle, { ...seen(await submit(huyen, article)), reason: 'Sửa tiêu đề' });
    await huyen.call(s.withdrawArticle, seen(await submit(huyen, article)));
    assert.equal(await sent(article.id), '2026-11-23');
  });

  test('what is approved is returned no more', async () => {
    const way = await pass(bach, await submitted());
    await approve(ngoc, way);
    await ngoc.refused(s.returnArticle, { ...seen(way), reason: 'Muộn' }, 'articles.not-in-review');
  });
});

describe('claims and colleagues', () => {
  test('what somebody has taken on is theirs; the head may take it over, and the former one hears of it', async () => {
    const personId = idOf('huyen.nong');
    await ngoc.call(addGrant, { unitId: school, personId, role: 'site-manager' });
    let way = await submitted(bach);
    way = await bach.call(s.claimStep, seen(way));
    assert.equal(way.runs[0]!.claimedBy?.name, 'Bạch Tuấn Anh');
    const busy = await huyen.refused(s.passStep, on(way), 'articles.claimed');
    assert.match(busy.title, /Bạch Tuấn Anh/);
    await huyen.refused(s.claimStep, { ...seen(way), takeOver: true }, 'articles.claimed');
    await ngoc.refused(s.claimStep, seen(way), 'articles.claimed');
    way = await ngoc.call(s.claimStep, { ...seen(way), takeOver: true });
    assert.equal(way.runs[0]!.claimedBy?.name, 'Lê Thị Bích Ngọc');
    assert.equal((await told(bach, 'article.taken-over', way.articleId)).length, 1);
    way = await ngoc.call(s.releaseStep, seen(way));
    assert.equal(way.runs[0]!.claimedBy, null);
    assert.equal((await pass(bach, way)).runs[0]!.step, 1);
  });

  test('the principal passes the approval on to a deputy, whose decision says for whom it was made', async () => {
    const way = await pass(bach, await submitted());
    const lanh = at('lanh.thai');
    await lanh.refused(s.approveArticle, on(way), 'articles.step-not-yours');
    const given = { ...seen(way), personId: idOf('lanh.thai'), as: 'KT.' as const, days: 3 };
    const outside = { ...given, personId: personIdOf('dat.nguyen@thcsbinhtra.songtra.example') };
    const refused = await ngoc.refused(s.delegateStep, outside, 'invalid');
    assert.match(refused.fields?.personId ?? '', /không đọc được bài/);
    await ngoc.refused(s.delegateStep, { ...given, personId: idOf('huyen.nong') }, 'articles.own-text');
    const passed = await ngoc.call(s.delegateStep, given);
    assert.equal(passed.runs[0]!.dueOn, '2026-11-27');
    assert.equal((await told(lanh, 'article.delegated', way.articleId)).length, 1);
    // Whoever was asked does not ask another one.
    await lanh.refused(s.delegateStep, { ...given, personId: idOf('anh.bach') }, 'articles.step-not-yours');
    const done = await approve(lanh, passed);
    assert.equal(done.runs[0]!.decisions.at(-1)!.onBehalfOf, 'KT. Hiệu trưởng');
  });

  test('a delegate who lost the role decides no more', async () => {
    const way = await pass(bach, await submitted());
    const personId = idOf('lanh.thai');
    const passed = await ngoc.call(s.delegateStep, { ...seen(way), personId, days: 1 });
    const grants = await app.database.db.selectFrom('grants').select('id').where('person_id', '=', personId).execute();
    for (const { id: grantId } of grants) await ngoc.call(revokeGrant, { grantId });
    await at('lanh.thai').refused(s.approveArticle, on(passed), 'forbidden');
    // Nor from a new post at another school, where the text is not even seen.
    const path = await app.database.db.selectFrom('units').select('path').where('id', '=', sampleId('cs1')).execute();
    const elsewhere = { id: newId(), person_id: personId, unit_id: sampleId('cs1'), path: path[0]!.path };
    await app.database.db
      .insertInto('grants')
      .values({ ...elsewhere, role: 'head', valid_from: '2026-11-01' })
      .execute();
    await at('lanh.thai').refused(s.approveArticle, on(passed), 'not-found');
    await at('lanh.thai').refused(s.getSteps, { articleId: way.articleId }, 'not-found');
    await app.database.db.deleteFrom('grants').where('id', '=', elsewhere.id).execute();
    assert.equal((await approve(ngoc, passed)).stage, 'approved');
    await ngoc.call(addGrant, { unitId: school, personId, role: 'clerk' });
  });
});

describe('the same act twice, and two at once', () => {
  test('a double click is one submission', async () => {
    const article = await begun();
    const given = { articleId: article.id, contentHash: article.text.contentHash };
    const replies = await Promise.all([1, 2, 3].map(() => huyen.send(s.submitArticle, given)));
    assert.deepEqual(
      replies.map((r) => r.status),
      [200, 200, 200],
    );
    const { runs } = await huyen.call(s.getSteps, { articleId: article.id });
    assert.equal(runs.length, 1);
    assert.equal(runs[0]!.decisions.length, 1);
  });

  test('an approval that comes twice is one', async () => {
    const way = await pass(bach, await submitted());
    const replies = await Promise.all([1, 2].map(() => ngoc.send(s.approveArticle, on(way))));
    assert.deepEqual(
      replies.map((r) => r.status),
      [200, 200],
    );
    assert.deepEqual(
      acts(await ngoc.call(s.getSteps, { articleId: way.articleId })).filter((a) => a.startsWith('a')),
      ['approved 1'],
    );
  });

  test('of two who decide at once one does, the other is told where it is now', async () => {
    const way = await pass(bach, await submitted());
    const personId = idOf('lanh.thai');
    const passed = await ngoc.call(s.delegateStep, { ...seen(way), personId, days: 1 });
    const [yes, no] = await Promise.all([
      at('lanh.thai').send(s.approveArticle, on(passed)),
      ngoc.send(s.returnArticle, { ...seen(passed), reason: 'Cần sửa' }),
    ]);
    assert.deepEqual([yes.status, no.status].sort(), [200, 409]);
    const now = await ngoc.call(s.getSteps, { articleId: way.articleId });
    assert.equal(now.stage, yes.status === 200 ? 'approved' : 'returned');
    assert.equal(now.runs[0]!.decisions.filter((d) => ['approved', 'returned'].includes(d.act)).length, 1);
  });
});

describe('races of other kinds', () => {
  test('taken back and passed at once: one of the two, and the text stands where that one put it', async () => {
    for (let i = 0; i < 4; i++) {
      const way = await submitted();
      const replies = await Promise.all([huyen.send(s.withdrawArticle, seen(way)), bach.send(s.passStep, on(way))]);
      assert.deepEqual(replies.map((r) => r.status).sort(), [200, 409]);
      const now = await bach.call(s.getSteps, { articleId: way.articleId });
      assert.equal(now.stage, replies[0]!.status === 200 ? 'writing' : 'in-review');
    }
  });

  test('of two who take it on at once one has it', async () => {
    const way = await submitted();
    const replies = await Promise.all([bach, ngoc].map((who) => who.send(s.claimStep, seen(way))));
    assert.deepEqual(replies.map((r) => r.status).sort(), [200, 409]);
    const { runs } = await bach.call(s.getSteps, { articleId: way.articleId });
    assert.equal(runs[0]!.decisions.filter((d) => d.act === 'claimed').length, 1);
  });

  test('an officer’s correction and the passing at once: what is passed is what was seen', async () => {
    for (let i = 0; i < 4; i++) {
      const way = await submitted();
      await Promise.allSettled([bach.send(s.passStep, on(way)), edit(bach, way.articleId, `Biên tập cùng lúc ${i}`)]);
      const now = await bach.call(s.getSteps, { articleId: way.articleId });
      const passed = now.runs[0]!.decisions.find((d) => d.act === 'passed');
      if (passed) assert.equal(passed.contentHash, way.contentHash);
    }
  });
});

describe('a team of the school', () => {
  const steps = [
    { key: 'team', name: 'Tổ trưởng xem', by: 'team-head' as const, days: 1 },
    { key: 'edit', name: 'Biên tập', by: 'editor' as const, days: 2 },
    { key: 'head', name: 'Hiệu trưởng duyệt', by: 'head' as const, days: 2 },
  ];

  test('its head reads first where the school wants it so; where no team wrote it, that step is passed over and says why', async () => {
    await ngoc.call(w.setWorkflow, { unitId: school, setAt: null, steps });
    const ours = await submitted(huyen, { teamId: team });
    assert.deepEqual(ours.waitsFor, ['Lương Thị Vân']);
    await bach.refused(s.approveArticle, on(ours), 'articles.step-not-yours');
    assert.equal((await pass(van, ours)).runs[0]!.step, 1);
    const alone = await submitted();
    assert.equal(alone.runs[0]!.step, 1);
    assert.deepEqual(
      alone.runs[0]!.decisions.map((d) => [d.act, d.step, d.reason, d.personName]),
      [
        ['submitted', 1, null, 'Nông Thị Huyền'],
        ['skipped', 0, 'no-team', null],
      ],
    );
    const other = await submitted(huyen, { teamId: sampleId('cs2.t2') });
    assert.equal(other.runs[0]!.decisions[1]!.reason, 'nobody');
    await ngoc.call(w.inheritWorkflow, { unitId: school });
    // What is under way keeps the steps with which it was handed in.
    assert.equal((await van.call(s.getSteps, { articleId: ours.articleId })).runs[0]!.steps.length, 3);
  });
});
