import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { log } from '#platform/log.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { type Caller, testApp } from '../../app/testing/http.ts';
import {
  approvedBy,
  atSchool,
  begun,
  drawnPicture,
  edited,
  paragraph,
  school,
  showing,
} from '../../app/testing/newsroom.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as c from './articles.contract.ts';
import * as k from './checks.contract.ts';
import * as p from './publication.contract.ts';
import { tellPagesWithout, tellPublished } from './publication.jobs.ts';
import { publishDue } from './publication-clock.ts';
import * as s from './steps.contract.ts';

// Some of what follows fails on purpose.
log.level = 'silent';

const MORNING = new Date('2026-11-23T01:00:00Z');
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: MORNING });
const { db, owner } = app.database;
const people = {
  writer: app.as(atSchool('huyen.nong')),
  officer: app.as(atSchool('anh.bach')),
  head: app.as(atSchool('ngoc.le')),
};
const { writer: huyen, officer: bach, head: ngoc } = people;
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const department = sampleId('so');
const lan = app.as('lan.pham@so.songtra.example');

type Begun = Parameters<typeof begun>[1];
async function approved(more: Begun = {}): Promise<string> {
  const { id } = await begun(huyen, more);
  await approvedBy(people, id);
  return id;
}
const publish = (articleId: string, more: { dueAt?: string; unitId?: string } = {}, who: Caller = bach) =>
  who.call(p.publishArticle, { articleId, unitId: school, ...more });
const list = (articleId: string, who: Caller = bach) => who.call(p.listPublications, { articleId });
const whole = (articleId: string, who: Caller = bach) => who.call(c.getArticle, { articleId });
const told = async (who: Caller, kind: string, articleId: string) =>
  (await who.call(listInbox, { limit: 200 })).items.filter((n) => n.kind === kind && n.link?.endsWith(articleId));
const minutes = (n: number) => new Date(app.clock.now.getTime() + n * 60_000);
const rowOf = (id: string) =>
  db.selectFrom('article_publications').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** The department picks what the school offered. */
async function picked(articleId: string): Promise<void> {
  const a = await db.selectFrom('articles').selectAll().where('id', '=', articleId).executeTakeFirstOrThrow();
  const { path } = await db.selectFrom('units').select('path').where('id', '=', department).executeTakeFirstOrThrow();
  const of = { unit_id: a.unit_id, path: a.path, to_unit_id: department, to_path: path, state: 'picked' };
  const version = { version_n: a.approved_n!, content_hash: a.approved_hash! };
  await db
    .insertInto('article_offers')
    .values({ id: newId(), article_id: articleId, ...of, ...version })
    .execute();
}

describe('publishing', () => {
  test('what the principal approved stands on the site at once, and counts as published', async () => {
    const id = await approved();
    assert.deepEqual((await list(id)).places, [{ unitId: school, unitName: (await whole(id)).unitName }]);
    const { items } = await publish(id);
    assert.equal(items[0]!.state, 'published');
    assert.equal(items[0]!.own, true);
    assert.match(items[0]!.address, new RegExp(`/[a-z0-9-]+/bai/${id}$`));
    const now = await whole(id);
    assert.deepEqual([now.stage, now.live, now.publishedAt], ['published', true, MORNING.toISOString()]);
    const row = await db.selectFrom('outputs').selectAll().where('origin_id', '=', id).executeTakeFirstOrThrow();
    assert.equal(row.published_on, '2026-11-23');
    assert.equal(row.url, items[0]!.address);
    assert.ok((await auditOf(app.database, id)).some((one) => one.event === 'article.published'));
  });

  test('what is not approved, or was edited since, is not published', async () => {
    const { id } = await begun(huyen);
    await bach.refused(p.publishArticle, { articleId: id, unitId: school }, 'articles.wrong-stage');
    await approvedBy(people, id);
    await edited(huyen, id, 'Đổi tít sau khi duyệt');
    await bach.refused(p.publishArticle, { articleId: id, unitId: school }, 'articles.wrong-stage');
    assert.equal((await list(id)).newerText, true);
  });

  test('a second time on the same site is refused, by somebody without the right or from elsewhere too', async () => {
    const id = await approved();
    await huyen.refused(p.publishArticle, { articleId: id, unitId: school }, 'forbidden');
    await dat.refused(p.publishArticle, { articleId: id, unitId: school }, 'not-found');
    await bach.refused(p.publishArticle, { articleId: id, unitId: department }, 'forbidden');
    await publish(id);
    await bach.refused(p.publishArticle, { articleId: id, unitId: school }, 'articles.wrong-stage');
  });

  test('what may not be named for now is held back with the reason, also when it was approved before', async () => {
    const id = await approved({ title: 'Cô giáo Sùng Thị Pà và lớp học vùng cao' });
    const guard = await ngoc.call(k.placeGuard, {
      id: newId(),
      unitId: school,
      phrases: ['Sùng Thị Pà'],
      reason: 'Đang xác minh đơn thư',
    });
    const refusal = await bach.refused(p.publishArticle, { articleId: id, unitId: school }, 'articles.held');
    assert.match(refusal.title, /Sùng Thị Pà.*Đang xác minh đơn thư/);
    await ngoc.call(k.liftGuard, { guardId: guard.id, version: guard.version, reason: 'Đã có kết luận' });
    await publish(id);
  });
});

