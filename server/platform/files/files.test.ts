import assert from 'node:assert/strict';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '#app/testing/database.ts';
import { actorOf, known, type Listening, listening, testServing } from '#app/testing/serving.ts';
import { newId } from '#lib/id.ts';
import { dropUnused, sweep } from './files.jobs.ts';
import { fileRoutes } from './files.routes.ts';
import { fileById, fileName, keepFile, removeFile, replyWith, storeContent, takeUploaded } from './files.ts';
import { folderStore } from './folder-store.ts';
import { mediaTypeOf } from './media-type.ts';
import { fileStore, useFileStore } from './store.ts';

const hoa = known('Hòa', [{ path: '1.2.', role: 'communications-officer' }]);
const lan = known('Lan', [{ path: '1.3.', role: 'communications-officer' }]);
const unitId = newId();
const owner = { unitId, path: '1.2.', readRight: 'documents.read' } as const;

describe('files', async () => {
  const database = await testDatabase();
  const { db } = database;
  let root: string;
  let site: Listening;

  before(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'lantoa-files-'));
    useFileStore(await folderStore(root));
    await sql`create table papers (id int generated always as identity, file_id uuid references files (id))`.execute(
      database.owner,
    );
    await sql`grant select, insert, delete on papers to lantoa_app`.execute(database.owner);
    const routes = fileRoutes({ pathOf: async () => null, maxBytes: 100 });
    site = await listening(testServing(db, routes, [hoa, lan]));
  });
  after(async () => {
    await site.close();
    await rm(root, { recursive: true, force: true });
  });

  const keep = async (
    text: string,
    name = 'kế hoạch.pdf',
    mediaType = 'application/pdf',
    whose: Parameters<typeof keepFile>[2] = owner,
  ) => {
    const stored = await storeContent(text);
    return await db
      .transaction()
      .execute((tx) => keepFile(tx, { ...stored, name, mediaType }, whose, { now: new Date(), personId: hoa.id }));
  };
  const age = async (fileId: string, sha256: string) => {
    await sql`update files set created_at = '2026-01-01' where id = ${fileId}`.execute(db);
    await utimes(path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256), new Date(0), new Date(0));
  };
  const isThere = async (sha256: string) => (await fileStore().stat(sha256)) !== null;

  test('the right a file names opens it, on its path, each time', async () => {
    const file = await keep('%PDF-1.7 một');
    const ask = (as?: typeof hoa) => site.ask(`/api/files/${file.id}`, as ? { as } : {});
    const reply = await ask(hoa);
    assert.equal(await reply.text(), '%PDF-1.7 một');
    assert.match(
      reply.headers.get('content-disposition') ?? '',
      /^attachment; filename\*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch\.pdf$/,
    );
    assert.equal((await ask(lan)).status, 404, 'the neighbour does not learn that it exists');
    assert.equal((await ask()).status, 401);
    await sql`update files set path = '1.3.' where id = ${file.id}`.execute(db);
    assert.deepEqual([(await ask(hoa)).status, (await ask(lan)).status], [404, 200], 'the unit has moved');
  });

  test('only a PDF opens in the browser, and without the sandbox that would break it', async () => {
    const [pdf, page] = [await keep('%PDF-1.7'), await keep('<script>alert(1)</script>', 'trang.html', 'text/plain')];
    const shown = await site.ask(`/api/files/${pdf.id}?inline=1`, { as: hoa });
    assert.match(shown.headers.get('content-disposition') ?? '', /^inline/);
    assert.match(shown.headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'self'/);
    const saved = await site.ask(`/api/files/${page.id}?inline=1`, { as: hoa });
    assert.match(saved.headers.get('content-disposition') ?? '', /^attachment/);
    assert.match(saved.headers.get('content-security-policy') ?? '', /^sandbox/);
    assert.equal(saved.headers.get('content-type'), 'text/plain; charset=utf-8');
  });

  test('a file whose bytes were lost is a failure of ours that is told as such', async () => {
    const file = await keep('sẽ mất');
    await fileStore().remove(file.sha256, new Date(Date.now() + 1000));
    assert.equal((await site.ask(`/api/files/${file.id}`, { as: hoa })).status, 500);
  });

  test('a module that has checked by itself may send a file to whom its right does not reach', async () => {
    const file = await keep('cho nơi nhận');
    const reply = await replyWith(await fileById(db, file.id), false);
    assert.equal(Buffer.concat(await (reply.body as Readable).toArray()).toString(), 'cho nơi nhận');
    await assert.rejects(fileById(db, newId()), { code: 'not-found' });
  });

  test('a right that no longer exists opens nothing', async () => {
    const file = await keep('cũ');
    await sql`update files set read_right = 'toString' where id = ${file.id}`.execute(db);
    assert.equal((await site.ask(`/api/files/${file.id}`, { as: hoa })).status, 404);
  });

  test('an upload is taken over once, and only by who sent it', async () => {
    const sent = await keep('tải lên', 'a.txt', 'text/plain', { ...owner, readRight: 'files.upload' });
    const take = (person: typeof hoa) =>
      db.transaction().execute((tx) => takeUploaded(tx, actorOf(person), sent.id, owner));
    await assert.rejects(take(lan), { code: 'not-found' });
    assert.equal((await take(hoa)).readRight, 'documents.read');
    await assert.rejects(take(hoa), { code: 'not-found' });
  });

  test('what is older than a day and that no foreign key points at goes, with its bytes', async () => {
    const [kept, lost, young] = [await keep('giữ'), await keep('bỏ'), await keep('mới')];
    await sql`insert into papers (file_id) values (${kept.id})`.execute(db);
    await age(kept.id, kept.sha256);
    await age(lost.id, lost.sha256);
    const swept = await sweep(db, new Date());
    assert.deepEqual(swept, { files: 1, contents: 1 });
    assert.deepEqual(await Promise.all([kept, lost, young].map((file) => isThere(file.sha256))), [true, false, true]);
    assert.equal((await site.ask(`/api/files/${lost.id}`, { as: hoa })).status, 404);
  });

  test('bytes that two files share stay until the second has gone', async () => {
    const [one, two] = [await keep('chung'), await keep('chung', 'bản hai.pdf')];
    assert.equal(one.sha256, two.sha256);
    const soon = () => new Date(Date.now() + 1000);
    await db.transaction().execute((tx) => removeFile(tx, one.id));
    assert.equal(await dropUnused(db, [one.sha256], soon()), 0);
    assert.ok(await isThere(one.sha256));
    await db.transaction().execute((tx) => removeFile(tx, two.id));
    assert.equal(await dropUnused(db, [one.sha256], soon()), 1);
    assert.ok(!(await isThere(one.sha256)));
  });

  test('a removal that is undone removes nothing', async () => {
    const file = await keep('đừng xóa');
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        await removeFile(tx, file.id);
        throw new Error('undone');
      }),
    );
    assert.equal((await site.ask(`/api/files/${file.id}`, { as: hoa })).status, 200);
  });

  test('a name is its last part, on one line, and keeps its ending', () => {
    assert.equal(fileName('C:\\fakepath\\Kế hoạch 01.docx'), 'Kế hoạch 01.docx');
    assert.equal(fileName('../../etc/passwd'), 'passwd');
    assert.equal(fileName('a\r\nb.pdf'), 'a b.pdf');
    assert.equal(fileName(' .. '), 'tep');
    assert.equal(fileName('Kế hoạch.pdf'.normalize('NFD')), 'Kế hoạch.pdf'.normalize('NFC'));
    const long = fileName(`${'dài '.repeat(200)}.docx`);
    assert.ok([...long].length <= 200 && long.endsWith('.docx'));
  });

  test('what a file is, its bytes say and not its name', async () => {
    const typeOf = async (bytes: string | Uint8Array, name: string) =>
      mediaTypeOf(await fileStore().get((await storeContent(bytes)).sha256), name);
    assert.equal(await typeOf('%PDF-1.7\n', 'ảnh.png'), 'application/pdf');
    assert.equal(await typeOf('<html><script>alert(1)</script>', 'a.html'), 'text/plain');
    assert.equal(await typeOf('<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'a.svg'), 'application/octet-stream');
    assert.equal(await typeOf('Kế hoạch', 'a.txt'), 'text/plain');
    assert.equal(await typeOf('MZ whatever', 'kế hoạch.docx'), 'application/x-msdownload');
    assert.equal(await typeOf('', 'trống.docx'), 'application/octet-stream');
    assert.equal(await typeOf(Buffer.from('504b0304ffffffff', 'hex'), 'hỏng.docx'), 'application/zip');
  });
});
