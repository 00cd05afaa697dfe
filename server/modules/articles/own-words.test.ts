import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { department, newsDesk } from '../../app/testing/news-desk.ts';
import { begun, drawnPicture, school, showing } from '../../app/testing/newsroom.ts';
import { makeApiToken } from '../access/api-tokens.contract.ts';
import { pathOf } from '../org/org.ts';
import * as c from './articles.contract.ts';
import * as k from './checks.contract.ts';
import { editOwn } from './editions.contract.ts';
import * as o from './offers.contract.ts';
import * as s from './steps.contract.ts';

const app = await testApp({
  routes: routesFor({ uploadMaxBytes: 1_000_000 }),
  now: new Date('2026-11-23T01:00:00Z'),
});
const { db } = app.database;
const { huyen, bach, ngoc, lan, approved } = newsDesk(app);
const ha = app.as('ha.nguyen@so.songtra.example');

test('whoever makes an edition does not approve it alone where somebody else approves too', async () => {
  const { id: person_id } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'lan.pham@so.songtra.example')
    .executeTakeFirstOrThrow();
  const at = { unit_id: department, path: await pathOf(db, department) };
  await db
    .insertInto('grants')
    .values({ id: newId(), person_id, ...at, role: 'head', valid_from: '2026-01-01' })
    .execute();
  const story = await approved({ title: 'Thư viện trong rừng' });
  const offer = await bach.call(o.offerArticle, { articleId: story, toUnitId: department });
  const act = { act: 'pick' as const, offers: [{ id: offer.id, version: offer.version }] };
  await lan.call(o.decideOffers, act);
  const id = newId();
  await lan.call(editOwn, { offerId: offer.id, id });
  const { text } = await lan.call(c.getArticle, { articleId: id });
  let way = await lan.call(s.submitArticle, { articleId: id, contentHash: text.contentHash });
  const on = () => {
    const run = way.runs[0]!;
    return { articleId: id, runId: run.id, step: run.step, contentHash: way.contentHash };
  };
  way = await lan.call(s.passStep, on());
  assert.ok(!way.can.includes('approve'));
  await lan.refused(s.approveArticle, on(), 'articles.own-text');
  assert.equal((await ha.call(s.approveArticle, on())).stage, 'approved');
});

test('a name that may not be said is found beside and behind a picture too', async () => {
  await ngoc.call(k.placeGuard, { id: newId(), unitId: school, phrases: ['Sùng Thị Pà'], reason: 'Đang xác minh' });
  const { mediaId, cutId } = await drawnPicture(app.database);
  const picture = showing(mediaId, cutId);
  if (picture.type !== 'picture') return;
  for (const words of [{ credit: 'Ảnh: Sùng Thị Pà' }, { alt: 'Em Sùng Thị Pà bên cây con' }]) {
    const { id } = await begun(huyen, { pictures: [{ ...picture, attrs: { ...picture.attrs, ...words } }] });
    const { findings } = await huyen.call(k.checkArticle, { articleId: id });
    assert.ok(
      findings.some((one) => one.code === 'guarded'),
      JSON.stringify(words),
    );
  }
});

test('an access key of other software approves nothing, also where the approval was passed on to its owner', async () => {
  const { id } = await begun(huyen);
  const { text } = await huyen.call(c.getArticle, { articleId: id });
  let way = await huyen.call(s.submitArticle, { articleId: id, contentHash: text.contentHash });
  const on = () => {
    const run = way.runs[0]!;
    return { articleId: id, runId: run.id, step: run.step };
  };
  way = await bach.call(s.passStep, { ...on(), contentHash: way.contentHash });
  const { items } = await ngoc.call(s.listColleagues, { articleId: id });
  const deputy = items.find((one) => one.name === 'Bạch Tuấn Anh')!;
  way = await ngoc.call(s.delegateStep, { ...on(), personId: deputy.id, as: 'TL.', days: 2 });
  const { token } = await bach.call(makeApiToken, { name: 'Máy của trường', rights: ['articles.read'] });
  const act = { ...on(), contentHash: way.contentHash };
  await app.refused(s.approveArticle, act, 'forbidden', { authorization: `Bearer ${token}` });
  assert.equal((await bach.call(s.approveArticle, act)).stage, 'approved');
});