describe('on time', () => {
  test('Vietnamese time is seven hours ahead all the year: 07:30 there is published at 00:30 UTC', async () => {
    const id = await approved();
    const { items } = await publish(id, { dueAt: '2026-12-21T07:30:00+07:00' });
    assert.equal(items[0]!.dueAt, '2026-12-21T00:30:00.000Z');
    assert.equal((await whole(id)).stage, 'scheduled');
    assert.equal((await publishDue(db, new Date('2026-12-21T00:29:59Z'))).published, 0);
    const before = await list(id);
    assert.equal(before.items[0]!.state, 'scheduled');
    assert.equal((await publishDue(db, new Date('2026-12-21T00:30:00Z'))).published, 1);
    assert.equal((await list(id)).items[0]!.publishedAt, '2026-12-21T00:30:00.000Z');
    await db.transaction().execute(async (tx) => {
      const note = {
        v: 1,
        event: 'article.published',
        auditId: newId(),
        subjectKind: 'article',
        subjectId: id,
      } as const;
      await tellPublished(tx, { ...note, unitId: school, path: null });
    });
    assert.equal((await told(huyen, 'article.published', id)).length, 1);
  });

  test('what was due first goes first, and each turn takes no more than its share', async () => {
    const ids = [await approved(), await approved(), await approved()];
    for (const [n, id] of ids.entries()) await publish(id, { dueAt: minutes(30 - n).toISOString() });
    const stands = async () => (await Promise.all(ids.map((id) => whole(id)))).map((a) => a.live);
    assert.deepEqual(await publishDue(db, minutes(60), 2), { published: 2, failed: 0, more: true });
    assert.deepEqual(await stands(), [false, true, true]);
    await publishDue(db, minutes(60), 2);
    assert.deepEqual(await stands(), [true, true, true]);
  });

  test('two processes at once share the work, and nothing is published twice', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n++) ids.push(await approved());
    for (const id of ids) await publish(id, { dueAt: minutes(5).toISOString() });
    const turns = await Promise.all([1, 2, 3].map(() => publishDue(db, minutes(6), 3)));
    const rest = await publishDue(db, minutes(6), 10);
    assert.equal(
      [...turns, rest].reduce((n, turn) => n + turn.published, 0),
      6,
    );
    for (const id of ids) {
      const events = (await auditOf(app.database, id)).filter((one) => one.event === 'article.published');
      assert.equal(events.length, 1);
    }
  });

  test('what a process that was killed had claimed is free again', async () => {
    const id = await approved();
    await publish(id, { dueAt: minutes(1).toISOString() });
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        const { claimDue } = await import('./publication.sql.ts');
        assert.equal((await claimDue(tx, minutes(2), 10)).length, 1);
        assert.equal((await publishDue(db, minutes(2))).published, 0, 'nobody else may take it meanwhile');
        throw new Error('killed');
      }),
    );
    assert.equal((await publishDue(db, minutes(2))).published, 1);
  });

  test('one that cannot be published is put aside and holds nobody back', async () => {
    const [poisoned, other] = [await approved({ title: 'Bài có trục trặc' }), await approved()];
    for (const id of [poisoned, other]) await publish(id, { dueAt: minutes(1).toISOString() });
    await owner.schema
      .alterTable('articles')
      .addCheckConstraint('poison', (await import('kysely')).sql`not (live and title = 'Bài có trục trặc')`)
      .execute();
    assert.deepEqual(await publishDue(db, minutes(2)), { published: 1, failed: 1, more: false });
    const [failed] = (await list(poisoned)).items;
    assert.deepEqual([failed!.state, failed!.attempts], ['failed', 1]);
    assert.match(failed!.error!, /sẽ tự thử lại/);
    assert.deepEqual(failed!.can, ['retime', 'publish-now', 'cancel']);
    assert.equal((await told(bach, 'article.publish-failed', poisoned)).length, 1);
    // Each time it waits longer, and nobody is told twice.
    const waits: number[] = [];
    for (let n = 0; n < 3; n++) {
      const { next_at } = await rowOf(failed!.id);
      await publishDue(db, next_at);
      waits.push((await rowOf(failed!.id)).next_at.getTime() - next_at.getTime());
    }
    assert.ok(waits[0]! < waits[1]! && waits[1]! < waits[2]!);
    assert.equal((await told(bach, 'article.publish-failed', poisoned)).length, 1);
    await owner.schema.alterTable('articles').dropConstraint('poison').execute();
    await bach.call(p.retimePublication, {
      articleId: poisoned,
      publicationId: failed!.id,
      version: (await rowOf(failed!.id)).version,
      dueAt: null,
    });
    assert.equal((await whole(poisoned)).live, true);
  });

  test('an edit after approval cancels what was scheduled, with the reason', async () => {
    const id = await approved();
    await publish(id, { dueAt: minutes(10).toISOString() });
    await edited(huyen, id, 'Sửa tít khi đã hẹn giờ');
    const [row] = (await list(id)).items;
    assert.equal(row!.state, 'cancelled');
    assert.notEqual(row!.reason, null);
    assert.equal((await publishDue(db, minutes(11))).published, 0);
    assert.equal((await whole(id)).live, false);
  });

  test('a picture that lost its consent before the time stops it, with a sentence to its unit', async () => {
    const { mediaId, cutId } = await drawnPicture(app.database);
    const id = await approved({ content: [showing(mediaId, cutId)] });
    await publish(id, { dueAt: minutes(10).toISOString() });
    const block = newId();
    await db
      .insertInto('media_blocks')
      .values({ id: block, cut_id: cutId, channel: 'portal', reason: 'withdrawal' })
      .execute();
    assert.deepEqual(await publishDue(db, minutes(11)), { published: 0, failed: 1, more: false });
    const [failed] = (await list(id)).items;
    assert.match(failed!.error!, /ảnh thứ 1/);
    assert.equal(failed!.nextAt, null, 'a person has to decide');
    assert.equal((await told(bach, 'article.publish-failed', id)).length, 1);
    assert.equal((await publishDue(db, minutes(600))).failed, 0);
    await db.updateTable('media_blocks').set({ lifted_at: app.clock.now }).where('id', '=', block).execute();
    await bach.call(p.retimePublication, {
      articleId: id,
      publicationId: failed!.id,
      version: failed!.version,
      dueAt: null,
    });
    assert.equal((await list(id)).items[0]!.state, 'published');
  });

  test('the time may be changed or the whole be cancelled; who saw an older state is told', async () => {
    const id = await approved();
    const [row] = (await publish(id, { dueAt: minutes(30).toISOString() })).items;
    const of = { articleId: id, publicationId: row!.id };
    const later = minutes(90).toISOString();
    const { items } = await bach.call(p.retimePublication, { ...of, version: row!.version, dueAt: later });
    assert.equal(items[0]!.dueAt, later);
    await ngoc.refused(
      p.retimePublication,
      { ...of, version: row!.version, dueAt: null },
      'articles.publication-moved',
    );
    await ngoc.call(p.endPublication, { ...of, reason: 'Chờ thêm ảnh' });
    assert.equal((await whole(id)).stage, 'approved');
    assert.equal((await publishDue(db, minutes(91))).published, 0);
    assert.deepEqual((await auditOf(app.database, id)).map((one) => one.event).slice(-3), [
      'article.scheduled',
      'article.retimed',
      'article.unscheduled',
    ]);
  });
});

