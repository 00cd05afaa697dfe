import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { type Caller, testApp } from '../../app/testing/http.ts';
import { approve, approvedArticle, suoiNgoc, words } from '../../app/testing/newsroom.ts';
import * as a from './articles.contract.ts';
import * as e from './editions.contract.ts';
import * as c from './offers.contract.ts';
import { correctArticle, publishArticle } from './publication.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: new Date('2026-11-23T01:00:00Z') });
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
    await thom.refused(c.decideOffers, given, 'offers.in-use');
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
});
