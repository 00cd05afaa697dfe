import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { type Caller, testApp } from '../../app/testing/http.ts';
import { approve, approvedArticle, suoiNgoc, words } from '../../app/testing/newsroom.ts';
import * as a from './articles.contract.ts';
import { readArticle } from './articles.sql.ts';
import * as e from './editions.contract.ts';
import { freezeVersion } from './freeze.ts';
import * as c from './offers.contract.ts';
import { correctArticle, publishArticle } from './publication.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: new Date('2026-11-23T01:00:00Z') });
const { db } = app.database;
const school = suoiNgoc(app);
const thom = app.as('thom.quach@suoingoc.songtra.example');
const lan = app.as('lan.pham@so.songtra.example');
const lo = app.as('mai.lo@doithong.songtra.example');
const commune = sampleId('xa.sn');

const picked = async (articleId: string) => {
  const offer = await school.officer.call(c.offerArticle, { articleId });
  const act = { act: 'pick' as const, offers: [{ id: offer.id, version: offer.version }] };
  return (await thom.call(c.decideOffers, act)).items[0]!;
};

async function write(who: Caller, articleId: string, change: Partial<a.ArticleText> & { content?: unknown }) {
  const { text } = await who.call(a.getArticle, { articleId });
  const { title, summary, credit, kind, language, version } = text;
  const given = { title, summary, credit, kind, language, content: text.content, ...change } as never;
  await who.call(a.saveText, { ...(given as object), articleId, version, sitting: newId() } as never);
}
const lines = (...texts: string[]) => ({ content: words(...texts) });

