import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { Hono } from 'hono';
import type { Env } from '../platform/visitor.ts';
import { serveAdmin } from './static.ts';

const ID = '019f208d-ed00-700b-93d1-4ee1242fb724';

describe('the built pages', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lantoa-static-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, body] of [
    ['index.html', 'the app'],
    ['assets/app-1.js', 'app'],
    ['answer/index.html', 'the answer page'],
    ['answer/assets/page-1.js', 'page'],
    ['write/index.html', 'the writing page'],
    ['write/worker.js', 'the worker'],
    ['write/assets/page-2.js', 'page'],
  ] as const) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), body);
  }
  const app = new Hono<Env>();
  serveAdmin(app, folder);

  test('every address of the app answers with the app, the addresses in messages with the light page', async () => {
    for (const address of ['/app/', '/app/ke-hoach/1', '/app/viec-duoc-giao'])
      assert.equal(await (await app.request(address)).text(), 'the app', address);
    for (const address of [`/tra-loi/${ID}`, `/tra-loi/ke-hoach/${ID}`, '/tl/aB3_x'])
      assert.equal(await (await app.request(address)).text(), 'the answer page', address);
    assert.equal((await app.request('/tl')).status, 404);
  });

  test('texts are written at addresses of their own, and the worker there reaches all of them', async () => {
    for (const address of ['/viet', '/viet/moi', `/viet/${ID}`])
      assert.equal(await (await app.request(address)).text(), 'the writing page', address);
    const worker = await app.request('/viet/worker.js');
    assert.equal(await worker.text(), 'the worker');
    assert.equal(worker.headers.get('service-worker-allowed'), '/viet');
    assert.equal(worker.headers.get('cache-control'), 'no-cache');
  });

  test('no page learns the address of a one-time link', async () => {
    assert.equal((await app.request('/tl/aB3_x')).headers.get('referrer-policy'), 'no-referrer');
  });

  test('what the light page asks for first is named in its head, and nothing but an id gets there', async () => {
    const head = async (address: string) => (await app.request(address)).headers.get('link');
    assert.match((await head(`/tra-loi/${ID}`)) ?? '', new RegExp(`^</api/asked/${ID}>; rel=preload; as=fetch`));
    assert.equal(await head('/tra-loi/%3E;%20rel=stylesheet'), null);
    assert.equal(await head('/tl/aB3_x'), null);
  });

  test('hashed files of all are kept for a year, the pages are asked for each time', async () => {
    const kept = async (address: string) => (await app.request(address)).headers.get('cache-control') ?? '';
    for (const name of ['assets/app-1.js', 'answer/assets/page-1.js', 'write/assets/page-2.js'])
      assert.match(await kept(`/app/${name}`), /immutable/);
    assert.equal(await kept(`/tra-loi/${ID}`), 'no-cache');
  });
});
