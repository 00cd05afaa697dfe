import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { type Caller, testApp } from '../../app/testing/http.ts';
import { approve, approvedArticle, begun, suoiNgoc, words } from '../../app/testing/newsroom.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as a from './articles.contract.ts';
import { addOfferRule, endOfferRule } from './offer-rules.contract.ts';
import { offerByRules } from './offer-rules.ts';
import * as c from './offers.contract.ts';
import { publishArticle } from './publication.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: new Date('2026-11-23T01:00:00Z') });
const school = suoiNgoc(app);
const { teacher: huyen, officer: bach } = school;
const thom = app.as('thom.quach@suoingoc.songtra.example');
const lo = app.as('mai.lo@doithong.songtra.example');
const lan = app.as('lan.pham@so.songtra.example');
const bao = app.as('bao.ly@bo.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const commune = sampleId('xa.sn');
const department = sampleId('so');

const offer = (who: Caller, articleId: string, more: object = {}) => who.call(c.offerArticle, { articleId, ...more });
type Act = 'accept' | 'return' | 'pick' | 'unpick' | 'withdraw';
const decide = (who: Caller, act: Act, rows: c.OfferRow[], reason?: string) =>
  who.call(c.decideOffers, {
    act,
    offers: rows.map(({ id, version }) => ({ id, version })),
    ...(reason && { reason }),
  });
const one = async (who: Caller, act: Act, row: c.OfferRow, reason?: string) =>
  (await decide(who, act, [row], reason)).items[0]!;
const told = async (who: Caller, kind: string) =>
  (await who.call(listInbox, { limit: 200 })).items.filter((n) => n.kind === kind).map((n) => n.sentence);
const pickedOn = (articleId: string) =>
  app.database.db
    .selectFrom('outputs')
    .leftJoin('units', 'units.id', 'outputs.picked_by')
    .select(['picked_on', 'units.name as by'])
    .where('origin_id', '=', articleId)
    .executeTakeFirst();
const pickedCount = async () => {
  const rows = await app.database.db
    .selectFrom('output_counts')
    .select('picked')
    .where('unit_id', '=', sampleId('cs2'))
    .where('team_id', '=', '00000000-0000-0000-0000-000000000000')
    .execute();
  return rows.reduce((sum, row) => sum + row.picked, 0);
};

describe('a story goes up the line', () => {
  test('only an approved one; without a name it goes to the commune office, and pressing twice offers once', async () => {
    const draft = await begun(huyen, { title: 'Chưa duyệt' });
    await bach.refused(c.offerArticle, { articleId: draft.id }, 'offers.not-approved');
    const story = await approvedArticle(school, 'Thư viện xanh');
    assert.ok(story.can.includes('offer'));
    const [first, second] = await Promise.all([
      offer(bach, story.id, { note: 'Bài tiêu biểu' }),
      offer(bach, story.id, { note: 'Bài tiêu biểu' }),
    ]);
    assert.equal(first.id, second.id);
    assert.deepEqual([first.toUnitId, first.state, first.can], [commune, 'offered', ['withdraw']]);
    assert.deepEqual(await told(thom, 'offer.made'), [
      'Trường THCS Suối Ngọc gửi bài “Thư viện xanh” (Trường THCS Suối Ngọc). Bài tiêu biểu',
    ]);
    await bach.refused(c.offerArticle, { articleId: story.id, contentHash: 'x' }, 'offers.changed');
    await huyen.refused(c.offerArticle, { articleId: story.id }, 'forbidden');
    const sideways = { articleId: story.id, toUnitId: sampleId('xa.dt') };
    await bach.refused(c.offerArticle, sideways, 'offers.not-above');
  });

  test('what was offered cannot be read by a neighbour commune or school, nor decided by whoever offers', async () => {
    const row = await offer(bach, (await approvedArticle(school, 'Riêng của xã Suối Ngọc')).id);
    for (const who of [lo, dat]) {
      await who.refused(c.getOffer, { offerId: row.id }, 'not-found');
      await who.refused(a.getArticle, { articleId: row.articleId }, 'not-found');
      await who.refused(c.articleOffers, { articleId: row.articleId }, 'not-found');
      const listed = await who.call(c.listOffers, { unitId: commune });
      assert.deepEqual(listed.items, []);
      const given = { act: 'pick' as const, offers: [{ id: row.id, version: row.version }] };
      await who.refused(c.decideOffers, given, 'not-found');
    }
    // The Sở reads it once it is offered there, not before.
    await lan.refused(c.getOffer, { offerId: row.id }, 'not-found');
    await bach.refused(c.decideOffers, { act: 'pick', offers: [{ id: row.id, version: 1 }] }, 'forbidden');
  });

  test('the receiver reads exactly the offered version, whatever is written at the school since', async () => {
    const story = await approvedArticle(school, 'Ngày hội đọc sách', { content: words('Bản đã duyệt.') });
    const row = await offer(bach, story.id);
    const { text } = await bach.call(a.getArticle, { articleId: story.id });
    const { summary, credit, kind, language, version } = text;
    const later = { summary, credit, kind, language, title: 'Đang viết lại', content: words('Bản nháp mới.') };
    await bach.call(a.saveText, { articleId: story.id, version, sitting: story.id, ...later });
    const seen = await thom.call(c.getOffer, { offerId: row.id });
    assert.equal(seen.title, 'Ngày hội đọc sách');
    assert.match(JSON.stringify(seen.text.content), /Bản đã duyệt/);
    const read = await thom.call(a.getArticle, { articleId: story.id });
    assert.doesNotMatch(JSON.stringify(read), /Bản nháp mới|Đang viết lại/);
    // What is being rewritten is not offered to anybody else until it is approved.
    await bach.refused(c.offerArticle, { articleId: story.id, toUnitId: department }, 'offers.not-approved');
  });

  test('received, returned with a reason, corrected, approved and offered again', async () => {
    const story = await approvedArticle(school, 'Bữa cơm bán trú');
    const row = await one(thom, 'accept', await offer(bach, story.id));
    assert.deepEqual([row.state, row.can], ['accepted', ['return', 'pick']]);
    await thom.refused(c.decideOffers, { act: 'return', offers: [{ id: row.id, version: row.version }] }, 'invalid');
    const back = await one(thom, 'return', row, 'Thiếu số liệu');
    assert.deepEqual([back.state, back.can], ['returned', []]);
    assert.deepEqual(await told(huyen, 'offer.returned'), [
      'Phòng Văn hóa - Xã hội xã Suối Ngọc trả lại “Bữa cơm bán trú”. Lý do: Thiếu số liệu',
    ]);
    const { text } = await huyen.call(a.getArticle, { articleId: story.id });
    const { title, summary, credit, kind, language, version } = text;
    const fuller = { title, summary, credit, kind, language, content: words('Có 120 suất ăn mỗi ngày.') };
    await huyen.call(a.saveText, { articleId: story.id, version, sitting: story.id, ...fuller });
    await approve(school, story.id);
    const again = await offer(bach, story.id);
    assert.notEqual(again.id, row.id);
    assert.match(JSON.stringify((await thom.call(c.getOffer, { offerId: again.id })).text), /120 suất ăn/);
    // What was returned stays readable as it was.
    assert.doesNotMatch(JSON.stringify((await thom.call(c.getOffer, { offerId: row.id })).text), /120 suất ăn/);
    const { way } = await bach.call(c.articleOffers, { articleId: story.id });
    assert.deepEqual(
      way.filter((stop) => stop.what !== 'approved').map((stop) => `${stop.what} ${stop.unitName.split(' ').at(-1)}`),
      ['offered Ngọc', 'returned Ngọc', 'offered Ngọc'],
    );
  });

  test('two receivers at once: both pick, it counts once, and the highest is named', async () => {
    const before = await pickedCount();
    const story = await approvedArticle(school, 'Cô giáo vùng cao');
    const toCommune = await offer(bach, story.id);
    const toDepartment = await offer(bach, story.id, { toUnitId: department });
    await Promise.all([one(thom, 'pick', toCommune), one(lan, 'pick', toDepartment)]);
    assert.equal(await pickedCount(), before + 1);
    assert.deepEqual(await pickedOn(story.id), { picked_on: '2026-11-23', by: 'Sở Giáo dục và Đào tạo Sông Trà' });
    assert.equal((await told(huyen, 'offer.picked')).filter((s) => s.includes('Cô giáo vùng cao')).length, 2);
    // Of two hands on one offer the second is told that it has been decided.
    await thom.refused(
      c.decideOffers,
      { act: 'pick', offers: [toCommune].map(({ id, version }) => ({ id, version })) },
      'offers.conflict',
    );
  });

  test('the commune hands on what it picked, up to the Ministry; the credit stays and the pick flows back to all', async () => {
    const story = await approvedArticle(school, 'Lớp học bên suối');
    const first = await offer(bach, story.id);
    const early = { articleId: story.id, unitId: commune };
    await thom.refused(c.offerArticle, early, 'offers.not-picked');
    await one(thom, 'pick', first);
    const second = await offer(thom, story.id, { unitId: commune });
    assert.deepEqual(
      [second.unitName, second.toUnitId, second.originUnitName, second.credit],
      ['Phòng Văn hóa - Xã hội xã Suối Ngọc', department, 'Trường THCS Suối Ngọc', 'Nông Thị Huyền'],
    );
    const third = await offer(lan, story.id, { unitId: department }).catch((error: unknown) => error);
    assert.ok(third instanceof Error);
    await one(lan, 'pick', second);
    const toMinistry = await offer(lan, story.id, { unitId: department });
    await one(bao, 'pick', toMinistry);
    for (const who of [huyen, bach, thom, lan])
      assert.ok(
        (await told(who, 'offer.picked')).includes(
          '“Lớp học bên suối” của Trường THCS Suối Ngọc đã được Bộ Giáo dục và Đào tạo chọn.',
        ),
      );
    const { way, items, may } = await huyen.call(c.articleOffers, { articleId: story.id });
    assert.equal(items.length, 3);
    assert.deepEqual(
      way.filter((stop) => stop.what === 'picked').map((stop) => stop.unitName),
      ['Phòng Văn hóa - Xã hội xã Suối Ngọc', 'Sở Giáo dục và Đào tạo Sông Trà', 'Bộ Giáo dục và Đào tạo'],
    );
    assert.deepEqual(may, []);
    assert.equal((await pickedOn(story.id))?.by, 'Bộ Giáo dục và Đào tạo');
    // The Sở handed it on: it cannot let go of it under the Ministry's feet.
    const held = (await lan.call(c.listOffers, { unitId: department })).items.find(
      (row) => row.articleId === story.id,
    )!;
    const given = { act: 'unpick' as const, reason: 'Nhầm', offers: [{ id: held.id, version: held.version }] };
    await lan.refused(c.decideOffers, given, 'offers.in-use');
  });

  test('a pick is taken back with a reason and no longer counts; what is withdrawn is no longer read above', async () => {
    const story = await approvedArticle(school, 'Sân chơi mới');
    const picked = await one(thom, 'pick', await offer(bach, story.id));
    await bach.refused(
      c.decideOffers,
      { act: 'withdraw', offers: [{ id: picked.id, version: picked.version }] },
      'offers.wrong-state',
    );
    const before = await pickedCount();
    const back = await one(thom, 'unpick', picked, 'Chọn nhầm bài');
    assert.equal(await pickedCount(), before - 1);
    assert.equal((await pickedOn(story.id))?.picked_on, null);
    await one(bach, 'withdraw', back);
    await thom.refused(c.getOffer, { offerId: back.id }, 'not-found');
    await thom.refused(a.getArticle, { articleId: story.id }, 'not-found');
    assert.ok((await told(thom, 'offer.withdrawn')).some((s) => s.includes('Sân chơi mới')));
    assert.deepEqual(
      (await auditOf(app.database, back.id)).map((row) => row.event),
      ['offer.made', 'offer.picked', 'offer.unpicked', 'offer.withdrawn'],
    );
  });

  test('many are picked in one act; what cannot be picked is left out and named', async () => {
    const rows = [];
    for (const title of ['Bài một', 'Bài hai', 'Bài ba'])
      rows.push(await offer(bach, (await approvedArticle(school, title)).id));
    await one(bach, 'withdraw', rows[1]!);
    const { items, skipped } = await decide(thom, 'pick', rows);
    assert.equal(items.length, 2);
    assert.equal(skipped.length, 1);
    const late = await thom.call(c.listOffers, { unitId: commune, state: 'picked', q: 'bai mot' });
    assert.deepEqual(
      late.items.map((row) => row.title),
      ['Bài một'],
    );
  });

  test('what waits past the day that was named is late, and found by it', async () => {
    const story = await approvedArticle(school, 'Cần trước lễ');
    await bach.refused(c.offerArticle, { articleId: story.id, dueOn: '2026-11-20' }, 'invalid');
    await offer(bach, story.id, { dueOn: '2026-11-23' });
    // The next day, with somebody at the keyboard in between.
    app.clock.now = new Date('2026-11-23T10:00:00Z');
    for (const who of [bach, huyen, thom, lan, dat, school.principal]) await who.call(listInbox, {});
    app.clock.now = new Date('2026-11-23T18:00:00Z');
    const { items } = await thom.call(c.listOffers, { unitId: commune, late: '1' });
    assert.deepEqual(
      items.map((row) => [row.title, row.late]),
      [['Cần trước lễ', 1]],
    );
  });

  test('published unedited on the commune’s site, it is one story with the school’s credit', async () => {
    const story = await approvedArticle(school, 'Tiếng trống trường');
    const row = await one(thom, 'pick', await offer(bach, story.id));
    assert.deepEqual(row.can, ['unpick', 'edit-own', 'publish', 'offer-on']);
    await thom.call(publishArticle, { articleId: story.id, unitId: commune });
    const { published, can } = await thom.call(c.getOffer, { offerId: row.id });
    assert.deepEqual([published, can], [true, ['unpick', 'edit-own', 'offer-on']]);
    const given = { act: 'unpick' as const, reason: 'Nhầm', offers: [{ id: row.id, version: row.version }] };
    await thom.refused(c.decideOffers, given, 'offers.in-use');
  });

  test('by a rule good examples go to the Sở as soon as they are approved, once, and no longer when the rule has ended', async () => {
    const set = { unitId: sampleId('cs2'), toUnitId: department, kinds: ['guong-tot'], note: 'Gương tốt trong tháng' };
    await huyen.refused(addOfferRule, set, 'forbidden');
    await bach.refused(addOfferRule, { ...set, toUnitId: sampleId('xa.dt') }, 'offers.not-above');
    await bach.refused(addOfferRule, { ...set, kinds: ['tho'] }, 'invalid');
    const { items } = await bach.call(addOfferRule, set);
    const approved = async (title: string, kind: string) => {
      const story = await approvedArticle(school, title, { kind });
      const note = {
        v: 1 as const,
        event: 'article.approved',
        auditId: story.id,
        subjectKind: 'article',
        unitId: null,
        path: null,
      };
      for (const _ of [1, 2])
        await app.database.db
          .transaction()
          .execute((tx) => offerByRules(tx, { ...note, subjectId: story.id }, app.clock.now));
      return (await bach.call(c.articleOffers, { articleId: story.id })).items;
    };
    const [sent, ...more] = await approved('Người mẹ thứ hai', 'guong-tot');
    assert.deepEqual(
      [sent?.toUnitId, sent?.note, sent?.state, more],
      [department, 'Gương tốt trong tháng', 'offered', []],
    );
    assert.deepEqual(await approved('Tin thường ngày', 'tin'), []);
    await dat.refused(endOfferRule, { ruleId: items[0]!.id, version: 1 }, 'not-found');
    await bach.call(endOfferRule, { ruleId: items[0]!.id, version: items[0]!.version });
    assert.deepEqual(await approved('Thêm một gương tốt', 'guong-tot'), []);
  });
});
