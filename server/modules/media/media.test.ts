import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import sharp from 'sharp';
import { newId } from '#lib/id.ts';
import { getFile } from '#platform/files/files.contract.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { fileStore, useFileStore } from '#platform/files/store.ts';
import { continueUpload, startUpload } from '#platform/files/uploads.contract.ts';
import { restPress } from '#platform/pictures/picture-press.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { type Caller, testApp } from '../../app/testing/http.ts';
import { photo } from '../../app/testing/photos.ts';
import { addAlbum, closeAlbum, editAlbum, getAlbum, listAlbums } from './albums.contract.ts';
import { drawCut } from './drawing.ts';
import * as c from './media.contract.ts';
import { cutFacts, endShares, setUses, shareMedia, shownCuts } from './media.ts';
import { watchRights } from './rights.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-media-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 30_000_000 }) });
const { db } = app.database;
after(() => restPress());

const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const huyen = app.as('huyen.nong@thcssuoingoc.songtra.example');
// The head of a team, whose role holds at the team only.
const van = app.as('van.luong@thcssuoingoc.songtra.example');
const thom = app.as('thom.quach@suoingoc.songtra.example');
const lan = app.as('lan.pham@so.songtra.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const school = sampleId('cs2');
const team = sampleId('cs2.t1');
const commune = sampleId('xa.sn');

async function upload(who: Caller, bytes: Uint8Array, name = 'IMG_0001.jpg', unitId = school): Promise<string> {
  const { id } = await who.call(startUpload, { unitId, name, bytes: bytes.byteLength });
  const reply = await who.send(continueUpload, { uploadId: id, offset: 0 }, { body: bytes });
  const { fileId } = (await reply.json()) as { fileId: string };
  assert.ok(fileId, `the upload of ${name} is finished`);
  return fileId;
}

/** A photo in the library, drawn. */
async function added(
  who: Caller,
  bytes: Uint8Array,
  more: { unitId?: string; albumId?: string; caption?: string; alt?: string; credit?: string } = {},
): Promise<c.MediaRow> {
  const row = await who.call(c.addMedia, {
    id: newId(),
    unitId: school,
    fileId: await upload(who, bytes, 'IMG_0001.jpg', more.unitId),
    ...more,
  });
  if (row.cut) await drawCut(db, { cutId: row.cut.id });
  return await who.call(c.getMedia, { mediaId: row.id });
}

let seed = 100;
const newPhoto = (of: Parameters<typeof photo>[0] = {}) => photo({ width: 640, height: 480, seed: seed++, ...of });
const owner = async (kind: string) => {
  const { path: at } = await db.selectFrom('units').select('path').where('id', '=', school).executeTakeFirstOrThrow();
  return { kind, id: newId(), unitId: school, path: at, title: 'Ngày hội đọc sách' };
};

describe('a photo that comes in', () => {
  test('is there at once, is drawn a little later, and says when it was taken but not where', async () => {
    const bytes = await newPhoto({ taken: '2026:11:18 09:15:00', place: true, orientation: 6 });
    const fileId = await upload(huyen, bytes);
    const id = newId();
    const first = await huyen.call(c.addMedia, { id, unitId: school, fileId, caption: 'Học sinh đọc sách' });
    assert.deepEqual([first.state, first.cut?.state], ['waiting', 'waiting']);
    await drawCut(db, { cutId: first.cut!.id });
    const row = await huyen.call(c.getMedia, { mediaId: id });
    assert.deepEqual([row.state, row.width, row.height], ['ready', 480, 640]);
    assert.equal(row.takenAt, '2026-11-18T02:15:00.000Z');
    assert.deepEqual(row.cut?.sizes, ['1600', '480', '960', 'jpeg']);
    for (const size of c.renditionSizes) {
      const reply: Response = await anh.send(c.getRendition, { cutId: row.cut!.id, size });
      assert.equal(reply.status, 200);
      assert.equal(reply.headers.get('content-type'), size === 'jpeg' ? 'image/jpeg' : 'image/webp');
      assert.equal(reply.headers.get('cache-control'), 'private, max-age=300');
      assert.match(reply.headers.get('content-disposition')!, /^inline/);
      const { exif, xmp } = await sharp(Buffer.from(await reply.arrayBuffer())).metadata();
      assert.deepEqual([exif, xmp], [undefined, undefined]);
    }
    // The original is kept as it came, and no address opens it: not for whoever sent it, not for the head.
    for (const who of [huyen, anh, app.as('ngoc.le@thcssuoingoc.songtra.example')])
      assert.equal((await who.send(getFile, { fileId })).status, 404);
    const { sha256 } = await db
      .selectFrom('media_items')
      .select('sha256')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    assert.equal((await fileStore().stat(sha256!))?.bytes, bytes.length);
  });

  test('sent three times at once with one id is one photo, written down once', async () => {
    const fileId = await upload(huyen, await newPhoto());
    const input = { id: newId(), unitId: school, fileId };
    const rows = await Promise.all([1, 2, 3].map(() => huyen.call(c.addMedia, input)));
    assert.deepEqual(new Set(rows.map((row) => row.id)), new Set([input.id]));
    assert.equal((await auditOf(app.database, input.id)).length, 1);
  });

  test('that the library holds already is answered as it is there, however often it is sent', async () => {
    const bytes = await newPhoto();
    const first = await added(huyen, bytes, { caption: 'Lần đầu' });
    const again = { id: newId(), unitId: school, fileId: await upload(anh, bytes), caption: 'Lần hai' };
    for (const row of [await anh.call(c.addMedia, again), await anh.call(c.addMedia, again)])
      assert.deepEqual([row.id, row.caption, row.version], [first.id, 'Lần đầu', first.version]);
    const [one, other] = await Promise.all([upload(anh, bytes), upload(huyen, bytes)]);
    await anh.call(c.addMedia, { id: newId(), unitId: school, fileId: one! });
    await huyen.call(c.addMedia, { id: newId(), unitId: school, fileId: other! });
    const { n } = await db
      .selectFrom('media_items')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where(
        'sha256',
        '=',
        (await db.selectFrom('media_items').select('sha256').where('id', '=', first.id).executeTakeFirstOrThrow())
          .sha256!,
      )
      .executeTakeFirstOrThrow();
    assert.equal(Number(n), 1);
  });

  test('with a clock that cannot be right has no time of its own', async () => {
    for (const taken of ['1999:12:31 10:00:00', '2038:01:19 03:14:07'])
      assert.equal((await added(huyen, await newPhoto({ taken }))).takenAt, null);
  });

  test('may weigh 25 MB and not a byte more, and the sentence says so', async () => {
    const bytes = new Uint8Array(c.MOST_PHOTO_BYTES + 1);
    const fileId = await upload(huyen, bytes, 'to-qua.jpg');
    const { title } = await huyen.refused(c.addMedia, { id: newId(), unitId: school, fileId }, 'media.too-large');
    assert.match(title, /“to-qua\.jpg” lớn hơn 25 MB/);
  });

  test('is drawn once, also where a killed process is followed by two', async () => {
    const fileId = await upload(huyen, await newPhoto());
    const row = await huyen.call(c.addMedia, { id: newId(), unitId: school, fileId });
    await Promise.all([1, 2, 3].map(() => drawCut(db, { cutId: row.cut!.id })));
    const now = await huyen.call(c.getMedia, { mediaId: row.id });
    assert.deepEqual([now.state, now.cut?.sizes.length, now.version], ['ready', 4, row.version + 1]);
  });

  test('with markup in every word shows the words as they are', async () => {
    const words = '<img src=x onerror=alert(1)>';
    const row = await added(huyen, await newPhoto(), { caption: words, alt: words, credit: words });
    assert.deepEqual([row.caption, row.alt, row.credit], [words, words, words]);
    const renamed = await upload(huyen, await newPhoto(), '<script>alert(1)</script>.jpg');
    const { name } = await huyen.call(c.addMedia, { id: newId(), unitId: school, fileId: renamed });
    assert.equal(name, 'script>.jpg');
  });
});

describe('what is no photo', () => {
  const refusedAs = async (bytes: Uint8Array, refusal: c.Refusal, sentence: RegExp) => {
    const row = await added(huyen, bytes);
    assert.deepEqual([row.state, row.refusal, row.cut, row.can], ['refused', refusal, null, ['remove']]);
    assert.match(row.sentence!, sentence);
    return row;
  };

  test('is refused with a reason, loses its bytes, and can only be removed', async () => {
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(${seed})</script></svg>`);
    const row = await refusedAs(svg, 'not-a-picture', /không phải là ảnh/);
    const kept = await db
      .selectFrom('media_items')
      .select(['file_id'])
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow();
    assert.equal(kept.file_id, null);
    assert.deepEqual(await db.selectFrom('media_cuts').select('id').where('media_id', '=', row.id).execute(), []);
    await huyen.refused(c.describeMedia, { mediaId: row.id, version: row.version, alt: 'Ảnh' }, 'media.refused');
    await huyen.refused(
      c.cutMedia,
      { mediaId: row.id, id: newId(), crop: null, turn: 0, blurred: [] },
      'media.refused',
    );
    await huyen.call(c.removeMedia, { mediaId: row.id, version: row.version });
    await huyen.refused(c.getMedia, { mediaId: row.id }, 'not-found');
  });

  test('is told apart: other kinds, half a photo, moving ones, too many pixels', async () => {
    const plain = (side: number) =>
      sharp({ create: { width: side, height: side, channels: 3, background: '#eeeeee' } });
    await refusedAs(await plain(16).tiff().toBuffer(), 'type', /JPEG/);
    const whole = await newPhoto();
    await refusedAs(whole.subarray(0, whole.length / 2), 'broken', /chưa trọn/);
    await refusedAs(await plain(9000).png().toBuffer(), 'too-many-pixels', /60 triệu/);
  });
});

describe('who sees a photo', () => {
  test('the school does, other schools and the levels above do not, until it is shown to them', async () => {
    const row = await added(huyen, await newPhoto());
    await anh.call(c.getMedia, { mediaId: row.id });
    for (const who of [thom, lan, dat]) {
      await who.refused(c.getMedia, { mediaId: row.id }, 'not-found');
      assert.equal((await who.send(c.getRendition, { cutId: row.cut!.id, size: '480' })).status, 404);
    }
    const { path: at } = await db
      .selectFrom('units')
      .select('path')
      .where('id', '=', commune)
      .executeTakeFirstOrThrow();
    const offer = { kind: 'offer', id: newId() };
    await db.transaction().execute((tx) => shareMedia(tx, offer, [row.id], { unitId: commune, path: at }));
    const shown = await thom.call(c.getMedia, { mediaId: row.id });
    assert.deepEqual(shown.can, ['cut']);
    assert.deepEqual(
      (await thom.call(c.listMedia, { unitId: commune, shared: '1' })).items.map((one) => one.id),
      [row.id],
    );
    // A cut of the commune's own does not change what the school offers first.
    const cut = await thom.call(c.cutMedia, { mediaId: row.id, id: newId(), crop: null, turn: 90, blurred: [] });
    assert.deepEqual([cut.cuts.length, cut.cut?.id], [2, row.cut?.id]);
    await db.transaction().execute((tx) => endShares(tx, offer));
    await thom.refused(c.getMedia, { mediaId: row.id }, 'not-found');
  });

  test('a team sees its own, and not what other teams of the school brought', async () => {
    const theirs = await added(huyen, await newPhoto());
    await van.refused(c.getMedia, { mediaId: theirs.id }, 'not-found');
    const own = await added(van, await newPhoto(), { unitId: team });
    assert.equal(own.unitId, school);
    await anh.call(c.getMedia, { mediaId: own.id });
    assert.deepEqual(
      (await van.call(c.listMedia, { unitId: team })).items.map((one) => one.id),
      [own.id],
    );
  });

  test('who brought it describes it, and who keeps the library; nobody else', async () => {
    const row = await added(huyen, await newPhoto());
    const lanh = app.as('lanh.thai@thcssuoingoc.songtra.example');
    await lanh.refused(c.describeMedia, { mediaId: row.id, version: row.version, alt: 'Ảnh' }, 'forbidden');
    const once = await anh.call(c.describeMedia, { mediaId: row.id, version: row.version, alt: 'Thầy trò đọc sách' });
    const clash = await huyen.refused(
      c.describeMedia,
      { mediaId: row.id, version: row.version, alt: 'Ảnh' },
      'media.conflict',
    );
    assert.equal((clash.current as c.MediaRow).alt, 'Thầy trò đọc sách');
    assert.equal(once.version, row.version + 1);
  });
});

describe('the library', () => {
  test('finds photos by their words and their album, without marks, page by page', async () => {
    const album = await anh.call(addAlbum, { id: newId(), unitId: school, title: 'Hội thao mùa thu' });
    const row = await added(huyen, await newPhoto(), { albumId: album.id, caption: 'Kéo co nữ khối 8' });
    const find = async (q: string) => (await anh.call(c.listMedia, { unitId: school, q })).items.map((one) => one.id);
    assert.deepEqual(await find('keo co'), [row.id]);
    assert.deepEqual(await find('hoi thao'), [row.id]);
    await anh.call(editAlbum, { albumId: album.id, version: album.version, title: 'Ngày hội khỏe' });
    assert.deepEqual([await find('hoi thao'), await find('hội khỏe')], [[], [row.id]]);
    const pages: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: { items: { id: string }[]; next: string | null } = await anh.call(c.listMedia, {
        unitId: school,
        limit: 4,
        ...(next && { after: next }),
      });
      pages.push(...page.items.map((one) => one.id));
      next = page.next;
    }
    const all = (await anh.call(c.listMedia, { unitId: school, limit: 200 })).items.map((one) => one.id);
    assert.deepEqual(pages, all);
    assert.equal(new Set(all).size, all.length);
  });

  test('shows photos that look alike', async () => {
    const bytes = await newPhoto({ width: 1200, height: 900 });
    const row = await added(huyen, bytes);
    const smaller = await added(huyen, await sharp(bytes).resize(700).jpeg({ quality: 60 }).toBuffer());
    assert.deepEqual(
      smaller.id === row.id ? [] : (await anh.call(c.getMedia, { mediaId: row.id })).alike.map((one) => one.id),
      [smaller.id],
    );
  });

  test('an album that is closed takes no more photos, and says which one it is', async () => {
    const album = await huyen.call(addAlbum, { id: newId(), unitId: school, title: 'Khai giảng' });
    const closed = await huyen.call(closeAlbum, { albumId: album.id, version: album.version });
    const input = { id: newId(), unitId: school, fileId: await upload(huyen, await newPhoto()), albumId: album.id };
    const { title } = await huyen.refused(c.addMedia, input, 'media.album-closed');
    assert.match(title, /Khai giảng/);
    await huyen.call(closeAlbum, { albumId: album.id, version: closed.version, closed: false });
    await huyen.call(c.addMedia, input);
    assert.equal((await huyen.call(getAlbum, { albumId: album.id })).pictures, 1);
    assert.ok((await van.call(listAlbums, { unitId: school })).items.some((one) => one.id === album.id));
    await dat.refused(getAlbum, { albumId: album.id }, 'not-found');
    await dat.refused(addAlbum, { id: newId(), unitId: school, title: 'Của trường khác' }, 'forbidden');
  });

  test('a photo that is used stays; one that is not goes with everything drawn of it', async () => {
    const row = await added(huyen, await newPhoto());
    const article = await owner('article');
    await db.transaction().execute((tx) => setUses(tx, article, [row.cut!.id], []));
    const used = await huyen.call(c.getMedia, { mediaId: row.id });
    assert.deepEqual(
      used.usedIn.map((one) => one.title),
      ['Ngày hội đọc sách'],
    );
    await huyen.refused(c.removeMedia, { mediaId: row.id, version: used.version }, 'media.used');
    await db.transaction().execute((tx) => setUses(tx, article, [], []));
    await huyen.call(c.removeMedia, { mediaId: row.id, version: used.version });
    assert.deepEqual(
      await db.selectFrom('files').select('id').where('name', '=', 'IMG_0001.webp').where('id', '=', row.id).execute(),
      [],
    );
    assert.equal((await anh.send(c.getRendition, { cutId: row.cut!.id, size: '480' })).status, 404);
  });
});

describe('a photo on a public page', () => {
  test('is read by people of other schools while the page shows it, not before and not after', async () => {
    const row = await added(huyen, await newPhoto());
    const cut = row.cut!.id;
    const page = await owner('publication');
    const asDat = async () => (await dat.send(c.getRendition, { cutId: cut, size: '960' })).status;
    const shownOn = (cuts: string[], channels: string[]) =>
      db.transaction().execute((tx) => setUses(tx, page, cuts, channels));
    assert.equal(await asDat(), 404);
    await shownOn([cut], ['portal']);
    assert.equal(await asDat(), 200);
    await anh.call(c.describeMedia, {
      mediaId: row.id,
      version: row.version,
      rightsBasis: 'licence',
      rightsUntil: '2020-01-01',
    });
    assert.equal(await asDat(), 404, 'its rights have ended');
    await shownOn([], []);
    assert.equal(await asDat(), 404);
  });
});

describe('rights that end', () => {
  test('are told 30 and 7 days ahead, once each; from the day on the public does not see the photo', async () => {
    const row = await added(huyen, await newPhoto());
    const cut = row.cut!.id;
    const article = await owner('article');
    await db.transaction().execute((tx) => setUses(tx, article, [cut], ['portal']));
    await anh.call(c.describeMedia, {
      mediaId: row.id,
      version: row.version,
      rightsBasis: 'licence',
      rightsUntil: '2026-12-31',
    });
    const night = (day: string) => db.transaction().execute((tx) => watchRights(tx, new Date(`${day}T17:20:00Z`)));
    const told = async () =>
      (
        await db.selectFrom('notices').select(['kind', 'dedupe_key']).where('kind', 'like', 'media.rights-%').execute()
      ).map((one) => one.dedupe_key.split(':').at(-1)!);
    const seen = async (day: string) => (await shownCuts(db, [cut], 'portal', new Date(`${day}T12:00:00Z`))).has(cut);
    await night('2026-11-20');
    assert.deepEqual(await told(), []);
    await night('2026-12-02');
    await night('2026-12-03');
    assert.deepEqual([...new Set(await told())], ['ending-30']);
    await night('2026-12-26');
    assert.deepEqual(new Set(await told()), new Set(['ending-30', 'ending-7']));
    assert.deepEqual([await seen('2026-12-30'), await seen('2026-12-31')], [true, false]);
    await night('2026-12-30');
    await night('2026-12-31');
    assert.ok((await told()).includes('ended'));
    assert.equal((await auditOf(app.database, row.id)).filter((one) => one.event === 'media.blocked').length, 1);
    // Also on a day on which it was still allowed, it is held back now: only new rights let it go.
    assert.equal(await seen('2026-12-30'), false);
    const now = await anh.call(c.getMedia, { mediaId: row.id });
    await anh.call(c.describeMedia, { mediaId: row.id, version: now.version, rightsUntil: '2027-12-31' });
    assert.equal(await seen('2027-01-04'), true);
    assert.equal((await cutFacts(db, [cut]))[0]?.rightsUntil, '2027-12-31');
  });
});
