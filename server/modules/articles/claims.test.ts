import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { begun, edited, school } from '../../app/testing/newsroom.ts';
import {
  acts,
  approve,
  idOf,
  on,
  pass,
  seen,
  submitted as submittedBy,
  team,
  told,
} from '../../app/testing/review-desk.ts';
import { addGrant, revokeGrant } from '../access/access.contract.ts';
import * as s from './steps.contract.ts';
import * as w from './workflows.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: new Date('2026-11-23T01:00:00Z') });
const at = (mailbox: string) => app.as(`${mailbox}@thcssuoingoc.songtra.example`);
const [huyen, bach, ngoc, van] = [at('huyen.nong'), at('anh.bach'), at('ngoc.le'), at('van.luong')];
const submitted = (who = huyen, more = {}) => submittedBy(who, more);

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
    const article = await begun(huyen);
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
      await Promise.allSettled([bach.send(s.passStep, on(way)), edited(bach, way.articleId, `Biên tập cùng lúc ${i}`)]);
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
