import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#lib/id.ts';
import { storeContent } from '#platform/files/files.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { createHttp } from '#platform/http.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import {
  approve,
  approvedArticle,
  type Begun,
  begun,
  drawnPicture,
  edited,
  school,
  showing,
  suoiNgoc,
} from '../../app/testing/newsroom.ts';
import { testServing } from '../../app/testing/serving.ts';
import * as p from '../articles/publication.contract.ts';
import { servePortal } from './portal.pages.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-portal-'))));
const routes = routesFor({ uploadMaxBytes: 1_000_000 });
const app = await testApp({ routes, now: new Date('2026-11-23T01:00:00Z') });
const { db, portal } = app.database;
const face = createHttp(testServing(portal, [], []));
servePortal(face, { db: portal, origin: 'https://truyenthong.example' });
const people = suoiNgoc(app);
const { teacher: huyen, officer: bach } = people;
const slugOf = async (id: string) =>
  (await db.selectFrom('units').select('slug').where('id', '=', id).executeTakeFirstOrThrow()).slug;
const slug = await slugOf(school);
const get = async (address: string, headers: Record<string, string> = {}) => await face.request(address, { headers });
const pageOf = (articleId: string, of = slug) => get(`/${of}/bai/${articleId}`);

const bytes = Buffer.from('RIFF-');
/** Stored when it is wanted: files of a run share one store, that of the last. */
const kept = () => storeContent(bytes);

async function published({ title, ...more }: Begun = {}): Promise<string> {
  const { id } = await approvedArticle(people, title, more);
  await bach.call(p.publishArticle, { articleId: id, unitId: school });
  return id;
}

describe('a story on the site of its unit', () => {
  test('is a page without script that says who, when and where from', async () => {
    const id = await published({ title: 'Suối Ngọc <b>trồng</b> 200 cây' });
    const reply = await pageOf(id);
    const text = await reply.text();
    assert.equal(reply.status, 200);
    assert.match(reply.headers.get('content-security-policy')!, /^default-src 'none'/);
    assert.match(text, /<html lang="vi">/);
    assert.match(text, /<h1>Suối Ngọc &lt;b&gt;trồng&lt;\/b&gt; 200 cây<\/h1>/);
    assert.match(text, /thứ Hai, 23\/11\/2026, 08:00/);
    assert.match(text, /<p class="by">Nông Thị Huyền<\/p>/);
    assert.match(text, new RegExp(`<link rel="canonical" href="https://truyenthong.example/${slug}/bai/${id}">`));
    assert.ok(!/<script(?! type="application\/ld\+json")/.test(text));
    const data = JSON.parse(/ld\+json">(.+?)<\/script>/.exec(text)![1]!) as {
      headline: string;
      author: { name: string };
    };
    assert.equal(data.headline, 'Suối Ngọc <b>trồng</b> 200 cây');
    const style = /href="(\/static\/portal\/\S+\.css)"/.exec(text)![1]!;
    assert.equal((await get(style)).status, 200);
    assert.equal((await get('/static/portal/be-vietnam-pro-latin-400-normal.woff2')).status, 200);
    assert.equal((await get('/static/portal/..%2f..%2fpackage.json')).status, 404);
  });

  test('is not sent again to whoever has it, and is sent anew once it was corrected', async () => {
    const id = await published();
    const first = await pageOf(id);
    const etag = first.headers.get('etag')!;
    assert.equal((await get(`/${slug}/bai/${id}`, { 'if-none-match': etag })).status, 304);
    await edited(huyen, id, 'Tít đã sửa');
    assert.equal((await get(`/${slug}/bai/${id}`, { 'if-none-match': etag })).status, 304, 'an edit is not public');
    await approve(people, id);
    await bach.call(p.correctArticle, { articleId: id, note: 'Sửa tên <xã>' });
    const text = await (await pageOf(id)).text();
    assert.match(text, /<h1>Tít đã sửa<\/h1>/);
    assert.match(text, /<b>Đính chính:<\/b> Sửa tên &lt;xã&gt;/);
  });

  test('on the site of a unit that picked it names the origin, whose address is the canonical one', async () => {
    const id = await published();
    const department = sampleId('so');
    const a = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const to = await db.selectFrom('units').select('path').where('id', '=', department).executeTakeFirstOrThrow();
    const of = { unit_id: a.unit_id, path: a.path, to_unit_id: department, to_path: to.path, state: 'picked' };
    const version = { version_n: a.approved_n!, content_hash: a.approved_hash! };
    await db
      .insertInto('article_offers')
      .values({ id: newId(), article_id: id, ...of, ...version })
      .execute();
    await app.as('lan.pham@so.songtra.example').call(p.publishArticle, { articleId: id, unitId: department });
    const text = await (await pageOf(id, await slugOf(department))).text();
    assert.match(text, new RegExp(`Theo <a href="/${slug}/bai/${id}">`));
    assert.match(text, new RegExp(`rel="canonical" href="https://truyenthong.example/${slug}/bai/${id}"`));
  });

  test('that was taken down says so and nothing else; one that never stood there is not found', async () => {
    const id = await published({ title: 'Bí mật của lớp 6A' });
    await bach.call(p.takeDownArticle, { articleId: id, reason: 'Theo yêu cầu của gia đình' });
    const gone = await pageOf(id);
    const text = await gone.text();
    assert.equal(gone.status, 410);
    assert.match(text, /đã gỡ bài viết này/);
    assert.ok(!/Bí mật|gia đình/.test(text));
    const draft = await begun(huyen);
    for (const address of [
      `/${slug}/bai/${draft.id}`,
      `/${slug}/bai/abc`,
      `/khong-co/bai/${id}`,
      `/${slug}'--/bai/${id}`,
    ])
      assert.equal((await get(address)).status, 404, address);
  });
});