describe('a level’s own edition of a picked story', () => {
  test('begins with the picked words, once, names its origin, and is the commune’s affair until it is public', async () => {
    const story = await approvedArticle(school, 'Vườn rau của lớp', {
      content: words('Lớp 6A trồng rau.', 'Cả lớp cùng tưới.'),
    });
    const offer = await picked(story.id);
    const id = newId();
    await thom.call(e.editOwn, { offerId: offer.id, id });
    await thom.call(e.editOwn, { offerId: offer.id, id });
    await thom.refused(e.editOwn, { offerId: offer.id, id: newId() }, 'offers.wrong-state');
    const edition = await thom.call(a.getArticle, { articleId: id });
    assert.deepEqual(
      [edition.unitId, edition.originId, edition.originUnitName, edition.credit, edition.stage],
      [commune, story.id, 'Trường THCS Suối Ngọc', 'Nông Thị Huyền', 'writing'],
    );
    assert.ok(edition.can.includes('write') && !edition.can.includes('offer'));
    for (const who of [school.officer, lo, lan]) await who.refused(a.getArticle, { articleId: id }, 'not-found');
    const seen = await thom.call(c.articleOffers, { articleId: id });
    assert.deepEqual(
      seen.editions.map((one) => one.id),
      [id],
    );
    assert.deepEqual((await school.officer.call(c.articleOffers, { articleId: story.id })).editions, []);
    // The pick is held while there is an edition.
    const row = (await thom.call(c.getOffer, { offerId: offer.id }))!;
    assert.equal(row.editionId, id);
    const given = { act: 'unpick' as const, reason: 'Nhầm', offers: [{ id: row.id, version: row.version }] };
    await thom.refused(c.decideOffers, given, 'offers.has-edition');
  });

  test('the origin’s correction comes in where the edition left the words alone; where both wrote, the edition’s stay', async () => {
    const story = await approvedArticle(school, 'Hội khỏe', {
      content: words('Có 20 đội tham gia.', 'Giải nhất thuộc lớp 9A.', 'Trời đẹp.'),
    });
    await school.officer.call(publishArticle, { articleId: story.id, unitId: sampleId('cs2') });
    const offer = await picked(story.id);
    const id = newId();
    await thom.call(e.editOwn, { offerId: offer.id, id });
    await write(thom, id, lines('Có 20 đội tham gia.', 'Giải nhất thuộc lớp 9C.', 'Trời đẹp.'));
    assert.equal((await thom.call(e.editionNews, { articleId: id })).corrected, false);
    await write(school.officer, story.id, lines('Có 24 đội tham gia.', 'Giải nhất thuộc lớp 9B.', 'Trời đẹp.'));
    // Not before the correction is public.
    assert.equal((await thom.call(e.editionNews, { articleId: id })).corrected, false);
    await approve(school, story.id);
    await school.officer.call(correctArticle, { articleId: story.id, note: 'Sửa số đội và lớp đạt giải' });
    const news = await thom.call(e.editionNews, { articleId: id });
    assert.equal(news.corrected, true);
    assert.equal(news.conflicts.length, 1);
    const { text } = await thom.call(a.getArticle, { articleId: id });
    await thom.refused(
      e.takeCorrection,
      { articleId: id, version: text.version + 1, newestN: news.newestN },
      'articles.text-conflict',
    );
    await thom.call(e.takeCorrection, { articleId: id, version: text.version, newestN: news.newestN });
    const after = JSON.stringify((await thom.call(a.getArticle, { articleId: id })).text.content);
    assert.match(after, /24 đội/);
    assert.match(after, /Giải nhất thuộc lớp 9C/);
    assert.equal((await thom.call(e.editionNews, { articleId: id })).corrected, false);
    const again = { articleId: id, version: text.version + 1, newestN: news.newestN };
    await thom.refused(e.takeCorrection, again, 'offers.no-news');
    assert.equal((await thom.call(c.getOffer, { offerId: offer.id })).corrected, true);
  });

  test('what it changed stands beside the origin: for its own house at once, for the school once it is public', async () => {
    const story = await approvedArticle(school, 'Vườn chữ', {
      content: words('Lớp 6A trồng rau.', 'Cả lớp cùng tưới.'),
    });
    const offer = await picked(story.id);
    const id = newId();
    await thom.call(e.editOwn, { offerId: offer.id, id });
    await write(thom, id, lines('Lớp 6A trồng rau.', 'Cả lớp cùng tưới mỗi sáng.'));
    const changes = await thom.call(e.editionChanges, { articleId: id });
    assert.deepEqual(
      [changes.originUnitName, changes.unitName, changes.before.content, changes.after.content],
      [
        'Trường THCS Suối Ngọc',
        'Phòng Văn hóa - Xã hội xã Suối Ngọc',
        ...contents('Cả lớp cùng tưới.', 'Cả lớp cùng tưới mỗi sáng.'),
      ],
    );
    await school.officer.refused(e.editionChanges, { articleId: id }, 'not-found');
    await thom.refused(e.editionChanges, { articleId: story.id }, 'not-found');
    await live(id, 1);
    // What everybody sees of it: the version that stands there, not the one in the making.
    const seen = await school.officer.call(e.editionChanges, { articleId: id });
    assert.deepEqual([seen.before.content, seen.after.content], contents('Cả lớp cùng tưới.', 'Cả lớp cùng tưới.'));
    const [edition] = (await school.officer.call(c.articleOffers, { articleId: story.id })).editions;
    assert.deepEqual([edition?.compare, edition?.stage, edition?.usable], [true, 'published', true]);
    await lo.refused(e.editionChanges, { articleId: id }, 'forbidden');
  });

  test('of the Sở begins with what is public of the commune’s, where it wants to', async () => {
    const story = await approvedArticle(school, 'Thư viện xanh', { content: words('Bản của trường.') });
    const offer = await picked(story.id);
    const [below, id] = [newId(), newId()];
    await thom.call(e.editOwn, { offerId: offer.id, id: below });
    await write(thom, below, lines('Bản của xã.'));
    const on = await thom.call(c.offerArticle, { articleId: story.id, unitId: commune });
    const act = { act: 'pick' as const, offers: [{ id: on.id, version: on.version }] };
    await lan.call(c.decideOffers, act);
    const from = { offerId: on.id, id, fromEditionId: below };
    await lan.refused(e.editOwn, from, 'not-found');
    const n = await frozen(below);
    await live(below, n);
    const detail = await lan.call(c.getOffer, { offerId: on.id });
    assert.deepEqual(
      detail.editions.map((one) => [one.id, one.unitId, one.usable, one.compare]),
      [[below, commune, true, false]],
    );
    await lan.call(e.editOwn, from);
    const { text, originId } = await lan.call(a.getArticle, { articleId: id });
    assert.deepEqual([text.content, originId], [words('Bản của xã.'), story.id]);
  });

  test('holds the pick until its draft is deleted', async () => {
    const story = await approvedArticle(school, 'Nhầm bài');
    const offer = await picked(story.id);
    const id = newId();
    await thom.call(e.editOwn, { offerId: offer.id, id });
    const given = () => ({ act: 'unpick' as const, reason: 'Nhầm', offers: [{ id: offer.id, version: version() }] });
    let now = await thom.call(c.getOffer, { offerId: offer.id });
    const version = () => now.version;
    const refusal = await thom.refused(c.decideOffers, given(), 'offers.has-edition');
    assert.match(refusal.title, /xóa bản nháp/);
    await thom.call(a.deleteArticle, { articleId: id });
    now = await thom.call(c.getOffer, { offerId: offer.id });
    assert.equal(now.editionId, null);
    assert.equal((await thom.call(c.decideOffers, given())).items[0]!.state, 'accepted');
  });
});

const contents = (...last: string[]) => last.map((line) => words('Lớp 6A trồng rau.', line));

/** Keeps the words of an edition as its next version, as an approval does; its number. */
async function frozen(articleId: string): Promise<number> {
  const actor = { now: app.clock.now };
  return await db.transaction().execute(async (tx) => {
    const article = (await readArticle(tx, articleId))!;
    return (await freezeVersion(tx, actor, article, 'approved')).n;
  });
}

/** The commune's edition as it stands on its site, in this version. */
async function live(articleId: string, n: number): Promise<void> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', articleId).executeTakeFirstOrThrow();
  const { content_hash } = await db
    .selectFrom('article_versions')
    .select('content_hash')
    .where('article_id', '=', articleId)
    .where('n', '=', n)
    .executeTakeFirstOrThrow();
  const now = app.clock.now;
  const of = { unit_id: row.unit_id, path: row.path, state: 'published', version_n: n, content_hash };
  const when = { due_at: now, next_at: now, published_at: now };
  await db
    .insertInto('article_publications')
    .values({ id: newId(), article_id: articleId, ...of, ...when })
    .execute();
  await db.updateTable('articles').set({ live: true, published_at: now }).where('id', '=', articleId).execute();
}