describe('correction', () => {
  test('the public keeps what was approved while it is edited; the correction comes everywhere at once', async () => {
    const id = await approved({ title: 'Tít có lỗi' });
    await publish(id);
    await picked(id);
    await publish(id, { unitId: department }, lan);
    await edited(huyen, id, 'Tít đã sửa');
    const before = await list(id);
    assert.deepEqual(
      before.items.map((row) => [row.state, row.versionN]),
      [
        ['published', 1],
        ['published', 1],
      ],
    );
    assert.equal(before.newerText, true);
    await bach.refused(p.correctArticle, { articleId: id, note: 'Sửa tên trường' }, 'articles.wrong-stage');
    await approvedBy(people, id);
    app.clock.now = minutes(5);
    const after = await bach.call(p.correctArticle, { articleId: id, note: 'Sửa tên trường' });
    assert.deepEqual(
      after.items.map((row) => [row.state, row.versionN, row.correction, row.older]),
      [
        ['published', 2, 'Sửa tên trường', false],
        ['published', 2, 'Sửa tên trường', false],
      ],
    );
    assert.equal((await whole(id)).stage, 'published');
    assert.equal((await told(lan, 'article.corrected', id)).length, 1);
  });

  test('a picture that the correction leaves out is nobody’s to see any more', async () => {
    const { mediaId, cutId } = await drawnPicture(app.database);
    const id = await approved({ content: [showing(mediaId, cutId)] });
    await publish(id);
    const uses = () =>
      db
        .selectFrom('media_uses')
        .select('used_id')
        .where('cut_id', '=', cutId)
        .where('used_kind', '=', 'publication')
        .execute();
    assert.equal((await uses()).length, 1);
    const { text } = await whole(id, huyen);
    const { summary, credit, kind, language, version } = text;
    const plain = { type: 'doc' as const, content: [paragraph('Bản đính chính không còn ảnh.')] };
    const words = { title: 'Không ảnh', summary, credit, kind, language, content: plain };
    await huyen.call(c.saveText, { articleId: id, version, ...words, sitting: newId() });
    await approvedBy(people, id);
    await bach.call(p.correctArticle, { articleId: id, note: 'Bỏ ảnh' });
    assert.equal((await uses()).length, 0);
  });

  test('readers from outside learn where it stands, not what is still to come', async () => {
    const id = await approved();
    await publish(id);
    await picked(id);
    await publish(id, { unitId: department, dueAt: '2027-03-01T00:00:00Z' }, lan);
    assert.deepEqual(
      (await list(id, dat)).items.map((row) => [row.unitId, row.state]),
      [[school, 'published']],
    );
    assert.equal((await list(id)).items.length, 2);
  });

  test('who made an edition of its own is told and keeps its words', async () => {
    const id = await approved({ title: 'Bài gốc có lỗi' });
    await publish(id);
    const edition = await editionOf(id);
    await edited(huyen, id, 'Bài gốc đã sửa');
    await approvedBy(people, id);
    await bach.call(p.correctArticle, { articleId: id, note: 'Sửa số liệu', visible: false });
    assert.equal((await list(id)).items[0]!.correction, null);
    assert.equal((await told(lan, 'article.corrected-edition', edition)).length, 1);
  });
});

