import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { folderStore } from './folder-store.ts';
import { type FileStore, type Kept, MissingContent } from './store.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const bytesOf = (...texts: string[]) => Readable.from(texts.map((text) => Buffer.from(text)));

describe('the file store in a folder', () => {
  let root: string;
  let store: FileStore;
  before(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'lantoa-store-'));
    store = await folderStore(root);
  });
  after(() => rm(root, { recursive: true, force: true }));

  const put = (...texts: string[]) => store.put(bytesOf(...texts));
  const read = async (sha256: string) => Buffer.concat(await (await store.get(sha256)).toArray()).toString();
  const placeOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const drafts = () => readdir(path.join(root, 'incoming'));
  const makeOld = (sha256: string) => utimes(placeOf(sha256), new Date(0), new Date(0));
  const tomorrow = () => new Date(Date.now() + 86_400_000);

  test('bytes are found again under their hash, however they arrived', async () => {
    const stored = await put('Kế hoạch ', 'truyền thông');
    assert.deepEqual(stored, {
      sha256: hashOf('Kế hoạch truyền thông'),
      bytes: Buffer.byteLength('Kế hoạch truyền thông'),
    });
    assert.equal(await read(stored.sha256), 'Kế hoạch truyền thông');
    assert.equal((await store.stat(stored.sha256))?.bytes, stored.bytes);
    assert.deepEqual(await drafts(), []);
  });

  test('nothing at all can be kept too', async () => {
    const { sha256, bytes } = await put();
    assert.deepEqual([bytes, await read(sha256)], [0, '']);
  });

  test('the same bytes from several hands at once are kept once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => put('giống ', 'nhau')));
    assert.equal(new Set(all.map((one) => one.sha256)).size, 1);
    assert.equal(await read(all[0]!.sha256), 'giống nhau');
  });

  test('a stream that fails leaves no trace', async () => {
    const failing = async function* () {
      yield Buffer.from('nửa ');
      throw new Error('đứt mạng');
    };
    await assert.rejects(store.put(failing()), /đứt mạng/);
    assert.equal(await store.stat(hashOf('nửa ')), null);
    assert.deepEqual(await drafts(), []);
  });

  test('only its owner may look into the folder', async () => {
    const { sha256 } = await put('riêng');
    assert.equal((await stat(placeOf(sha256))).mode & 0o077, 0);
    assert.equal((await stat(path.dirname(placeOf(sha256)))).mode & 0o077, 0);
  });

  test('what is not there is said so before the first byte', async () => {
    await assert.rejects(store.get('0'.repeat(64)), MissingContent);
    assert.equal(await store.stat('0'.repeat(64)), null);
    assert.equal(await store.remove('0'.repeat(64), tomorrow()), true);
  });

  test('a hash is a hash and no way out of the folder', async () => {
    for (const evil of ['../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64), '']) {
      await assert.rejects(async () => store.get(evil), /not a sha-256/);
      await assert.rejects(async () => store.remove(evil, tomorrow()), /not a sha-256/);
    }
  });

  test('only what is old enough goes, and putting it again makes it young', async () => {
    const { sha256 } = await put('cũ');
    await makeOld(sha256);
    const cut = new Date(1000);
    await put('cũ');
    assert.equal(await store.remove(sha256, cut), false);
    assert.equal(await read(sha256), 'cũ');
    await makeOld(sha256);
    assert.equal(await store.remove(sha256, cut), true);
    assert.equal(await store.stat(sha256), null);
  });

  test('a removal and a put at the same time never lose what was put', async () => {
    for (let n = 0; n < 30; n++) {
      const { sha256 } = await put('tranh chấp');
      await makeOld(sha256);
      await Promise.all([store.remove(sha256, new Date(1000)), put('tranh chấp')]);
      assert.equal(await read(sha256), 'tranh chấp');
    }
    assert.deepEqual(await drafts(), []);
  });

  test('a reader that has begun reads to the end, whatever is removed meanwhile', async () => {
    const text = 'x'.repeat(300_000);
    const { sha256 } = await put(text);
    const reader = await store.get(sha256);
    await store.remove(sha256, tomorrow());
    assert.equal(Buffer.concat(await reader.toArray()).length, text.length);
  });

  test('all that is kept is listed, and drafts are not', async () => {
    const kept: Kept[] = [];
    const { sha256 } = await put('trong danh sách');
    await writeFile(path.join(root, 'incoming', 'dang-ghi'), 'dở');
    for await (const one of store.list()) kept.push(one);
    assert.ok(kept.some((one) => one.sha256 === sha256 && one.bytes > 0 && one.storedAt.getTime() > 0));
    assert.ok(kept.every((one) => /^[0-9a-f]{64}$/.test(one.sha256)));
  });

  test('drafts that a killed process left go when the store is opened a day later', async () => {
    const [old, young] = ['cu', 'moi'].map((name) => path.join(root, 'incoming', name));
    await Promise.all([writeFile(old!, ''), writeFile(young!, '')]);
    await utimes(old!, new Date(0), new Date(0));
    await folderStore(root);
    const left = await drafts();
    assert.ok(!left.includes('cu') && left.includes('moi'));
  });
});
