import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { routesFor } from '../../app/routes.ts';
import { type Caller, testApp } from '../../app/testing/http.ts';
import { department, newsDesk } from '../../app/testing/news-desk.ts';
import { approve, edited, paragraph, school } from '../../app/testing/newsroom.ts';
import { createPlan } from '../plans/plans.contract.ts';
import { search } from '../search/search.contract.ts';
import * as c from './articles.contract.ts';
import * as p from './publication.contract.ts';

const MORNING = new Date('2026-11-23T01:00:00Z');
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: MORNING });
const { db } = app.database;
const { people, huyen, bach, lan, dat, approved, publish, list, whole, picked } = newsDesk(app);

const ctrlK = async (who: Caller, q: string): Promise<string[]> =>
  (await who.call(search, { q, kind: 'article' })).items.map((one) => one.title);

/** The title under which somebody finds the text with these words: in the lists of texts and by Ctrl K. */
async function found(who: Caller, q: string): Promise<string[]> {
  const wide = await who.call(c.listArticles, { scope: 'sector', q });
  const unit = await who.call(c.listArticles, { scope: 'unit', unitId: school, q });
  return [...[...wide.items, ...unit.items].map((row) => row.title), ...(await ctrlK(who, q))];
}
const three = (title: string) => [title, title, title];

describe('a text that is public while a correction is being written', () => {
  test('is found by what was published, under its published title, and by nothing that was not', async () => {
    const id = await approved({ title: 'Thuyền giấy ngày khai giảng' });
    await publish(id);
    await edited(huyen, id, 'Bí mật chưa công bố', [paragraph('Danh sách dưỡng thai chưa ai biết.')]);
    for (const who of [dat, lan]) {
      for (const q of ['bi mat chua cong bo', 'duong thai']) assert.deepEqual(await found(who, q), [], q);
      assert.deepEqual(await found(who, 'thuyen giay'), three('Thuyền giấy ngày khai giảng'));
    }
    await approve(people, id);
    assert.deepEqual(await found(dat, 'duong thai'), [], 'approved, not yet published');
    await bach.call(p.correctArticle, { articleId: id, note: 'Bổ sung' });
    assert.deepEqual(await found(dat, 'duong thai'), three('Bí mật chưa công bố'));
    assert.deepEqual(await found(dat, 'thuyen giay'), []);
  });

  test('is found by its newest words in its own house once it is taken down, and by nobody else', async () => {
    const id = await approved({ title: 'Cầu treo bản Nà' });
    await publish(id);
    await edited(huyen, id, 'Cầu treo thay dây cáp');
    await bach.call(p.takeDownArticle, { articleId: id, reason: 'Sai tên bản' });
    assert.deepEqual(await found(dat, 'thay day cap'), []);
    assert.deepEqual(await ctrlK(huyen, 'thay day cap'), ['Cầu treo thay dây cáp']);
  });

  test('shows readers from outside the published words, whatever stage they ask for', async () => {
    const id = await approved({ title: 'Vườn rau của lớp 6A' });
    await publish(id);
    await edited(huyen, id, 'Vườn rau sẽ bỏ');
    const seen = await whole(id, dat);
    assert.deepEqual(
      [seen.title, seen.text.title, seen.stage, seen.inside, seen.can],
      ['Vườn rau của lớp 6A', 'Vườn rau của lớp 6A', 'published', false, []],
    );
    const { items } = await dat.call(c.listArticles, { scope: 'unit', unitId: school, q: 'vuon rau' });
    assert.deepEqual(
      items.map((row) => [row.title, row.stage]),
      [['Vườn rau của lớp 6A', 'published']],
    );
    const asked = { scope: 'unit', unitId: school, stage: 'writing' } as const;
    assert.deepEqual((await dat.call(c.listArticles, asked)).items, []);
    assert.ok((await huyen.call(c.listArticles, asked)).items.some((row) => row.id === id));
  });
});

test('a series runs through the units: its own house sees the newest stage, readers from outside what is public', async () => {
  const period = { kind: 'schoolYear' as const, from: 2026, to: 2027 };
  const asked = { unitId: school, kind: 'school-year' as const, title: 'Kế hoạch năm học', period };
  const { plan } = await bach.call(createPlan, asked);
  const { path } = await db.selectFrom('units').select('path').where('id', '=', department).executeTakeFirstOrThrow();
  const seriesId = newId();
  const of = { plan_id: plan.id, unit_id: department, path, title: 'Trường học hạnh phúc' };
  await db
    .insertInto('series')
    .values({ id: seriesId, ...of })
    .execute();
  const [shown, hidden] = [await approved({ title: 'Bài đã đăng' }), await approved({ title: 'Bài chưa đăng' })];
  await db.updateTable('articles').set({ series_id: seriesId }).where('id', 'in', [shown, hidden]).execute();
  await publish(shown);
  const titles = async (who: Caller) =>
    (await who.call(c.listArticles, { scope: 'series', seriesId })).items.map((row) => [row.title, row.stage]);
  assert.deepEqual(await titles(dat), [['Bài đã đăng', 'published']]);
  assert.deepEqual((await titles(huyen)).toSorted(), [
    ['Bài chưa đăng', 'approved'],
    ['Bài đã đăng', 'published'],
  ]);
});

test('a unit that picked a story shows the approved version while the school writes a newer one', async () => {
  const id = await approved({ title: 'Bản đã duyệt' });
  await publish(id);
  await picked(id);
  await edited(huyen, id, 'Bản đang viết');
  const { items } = await publish(id, { unitId: department }, lan);
  const own = items.find((row) => row.unitId === department)!;
  assert.deepEqual([own.state, own.versionN], ['published', 1]);
  assert.equal((await list(id)).newerText, true);
  assert.equal((await whole(id, dat)).text.title, 'Bản đã duyệt');
});