describe('a picture of a page', () => {
  test('is sent for five minutes, and is gone with its page and its words once it may no longer be seen', async () => {
    const { mediaId, cutId } = await drawnPicture(app.database, await kept());
    const id = await published({ pictures: [showing(mediaId, cutId)] });
    const text = await (await pageOf(id)).text();
    assert.match(text, new RegExp(`<img src="/anh/${cutId}/960" srcset=`));
    const picture = await get(`/anh/${cutId}/960`);
    assert.equal(picture.status, 200);
    assert.equal(picture.headers.get('cache-control'), 'public, max-age=300');
    assert.deepEqual(Buffer.from(await picture.arrayBuffer()), bytes);
    const etag = picture.headers.get('etag')!;
    assert.equal((await get(`/anh/${cutId}/960`, { 'if-none-match': etag })).status, 304);
    const block = { id: newId(), cut_id: cutId, channel: 'portal', reason: 'withdrawal' };
    await db.insertInto('media_blocks').values(block).execute();
    assert.equal((await get(`/anh/${cutId}/960`, { 'if-none-match': etag })).status, 410);
    assert.ok(!(await (await pageOf(id)).text()).includes('figure'));
    await db.updateTable('media_blocks').set({ lifted_at: new Date() }).where('id', '=', block.id).execute();
    await bach.call(p.takeDownArticle, { articleId: id, reason: 'Hết thời gian đăng' });
    assert.equal((await get(`/anh/${cutId}/960`)).status, 404);
  });

  test('of which the rights have ended is not shown', async () => {
    const { mediaId, cutId } = await drawnPicture(app.database, await kept());
    await published({ pictures: [showing(mediaId, cutId)] });
    await db.updateTable('media_items').set({ rights_until: '2020-01-01' }).where('id', '=', mediaId).execute();
    assert.equal((await get(`/anh/${cutId}/480`)).status, 410);
  });

  test('that only the unit works on is nobody’s business', async () => {
    const { mediaId, cutId } = await drawnPicture(app.database, await kept());
    await begun(huyen, { pictures: [showing(mediaId, cutId)] });
    for (const address of [`/anh/${cutId}/960`, `/anh/${cutId}/original`, `/anh/${newId()}/960`, '/anh/x/960'])
      assert.equal((await get(address)).status, 404, address);
  });
});

test('the role of the portal reads its views and no table behind them', async () => {
  for (const table of ['articles', 'article_versions', 'article_texts', 'media_items', 'files', 'people', 'units'])
    await assert.rejects(sql`select 1 from ${sql.table(table)} limit 1`.execute(portal), /permission denied/, table);
  assert.equal(createHash('sha256').update(bytes).digest('hex'), (await kept()).sha256);
});
