import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { begun, edited, school, words } from '../../app/testing/newsroom.ts';
import {
  acts,
  approve,
  idOf,
  on,
  pass,
  seen,
  submit,
  submitted as submittedBy,
  told,
} from '../../app/testing/review-desk.ts';
import { addGrant, revokeGrant } from '../access/access.contract.ts';
import * as c from './articles.contract.ts';
import * as s from './steps.contract.ts';
import * as w from './workflows.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: new Date('2026-11-23T01:00:00Z') });
const at = (mailbox: string) => app.as(`${mailbox}@thcssuoingoc.songtra.example`);
const [huyen, bach, ngoc] = [at('huyen.nong'), at('anh.bach'), at('ngoc.le')];
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const thom = app.as('thom.quach@suoingoc.songtra.example');
const submitted = (who = huyen, more = {}) => submittedBy(who, more);

describe('from a teacher to the principal', () => {
  test('the teacher hands in, the officer passes, the principal approves exactly what stands there', async () => {
    const article = await begun(huyen);
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
    const article = await begun(huyen);
    let way = await submit(huyen, article);
    await assert.rejects(edited(huyen, article.id, 'Sửa lén'));
    await edited(bach, article.id, 'Tri ân thầy cô, bản biên tập');
    way = await pass(bach, await bach.call(s.getSteps, { articleId: article.id }));
    const [first, second] = way.runs[0]!.decisions;
    assert.deepEqual([first!.versionN, second!.versionN], [1, 2]);
    assert.notEqual(first!.contentHash, second!.contentHash);
    await assert.rejects(edited(bach, article.id, 'Bước của người khác'));
    assert.equal((await approve(ngoc, way)).runs[0]!.decisions.at(-1)!.versionN, 2);
  });

  test('what changed after it was opened is not approved: the approver is shown the text as it is now', async () => {
    const opened = await pass(bach, await submitted());
    await edited(ngoc, opened.articleId, 'Thủ trưởng sửa ở cửa sổ khác');
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
        edited(ngoc, way.articleId, `Sửa cùng lúc ${i}`),
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
    await edited(bach, approved.articleId, 'Sửa sau khi duyệt');
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
    await edited(bach, way.articleId, 'Sửa lần nữa');
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
    await edited(huyen, way.articleId, 'Đã bổ sung');
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
    const article = await begun(huyen);
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
