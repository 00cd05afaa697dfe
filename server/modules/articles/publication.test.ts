import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { department, newsDesk } from '../../app/testing/news-desk.ts';
import { approve, begun, drawnPicture, edited, paragraph, school, showing } from '../../app/testing/newsroom.ts';
import * as c from './articles.contract.ts';
import * as k from './checks.contract.ts';
import * as p from './publication.contract.ts';
import { tellPagesWithout } from './publication.jobs.ts';
import { publishDue } from './publication-clock.ts';
import * as s from './steps.contract.ts';
import * as v from './versions.contract.ts';

const MORNING = new Date('2026-11-23T01:00:00Z');
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: MORNING });
const { db } = app.database;
const { people, huyen, bach, ngoc, lan, dat, approved, publish, list, whole, told, minutes, picked } = newsDesk(app);

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
    await approve(people, id);
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
    await approve(people, id);
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
    const id = await approved({ pictures: [showing(mediaId, cutId)] });
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
    await approve(people, id);
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

  test('a unit that picked the story and has ended since does not hold its correction back', async () => {
    const id = await approved({ title: 'Số liệu sai' });
    await publish(id);
    await picked(id);
    await publish(id, { unitId: department }, lan);
    const ended = (closed_on: string | null) =>
      db.updateTable('units').set({ closed_on }).where('id', '=', department).execute();
    await ended('2026-11-01');
    await edited(huyen, id, 'Số liệu đúng');
    await approve(people, id);
    const { items } = await bach.call(p.correctArticle, { articleId: id, note: 'Sửa số liệu' });
    await ended(null);
    assert.deepEqual(
      items.map((row) => row.versionN),
      [2, 2],
    );
  });

  test('who made an edition of its own is told and keeps its words', async () => {
    const id = await approved({ title: 'Bài gốc có lỗi' });
    await publish(id);
    const edition = await editionOf(id);
    await edited(huyen, id, 'Bài gốc đã sửa');
    await approve(people, id);
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
    const id = await approved({ pictures: [showing(mediaId, cutId)] });
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

  test('its versions in other languages go with it', async () => {
    const id = await approved({ title: 'Nêu sai tên một em' });
    await publish(id);
    const hmong = newId();
    await huyen.call(v.translateArticle, { articleId: id, id: hmong, language: 'mww' });
    await approve(people, hmong);
    await publish(hmong);
    await bach.call(p.takeDownArticle, { articleId: id, reason: 'Sai tên' });
    const now = await whole(hmong);
    assert.deepEqual([now.live, now.stage], [false, 'taken-down']);
    const events = (await auditOf(app.database, hmong)).map((one) => one.event);
    assert.ok(events.includes('article.taken-down'));
  });

  test('what was published in error no longer counts, and needs a new approval to come back', async () => {
    const id = await approved();
    await publish(id);
    await bach.call(p.takeDownArticle, { articleId: id, reason: 'Đăng nhầm', counts: false });
    const output = await db.selectFrom('outputs').selectAll().where('origin_id', '=', id).executeTakeFirstOrThrow();
    assert.equal(output.published_on, null);
    await edited(bach, id, 'Viết lại cho đúng');
    await approve({ ...people, teacher: bach }, id);
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
    const id = await approved({ pictures: [showing(mediaId, cutId)] });
    await publish(id);
    await db
      .insertInto('media_blocks')
      .values({ id: newId(), cut_id: cutId, channel: 'portal', reason: 'withdrawal' })
      .execute();
    const note = { v: 1, event: 'media.blocked', auditId: newId(), subjectKind: 'media', subjectId: mediaId } as const;
    await db.transaction().execute((tx) => tellPagesWithout(tx, { ...note, unitId: school, path: null }));
    assert.equal((await told(bach, 'article.lost-picture', id)).length, 1);
    assert.equal((await told(huyen, 'article.lost-picture', id)).length, 1);
  });
});
