import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { freePort } from '#platform/database/ports.ts';
import { useOutgoing } from '#platform/fetch/fetch.ts';
import { getFile } from '#platform/files/files.contract.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { capturePage } from './capturing.ts';
import { recountOutputs } from './counts.sql.ts';
import * as c from './outputs.contract.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-outputs-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const bach = app.as('anh.bach@thcssuoingoc.songtra.example');
const lan = app.as('lan.pham@so.songtra.example');
const school = sampleId('cs2');

const words = (of: string) =>
  `Sáng 16/11, ${of}, thầy cô và học sinh Trường THCS Suối Ngọc tổ chức ngày hội đọc sách, hơn ba trăm học sinh cùng phụ huynh tham gia giới thiệu sách, kể chuyện và trao tặng sách cho thư viện của trường.`;
const article = (title: string, text: string) =>
  `<html><head><meta property="og:title" content="${title}"><meta property="article:published_time" content="2026-11-16T08:00:00+07:00"></head>
  <body><article><p>${words(text)}</p><p>${words(text)}</p></article></body></html>`;

describe('addresses pasted by a school', () => {
  let server: http.Server;
  let here: string;
  let restore: ReturnType<typeof useOutgoing>;
  const pages: Record<string, (reply: http.ServerResponse) => void> = {
    '/bai-1': (r) => r.setHeader('content-type', 'text/html; charset=utf-8').end(article('Ngày hội đọc sách', 'một')),
    '/ban-sao': (r) =>
      r.setHeader('content-type', 'text/html; charset=utf-8').end(article('Đọc sách (đăng lại)', 'một')),
    '/ngan': (r) => r.writeHead(302, { location: '/bai-1?utm_source=zalo' }).end(),
    '/vong': (r) => r.writeHead(302, { location: '/vong' }).end(),
    '/vao-trong': (r) => r.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
    '/tep.pdf': (r) => r.setHeader('content-type', 'application/pdf').end('%PDF'),
    '/kin': (r) => r.writeHead(403).end(),
    '/lon': (r) => r.writeHead(200, { 'content-type': 'text/html', 'content-length': '90000000' }).write('x'),
    '/hong': (r) => r.writeHead(503).end(),
  };

  before(async () => {
    const port = await freePort('pasted pages');
    server = http.createServer((request, reply) => {
      const page = pages[request.url?.split('?')[0] ?? ''];
      if (page) page(reply);
      else reply.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    here = `http://baolaocai.vn:${port}`;
    restore = useOutgoing({
      allowed: [`baolaocai.vn:${port}`],
      resolve: async (host) => {
        const known: Record<string, string> = { 'baolaocai.vn': '127.0.0.1', 'noi-bo.example': '10.0.0.5' };
        return known[host] ? [{ address: known[host], family: 4 }] : [];
      },
    });
  });
  after(() => {
    useOutgoing(restore);
    server.closeAllConnections();
    server.close();
  });

  const paste = async (...addresses: string[]) => {
    const { items } = await bach.call(c.pasteAddresses, { unitId: school, addresses });
    for (const { id } of items) await capturePage(db, { outputId: id }, app.clock.now);
    return await Promise.all(items.map(({ id }) => bach.call(c.getOutput, { outputId: id })));
  };
  const sent = async () =>
    (
      await db
        .selectFrom('output_counts')
        .select('sent')
        .where('unit_id', '=', school)
        .where('month', '=', '2026-11')
        .execute()
    ).reduce((n, r) => n + r.sent, 0);

  test('a newspaper address becomes an article with title, day and snapshot; other spellings and copies are joined and count once', async () => {
    const { items } = await bach.call(c.pasteAddresses, { unitId: school, addresses: [`${here}/bai-1`] });
    assert.deepEqual(
      [items[0]!.captureState, items[0]!.stands, items[0]!.counts],
      ['waiting', false, 'newspaper-article'],
    );
    assert.equal(await sent(), 0);
    await capturePage(db, { outputId: items[0]!.id }, app.clock.now);
    const first = await bach.call(c.getOutput, { outputId: items[0]!.id });
    assert.deepEqual(
      [first.title, first.madeOn, first.publishedOn, first.outlet, first.captureState, first.stands],
      ['Ngày hội đọc sách', '2026-11-16', '2026-11-16', 'Báo Lào Cai', 'captured', true],
    );
    assert.equal(await sent(), 1);
    const joined = await paste(`${here}/bai-1?utm_source=zalo#dau`, `${here}/ngan`, `${here}/ban-sao`);
    assert.deepEqual(
      joined.map((j) => j.joinedTo),
      [first.id, first.id, first.id],
    );
    assert.equal(await sent(), 1);
    assert.equal((await bach.call(c.getOutput, { outputId: first.id })).joined.length, 3);
    const snapshot = await lan.send(getFile, { fileId: first.snapshotId! });
    assert.equal(snapshot.status, 200);
    assert.match(snapshot.headers.get('content-disposition') ?? '', /^attachment/);
    assert.match(await snapshot.text(), /ngày hội đọc sách/);
  });

  test('hostile and broken addresses are refused with a reason each, and count nothing', async () => {
    const before = await sent();
    const refused = await paste(
      'đây không phải địa chỉ',
      'javascript:alert(1)',
      'http://127.0.0.1/admin',
      'http://[::1]:80/',
      'http://noi-bo.example/bai',
      `${here}/vao-trong`,
      'http://khong-co.example/bai',
      `${here}/vong`,
      `${here}/lon`,
      `${here}/tep.pdf`,
      `${here}/kin`,
      `${here}/khong-con`,
      `${here}/hong`,
    );
    assert.deepEqual(
      refused.map((r) => r.capture?.reason),
      [
        'bad-url',
        'bad-url',
        'private-address',
        'private-address',
        'private-address',
        'private-address',
        'unknown-host',
        'too-many-redirects',
        'too-large',
        'not-a-page',
        'closed',
        'missing',
        'server-error',
      ],
    );
    assert.ok(
      refused.every((r) => !r.stands && r.captureState === 'refused' && (r.capture?.sentence?.length ?? 0) > 20),
    );
    assert.equal(await sent(), before);
    const { items } = await bach.call(c.listOutputs, { unitId: school, show: 'unsure' });
    assert.equal(items.length, refused.length);
  });

  test('a refused page counts once a person vouches for title and day; an inner address never does', async () => {
    const before = await sent();
    const [closed, inner] = await paste(`${here}/kin?2`, 'http://10.1.2.3/bai');
    const kept = await bach.call(c.editOutput, {
      outputId: closed!.id,
      version: closed!.version,
      title: 'Bài trên trang kín',
      madeOn: '2026-11-18',
      counts: 'social-post',
    });
    assert.deepEqual([kept.stands, kept.sentOn, kept.captureState], [true, '2026-11-18', 'refused']);
    assert.equal(await sent(), before + 1);
    const problem = await bach.refused(
      c.editOutput,
      { outputId: inner!.id, version: inner!.version, title: 'Bài nội bộ' },
      'invalid',
    );
    assert.match(problem.fields?.url ?? '', /mạng nội bộ/);
    const without = await bach.call(c.editOutput, {
      outputId: inner!.id,
      version: inner!.version,
      title: 'Bài nội bộ',
      url: null,
    });
    assert.equal(without.stands, true);
  });

  test('a page that was in trouble is read again when somebody asks for it, and counts from then on', async () => {
    const [broken] = await paste(`${here}/hong?2`);
    assert.equal(broken!.captureState, 'refused');
    pages['/hong'] = (r) => r.setHeader('content-type', 'text/html').end(article('Trang đã chạy lại', 'bảy'));
    const asked = await bach.call(c.captureOutput, { outputId: broken!.id, version: broken!.version });
    assert.equal(asked.captureState, 'waiting');
    await bach.refused(c.captureOutput, { outputId: asked.id, version: asked.version }, 'forbidden');
    await capturePage(db, { outputId: asked.id }, app.clock.now);
    const read = await bach.call(c.getOutput, { outputId: asked.id });
    assert.deepEqual([read.captureState, read.stands, read.title], ['captured', true, 'Trang đã chạy lại']);
  });

  test('a reading that comes twice, or after a withdrawal, changes nothing', async () => {
    const { items } = await bach.call(c.pasteAddresses, { unitId: school, addresses: [`${here}/bai-1?p=9`] });
    const [one] = items;
    await bach.call(c.withdrawOutput, { outputId: one!.id, version: one!.version, reason: 'Dán nhầm' });
    await capturePage(db, { outputId: one!.id }, app.clock.now);
    assert.equal((await bach.call(c.getOutput, { outputId: one!.id })).captureState, 'waiting');
  });

  test('fifty addresses go at once, fifty-one do not', async () => {
    const many = Array.from({ length: 51 }, (_, i) => `${here}/nhieu-${i}`);
    await bach.refused(c.pasteAddresses, { unitId: school, addresses: many }, 'invalid');
    const { items } = await bach.call(c.pasteAddresses, { unitId: school, addresses: many.slice(1) });
    assert.equal(items.length, 50);
  });

  test('the kept figures are what a full count finds', async () => {
    assert.equal(await db.transaction().execute((tx) => recountOutputs(tx)), 0);
  });
});
