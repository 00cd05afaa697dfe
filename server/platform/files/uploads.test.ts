import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '#app/testing/database.ts';
import { asJson, type Known, known, type Listening, listening, testServing } from '#app/testing/serving.ts';
import type { UploadProcess } from '#app/testing/upload-process.ts';
import { newId } from '#lib/id.ts';
import { APP_ROLE } from '../database/roles.ts';
import { startJobs } from '../jobs.ts';
import { dropUnused, fileJobs, sweep } from './files.jobs.ts';
import { fileRoutes } from './files.routes.ts';
import { folderStore } from './folder-store.ts';
import { fileStore, useFileStore } from './store.ts';
import type { Upload } from './uploads.contract.ts';

const hoa = known('Hòa', [{ path: '1.2.', role: 'communications-officer' }]);
const lan = known('Lan', [{ path: '1.2.', role: 'communications-officer' }]);
const reader = known('Minh', [{ path: '1.2.', role: 'inspector' }]);
const [here, elsewhere] = [newId(), newId()];
const paths = new Map([
  [here, '1.2.'],
  [elsewhere, '1.3.'],
]);
const PIECE = 1000;

interface Refused {
  code: string;
  title: string;
  current?: { received: number };
}

describe('uploads', async () => {
  const database = await testDatabase();
  let folder: string;
  let site: Listening;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'lantoa-uploads-'));
    useFileStore(await folderStore(folder));
    const settings = {
      pathOf: async (_db: unknown, id: string) => paths.get(id) ?? null,
      maxBytes: 50_000,
      pieceBytes: PIECE,
    };
    site = await listening(testServing(database.db, fileRoutes(settings), [hoa, lan, reader]));
  });
  after(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  const begin = (more: object, as = hoa) =>
    site.ask('/api/uploads', { ...asJson('POST', { unitId: here, name: 'kế hoạch.txt', ...more }), as });
  const begun = async (bytes: number) => (await (await begin({ bytes })).json()) as Upload;
  const send = (id: string, offset: number, body: RequestInit['body'], as: Known = hoa, more: RequestInit = {}) =>
    site.ask(`/api/uploads/${id}?offset=${offset}`, { method: 'PATCH', body, as, ...more });
  const standing = async (id: string) => (await (await site.ask(`/api/uploads/${id}`, { as: hoa })).json()) as Upload;
  const refusal = async (reply: Response) => (await reply.json()) as Refused;
  const contentOf = async (fileId: string) =>
    Buffer.from(await (await site.ask(`/api/files/${fileId}`, { as: hoa })).arrayBuffer());

  test('a file sent in one go arrives as it was, and is found by its own bytes', async () => {
    const content = randomBytes(4321);
    const { id } = await begun(content.length);
    const done = (await (await send(id, 0, content)).json()) as Upload;
    assert.equal(done.received, content.length);
    assert.deepEqual(await contentOf(done.fileId!), content);
    const { rows } = await sql<{ sha256: string; unit_id: string; path: string; read_right: string }>`
      select sha256, unit_id, path, read_right from files where id = ${done.fileId}`.execute(database.db);
    const sha256 = createHash('sha256').update(content).digest('hex');
    assert.deepEqual(rows, [{ sha256, unit_id: here, path: '1.2.', read_right: 'files.upload' }]);
  });

  test('a file sent in parts is put together, and asking tells where to go on', async () => {
    const content = randomBytes(3000);
    const { id } = await begun(3000);
    await send(id, 0, content.subarray(0, 700));
    assert.equal((await standing(id)).received, 700);
    await send(id, 700, content.subarray(700, 2999));
    assert.equal((await standing(id)).fileId, null);
    const done = (await (await send(id, 2999, content.subarray(2999))).json()) as Upload;
    assert.deepEqual(await contentOf(done.fileId!), content);
  });

  test('the wrong offset is answered with the right one', async () => {
    const { id } = await begun(500);
    await send(id, 0, randomBytes(200));
    for (const offset of [0, 199, 201, 500]) {
      const reply = await send(id, offset, randomBytes(10));
      assert.equal(reply.status, 409);
      const { code, current } = await refusal(reply);
      assert.deepEqual([code, current], ['uploads.offset', { received: 200 }]);
    }
  });

  test('a line that breaks keeps what had arrived', async () => {
    const content = randomBytes(5000);
    const { id } = await begun(5000);
    const sent = Promise.withResolvers<void>();
    const hangUp = new AbortController();
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(content.subarray(0, 2600));
      },
      pull: () => sent.resolve(),
    });
    const asked = send(id, 0, body, hoa, { duplex: 'half', signal: hangUp.signal } as RequestInit);
    await sent.promise;
    // Two whole pieces are safe while the caller is still there; the third comes when it has hung up.
    while ((await standing(id)).received < 2 * PIECE);
    hangUp.abort();
    await assert.rejects(asked);
    while ((await standing(id)).received < 2600);
    const done = (await (await send(id, 2600, content.subarray(2600))).json()) as Upload;
    assert.deepEqual(await contentOf(done.fileId!), content);
  });

  test('two tabs that send the same upload do not mix', async () => {
    const [red, blue] = [Buffer.alloc(20_000, 'r'), Buffer.alloc(20_000, 'b')];
    const { id } = await begun(20_000);
    const replies = await Promise.all([send(id, 0, red), send(id, 0, blue)]);
    assert.ok(replies.some((reply) => reply.status === 409));
    let state = await standing(id);
    // Whoever was refused goes on from where it stands; here the red one finishes.
    while (state.fileId === null) {
      await send(id, state.received, red.subarray(state.received));
      state = await standing(id);
    }
    const content = await contentOf(state.fileId);
    assert.equal(content.length, 20_000);
    for (let at = 0; at < content.length; at += PIECE)
      assert.equal(new Set(content.subarray(at, at + PIECE)).size, 1, 'a piece is of one tab');
  });

  test('two that finish at once make one file', async () => {
    const { id } = await begun(300);
    await send(id, 0, randomBytes(299));
    await sql`update uploads set bytes = 299 where id = ${id}`.execute(database.db);
    const replies = await Promise.all([1, 2, 3].map(() => send(id, 299, null)));
    const ids = await Promise.all(replies.map(async (reply) => ((await reply.json()) as Upload).fileId));
    assert.equal(new Set(ids).size, 1);
    assert.ok(ids[0]);
  });

  test('beginning again with the same id goes on; with another file it is refused', async () => {
    const id = newId();
    await begin({ id, bytes: 400 });
    await send(id, 0, randomBytes(100));
    const again = (await (await begin({ id, bytes: 400 })).json()) as Upload;
    assert.equal(again.received, 100);
    for (const other of [{ bytes: 401 }, { bytes: 400, name: 'khác.txt' }])
      assert.equal((await refusal(await begin({ id, ...other }))).code, 'uploads.other-file');
    assert.equal((await refusal(await begin({ id, bytes: 400 }, lan))).code, 'uploads.other-file');
  });

  test('empty, too large, and more than was announced are each told apart', async () => {
    assert.equal((await refusal(await begin({ bytes: 0 }))).code, 'uploads.empty');
    const large = await begin({ bytes: 50_001 });
    assert.equal(large.status, 413);
    assert.equal((await refusal(large)).code, 'uploads.too-large');
    const { id } = await begun(1500);
    assert.equal((await send(id, 0, randomBytes(9000))).status, 422);
    assert.equal((await standing(id)).received, 1500, 'nothing of the surplus is kept');
    assert.equal((await send(id, 1500, null)).status, 200);
  });

  test('an upload belongs to who began it, and the right counts at every step', async () => {
    const { id } = await begun(100);
    assert.equal((await site.ask(`/api/uploads/${id}`, { as: lan })).status, 404);
    assert.equal((await send(id, 0, randomBytes(100), lan)).status, 404);
    assert.equal((await begin({ bytes: 1 }, reader)).status, 403);
    assert.equal((await begin({ bytes: 1, unitId: elsewhere })).status, 403);
    assert.equal((await begin({ bytes: 1, unitId: newId() })).status, 404);
    await sql`update uploads set path = '1.3.' where id = ${id}`.execute(database.db);
    assert.equal((await send(id, 0, randomBytes(100))).status, 403);
  });

  test('the pieces of a finished file are dropped a little later, the file is not', async () => {
    fileJobs();
    const jobs = await startJobs(database.url, database.db, { work: false, role: APP_ROLE });
    const content = randomBytes(2500);
    const { id } = await begun(content.length);
    const { fileId } = (await (await send(id, 0, content)).json()) as Upload;
    await jobs.stop();
    const { rows } = await sql<{ hashes: string[]; before: string; later: boolean }>`
      select data->'hashes' as hashes, data->>'storedBefore' as before, start_after > now() + interval '9 minutes' as later
        from pgboss.job where name = 'files.drop-contents'`.execute(database.owner);
    const { hashes, before, later } = rows[0]!;
    assert.deepEqual([hashes.length, later], [3, true]);
    assert.equal(await dropUnused(database.db, hashes, new Date(before)), 3);
    assert.deepEqual(await contentOf(fileId!), content);
  });

  test('the abandoned go after a day, what is under way stays', async () => {
    const content = randomBytes(2500);
    const [lost, young] = [await begun(4000), await begun(4000)];
    await send(lost.id, 0, content);
    await send(young.id, 0, randomBytes(2500));
    await sql`update uploads set created_at = '2026-01-01' where id = ${lost.id}`.execute(database.db);
    const kept = async () => {
      let n = 0;
      for await (const _ of fileStore().list()) n++;
      return n;
    };
    const before = await kept();
    await sweep(database.db, new Date(Date.now() + 23 * 3600 * 1000));
    assert.equal(await kept(), before, 'younger than a day');
    assert.equal((await site.ask(`/api/uploads/${lost.id}`, { as: hoa })).status, 404);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from uploads where id = ${young.id}`.execute(
      database.db,
    );
    assert.equal(rows[0]?.n, 1);
  });

  test('a server that is killed in the middle has kept what it said it had', async (t) => {
    const content = randomBytes(40_000);
    const { id } = await begun(content.length);
    const first = await startProcess(t);
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(content.subarray(0, 15_500)),
    });
    const lost = fetch(`${first.origin}/api/uploads/${id}?offset=0`, {
      method: 'PATCH',
      body: endless,
      duplex: 'half',
      headers: { cookie: `lantoa=${hoa.token}` },
    } as RequestInit);
    lost.catch(() => {});
    while ((await standing(id)).received < 15_000);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    await assert.rejects(lost);

    const { received } = await standing(id);
    assert.equal(received, 15_000);
    const second = await startProcess(t);
    const reply = await fetch(`${second.origin}/api/uploads/${id}?offset=${received}`, {
      method: 'PATCH',
      body: content.subarray(received),
      headers: { cookie: `lantoa=${hoa.token}` },
    });
    const done = (await reply.json()) as Upload;
    assert.deepEqual(await contentOf(done.fileId!), content);
    second.child.kill('SIGKILL');
  });

  async function startProcess(t: { after(f: () => void): void }): Promise<{ child: ChildProcess; origin: string }> {
    const given: UploadProcess = {
      url: database.url,
      role: APP_ROLE,
      folder,
      person: hoa,
      unitPath: '1.2.',
      pieceBytes: PIECE,
    };
    const script = path.resolve(import.meta.dirname, '../../app/testing/upload-process.ts');
    const child = spawn(process.execPath, [script, JSON.stringify(given)], { stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(() => child.kill('SIGKILL'));
    const [line] = (await once(child.stdout!, 'data')) as [Buffer];
    return { child, origin: line.toString().trim() };
  }
});