/** The department's own edition of a story, as it stands on its site. */
async function editionOf(articleId: string): Promise<string> {
  const { path } = await db.selectFrom('units').select('path').where('id', '=', department).executeTakeFirstOrThrow();
  const id = newId();
  const of = { unit_id: department, path };
  const version = await db
    .selectFrom('article_versions')
    .selectAll()
    .where('article_id', '=', articleId)
    .executeTakeFirstOrThrow();
  const { title, content_hash } = version;
  await db
    .insertInto('articles')
    .values({
      id,
      ...of,
      kind: 'tin',
      origin_id: articleId,
      title,
      stage: 'published',
      live: true,
      approved_n: 1,
      approved_hash: content_hash,
    })
    .execute();
  const content = JSON.stringify(version.content);
  await db.insertInto('article_texts').values({ article_id: id, content, content_hash }).execute();
  await db
    .insertInto('article_versions')
    .values({ ...version, content, article_id: id, n: 1 })
    .execute();
  const at = { due_at: MORNING, next_at: MORNING, published_at: MORNING };
  await db
    .insertInto('article_publications')
    .values({ id: newId(), article_id: id, ...of, state: 'published', version_n: 1, content_hash, ...at })
    .execute();
  return id;
}

describe('taking down', () => {
  test('everywhere at once: own site, a site that picked it, an edition, and what was still to come', async () => {
    const { mediaId, cutId } = await drawnPicture(app.database);
    const id = await approved({ content: [showing(mediaId, cutId)] });
    await publish(id);
    await picked(id);
    await publish(id, { unitId: department, dueAt: minutes(500).toISOString() }, lan);
    const edition = await editionOf(id);
    assert.equal((await list(id)).items.length, 3);
    const uses = () =>
      db
        .selectFrom('media_uses')
        .select('channels')
        .where('cut_id', '=', cutId)
        .where('used_kind', '=', 'publication')
        .execute();
    assert.equal((await uses()).length, 1);
    await huyen.refused(p.takeDownArticle, { articleId: id, reason: 'x' }, 'forbidden');
    const after = await bach.call(p.takeDownArticle, { articleId: id, reason: 'Sai nhân vật' });
    assert.deepEqual(after.items.map((row) => row.state).sort(), ['cancelled', 'taken-down', 'taken-down']);
    assert.equal((await uses()).length, 0);
    for (const one of [id, edition]) {
      const row = await db.selectFrom('articles').selectAll().where('id', '=', one).executeTakeFirstOrThrow();
      assert.deepEqual([row.live, row.stage], [false, 'taken-down']);
    }
    assert.equal((await told(lan, 'article.taken-down', id)).length, 1);
    const output = () => db.selectFrom('outputs').selectAll().where('origin_id', '=', id).executeTakeFirstOrThrow();
    assert.equal((await output()).published_on, '2026-11-23', 'it was public, and that counts');
    await bach.refused(p.publishArticle, { articleId: id, unitId: school }, 'articles.wrong-stage');
    assert.equal((await publishDue(db, minutes(600))).published, 0);
  });

  test('what was published in error no longer counts, and needs a new approval to come back', async () => {
    const id = await approved();
    await publish(id);
    await bach.call(p.takeDownArticle, { articleId: id, reason: 'Đăng nhầm', counts: false });
    const output = await db.selectFrom('outputs').selectAll().where('origin_id', '=', id).executeTakeFirstOrThrow();
    assert.equal(output.published_on, null);
    await edited(bach, id, 'Viết lại cho đúng');
    await approvedBy({ ...people, writer: bach }, id);
    const { items } = await publish(id);
    assert.equal(items[0]!.state, 'published');
  });

  test('a correction that is on its way when it is taken down goes on, and may be published once it is approved', async () => {
    const id = await approved();
    await publish(id);
    await edited(huyen, id, 'Bản sửa đang chờ duyệt');
    const { text } = await whole(id, huyen);
    const way = await huyen.call(s.submitArticle, { articleId: id, contentHash: text.contentHash });
    await bach.call(p.takeDownArticle, { articleId: id, reason: 'Chờ bản sửa' });
    assert.deepEqual([(await whole(id)).stage, (await whole(id)).live], ['in-review', false]);
    const on = (now: s.ArticleSteps) => {
      const run = now.runs[0]!;
      return { articleId: id, runId: run.id, step: run.step, contentHash: now.contentHash };
    };
    await ngoc.call(s.approveArticle, on(await bach.call(s.passStep, on(way))));
    assert.equal((await publish(id)).items[0]!.versionN, 2);
  });

  test('a unit that only picked it takes it from its own site and from nowhere else', async () => {
    const id = await approved();
    const [own] = (await publish(id)).items;
    await lan.refused(p.publishArticle, { articleId: id, unitId: department }, 'articles.not-picked');
    await picked(id);
    const there = (await publish(id, { unitId: department }, lan)).items.find((row) => row.unitId === department)!;
    assert.deepEqual(there.can, ['take-down']);
    await bach.refused(
      p.endPublication,
      { articleId: id, publicationId: own!.id, reason: 'x' },
      'articles.take-down-whole',
    );
    await bach.refused(p.endPublication, { articleId: id, publicationId: there.id, reason: 'x' }, 'forbidden');
    await lan.call(p.endPublication, { articleId: id, publicationId: there.id, reason: 'Hết thời gian đăng' });
    const states = (await list(id)).items.map((row) => [row.unitId, row.state]);
    assert.deepEqual(states, [
      [school, 'published'],
      [department, 'taken-down'],
    ]);
  });

  test('units whose page lost a picture are told', async () => {
    const { mediaId, cutId } = await drawnPicture(app.database);
    const id = await approved({ content: [showing(mediaId, cutId)] });
    await publish(id);
    await db
      .insertInto('media_blocks')
      .values({ id: newId(), cut_id: cutId, channel: 'portal', reason: 'withdrawal' })
      .execute();
    const note = { v: 1, event: 'media.blocked', auditId: newId(), subjectKind: 'media', subjectId: mediaId } as const;
    await db.transaction().execute((tx) => tellPagesWithout(tx, { ...note, unitId: school, path: null }));
    assert.equal((await told(bach, 'article.lost-picture', id)).length, 1);
    assert.equal((await told(huyen, 'article.lost-picture', id)).length, 1);
    assert.ok(personIdOf(atSchool('anh.bach')));
  });
});
