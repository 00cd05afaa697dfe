import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { department, newsDesk } from '../../app/testing/news-desk.ts';
import { approve, begun, drawnPicture, edited, showing } from '../../app/testing/newsroom.ts';
import { insertPicture } from '../../app/testing/pictures.sql.ts';
import * as c from './articles.contract.ts';
import * as k from './checks.contract.ts';
import * as o from './offers.contract.ts';
import * as p from './publication.contract.ts';
import * as v from './versions.contract.ts';

const app = await testApp({
  routes: routesFor({ uploadMaxBytes: 1_000_000 }),
  now: new Date('2026-11-23T01:00:00Z'),
});
const { db } = app.database;
const { people, huyen, bach, lan, dat, approved, publish, list, picked } = newsDesk(app);

test('what was found in the next version of a public text is read by its house, and by no reader from outside', async () => {
  const id = await approved();
  await publish(id);
  await edited(huyen, id, 'Bản đang sửa, chưa ai duyệt');
  for (const reader of [dat, lan]) {
    await reader.refused(k.checkArticle, { articleId: id }, 'forbidden');
    await reader.refused(k.checkLinks, { articleId: id }, 'forbidden');
  }
  assert.ok((await bach.call(k.checkArticle, { articleId: id })).contentHash);
});

test('readers from outside learn neither that a public text is being rewritten nor who approved it', async () => {
  const { mediaId, cutId } = await drawnPicture(app.database);
  const id = await approved({ title: 'Ngày hội áo dài' });
  await publish(id);
  await edited(huyen, id, 'Tít còn trong nháp', [showing(mediaId, cutId)]);
  const seen = await list(id, dat);
  assert.deepEqual([seen.newerText, seen.approvedN], [false, null]);
  assert.deepEqual((await dat.call(c.getArticle, { articleId: id })).leadCutId, null);
  assert.deepEqual(
    (await dat.call(o.articleOffers, { articleId: id })).way.map((one) => one.what),
    ['published'],
  );
  assert.equal((await list(id)).newerText, true);
  await approve(people, id);
  assert.equal((await list(id, dat)).items[0]!.older, false);
  assert.equal((await list(id)).items[0]!.older, true);
});

test('in the list of languages a public text bears the title that was published', async () => {
  const id = await approved({ title: 'Lễ hội xuống đồng' });
  await publish(id);
  await edited(huyen, id, 'Tít còn trong nháp');
  const seen = (await dat.call(v.listLanguages, { articleId: id })).items[0]!;
  assert.deepEqual([seen.title, seen.stage], ['Lễ hội xuống đồng', 'published']);
  assert.equal((await bach.call(v.listLanguages, { articleId: id })).items[0]!.title, 'Tít còn trong nháp');
});

test('a picture of another unit, or one passed off under the id of another, is nobody’s to hand in', async () => {
  const there = await db
    .selectFrom('units')
    .select(['id', 'path'])
    .where('id', '=', sampleId('cs1'))
    .executeTakeFirstOrThrow();
  const theirs = await insertPicture(db, there, 'nobody');
  const own = await drawnPicture(app.database);
  const stops = async (mediaId: string, cutId: string) => {
    const { id } = await begun(huyen, { pictures: [showing(mediaId, cutId)] });
    const { findings } = await huyen.call(k.checkArticle, { articleId: id });
    return findings.filter((one) => one.severity === 'stop').map((one) => one.code);
  };
  assert.deepEqual(await stops(own.mediaId, own.cutId), []);
  assert.deepEqual(await stops(theirs.mediaId, theirs.cutId), ['picture-elsewhere']);
  assert.deepEqual(await stops(theirs.mediaId, own.cutId), ['picture-elsewhere']);
  // Naming it in a draft does not keep its owner from removing it.
  const uses = await db.selectFrom('media_uses').select('cut_id').where('media_id', '=', theirs.mediaId).execute();
  assert.deepEqual(uses, []);
});

test('what was taken down is not put up by who picked it, whatever the school writes in it since', async () => {
  const id = await approved({ title: 'Nêu sai tên học sinh' });
  await publish(id);
  await picked(id);
  await bach.call(p.takeDownArticle, { articleId: id, reason: 'Sai tên' });
  await edited(bach, id, 'Đang sửa lại');
  await lan.refused(p.publishArticle, { articleId: id, unitId: department }, 'articles.was-taken-down');
  await lan.refused(o.offerArticle, { articleId: id, unitId: department, toUnitId: sampleId('bo') }, 'offers.not-live');
  await approve({ ...people, teacher: bach }, id);
  await lan.refused(p.publishArticle, { articleId: id, unitId: department }, 'articles.was-taken-down');
  await publish(id);
  const { items } = await publish(id, { unitId: department }, lan);
  assert.equal(items.find((row) => row.unitId === department)!.versionN, 2);
});
