import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { freePort } from '#platform/database/ports.ts';
import { useOutgoing } from '#platform/fetch/fetch.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { listInbox } from '../notices/notices.contract.ts';
import { capturePage } from './capturing.ts';
import { MOST_FAILURES } from './feed/schedule.ts';
import { readItem } from './feed-items.ts';
import { readHost } from './feed-reading.ts';
import * as f from './feeds.contract.ts';
import { claimHost, dueHosts } from './feeds.sql.ts';
import * as c from './outputs.contract.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-feeds-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const bach = app.as('anh.bach@thcssuoingoc.songtra.example');
const school = sampleId('cs2');

describe('the site that a school keeps already', () => {
  let server: http.Server;
  let port: number;
  let restore: ReturnType<typeof useOutgoing>;
  const asked: { url: string; condition: string | undefined }[] = [];
  let status = 200;
  let items = ['Khai giảng|/khai-giang|2026-09-05', 'Hội thi|/hoi-thi|2026-10-10', 'Năm ngoái|/cu|2025-10-10'];
  const host = () => `truong.example:${port}`;
  const rss = () =>
    `<rss><channel><title>Trang trường</title>${items
      .map((one) => one.split('|'))
      .map(
        ([title, link, day]) =>
          `<item><title>${title}</title><link>http://${host()}${link}</link><pubDate>${day}T08:00:00+07:00</pubDate></item>`,
      )
      .join('')}<item><title>Của người khác</title><link>https://bao-khac.example/1</link></item></channel></rss>`;

  before(async () => {
    port = await freePort('school sites');
    server = http.createServer((request, reply) => {
      const url = request.url ?? '';
      asked.push({ url, condition: request.headers['if-none-match'] });
      if (url === '/')
        return reply
          .setHeader('content-type', 'text/html')
          .end('<title>Trường</title><link rel="alternate" type="application/rss+xml" href="/rss">');
      if (url === '/sitemap.xml')
        return reply
          .setHeader('content-type', 'text/xml')
          .end(
            `<urlset><url><loc>http://${host()}/bai-a</loc><lastmod>2026-11-01</lastmod></url><url><loc>http://${host()}/gioi-thieu</loc><lastmod>2026-11-01</lastmod></url></urlset>`,
          );
      if (url === '/bai-a')
        return reply
          .setHeader('content-type', 'text/html')
          .end('<title>Bài A</title><time datetime="2026-11-01"></time>');
      if (url === '/gioi-thieu') return reply.setHeader('content-type', 'text/html').end('<title>Giới thiệu</title>');
      if (url !== '/rss') return reply.writeHead(404).end();
      if (status !== 200) return reply.writeHead(status, { 'retry-after': '7200' }).end();
      const etag = `"${items.length}"`;
      if (request.headers['if-none-match'] === etag) return reply.writeHead(304).end();
      reply.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(rss());
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    restore = useOutgoing({ allowed: [host()], resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
  });
  after(() => {
    useOutgoing(restore);
    server.closeAllConnections();
    server.close();
  });

  // The readers' own clock: sessions would end in the days that pass here.
  let now = app.clock.now;
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  const read = () => readHost(db, { host: host() }, () => now);
  const feed = async () => (await bach.call(f.listFeeds, { unitId: school })).items[0]!;

  test('its feed is found, and what it lists since the agreed day becomes the school’s, once', async () => {
    await bach.call(f.addFeed, {
      unitId: school,
      siteUrl: `truong.example:${port}`.replace(/^/, 'http://'),
      since: '2026-09-01',
    });
    await bach.call(f.addFeed, { unitId: school, siteUrl: `http://truong.example:${port}/`, since: '2026-09-01' });
    assert.equal((await bach.call(f.listFeeds, { unitId: school })).items.length, 1);
    await read();
    const found = await bach.call(c.listOutputs, { unitId: school, source: 'feed' });
    assert.deepEqual(
      found.items.map((o) => [o.title, o.madeOn, o.publishedOn, o.stands, o.counts]),
      [
        ['Hội thi', '2026-10-10', '2026-10-10', true, 'unit-article'],
        ['Khai giảng', '2026-09-05', '2026-09-05', true, 'unit-article'],
      ],
    );
    assert.deepEqual([(await feed()).kind, (await feed()).title, (await feed()).taken], ['rss', 'Trang trường', 2]);
  });

  test('it is not asked before its time, then only whether something changed; a withdrawn item does not come back', async () => {
    const before = asked.length;
    await read();
    assert.equal(asked.length, before);
    const [first] = (await bach.call(c.listOutputs, { unitId: school })).items;
    await bach.call(c.withdrawOutput, {
      outputId: first!.id,
      version: first!.version,
      reason: 'Không phải của trường',
    });
    later(70);
    assert.deepEqual(await dueHosts(db, now), [host()]);
    await read();
    assert.equal(asked.at(-1)?.condition, '"3"');
    items = [...items, 'Ngày 20/11|/20-11|2026-11-19'];
    later(120);
    await read();
    assert.deepEqual(
      (await bach.call(c.listOutputs, { unitId: school })).items.map((o) => o.title),
      ['Ngày 20/11', 'Khai giảng'],
    );
  });

  test('one reader at a time: while somebody reads there, nobody else does', async () => {
    later(600);
    assert.equal(await claimHost(db, host(), now, new Date(now.getTime() + 300_000)), true);
    assert.deepEqual(await dueHosts(db, now), []);
    const before = asked.length;
    await read();
    assert.equal(asked.length, before);
    later(6);
    await read();
    assert.equal(asked.length, before + 1);
  });

  test('a site that asks for a rest gets it', async () => {
    status = 429;
    later(600);
    await read();
    assert.match((await feed()).lastError ?? '', /thưa hơn/);
    later(110);
    assert.deepEqual(await dueHosts(db, now), []);
    later(60);
    assert.deepEqual(await dueHosts(db, now), [host()]);
  });

  test('after many failures it is paused and the school is told; somebody resumes it', async () => {
    status = 500;
    for (let i = 0; i < MOST_FAILURES; i++) {
      later(60 * 26);
      await read();
    }
    const paused = await feed();
    assert.equal(paused.state, 'paused');
    assert.equal((await bach.call(listInbox, {})).items.filter((n) => n.kind === 'feed.paused').length, 1);
    status = 200;
    const resumed = await bach.call(f.setFeedState, { feedId: paused.id, version: paused.version, state: 'active' });
    assert.deepEqual([resumed.state, resumed.failures], ['active', 0]);
    await read();
    assert.equal((await feed()).lastError, null);
    const stopped = await feed();
    await bach.call(f.setFeedState, { feedId: stopped.id, version: stopped.version, state: 'stopped' });
    assert.equal((await bach.call(f.listFeeds, { unitId: school })).items.length, 0);
  });

  test('somebody who does not want to wait has the site read at once', async () => {
    await bach.call(f.addFeed, { unitId: school, siteUrl: `http://${host()}/`, since: '2026-11-19' });
    await read();
    assert.deepEqual(await dueHosts(db, now), []);
    const one = await feed();
    await bach.call(f.readFeedNow, { feedId: one.id, version: one.version });
    assert.deepEqual(await dueHosts(db, now), [host()]);
    await bach.refused(f.readFeedNow, { feedId: one.id, version: one.version }, 'feeds.conflict');
    const changed = await feed();
    await bach.call(f.setFeedState, { feedId: changed.id, version: changed.version, state: 'stopped' });
  });

  test('of a sitemap only pages that are from a day become items', async () => {
    await bach.call(f.addFeed, { unitId: school, siteUrl: `http://${host()}/sitemap.xml`, since: '2026-09-01' });
    await read();
    const map = await feed();
    for (const url of ['/bai-a', '/gioi-thieu'])
      await readItem(db, { feedId: map.id, url: `http://${host()}${url}` }, now);
    await readItem(db, { feedId: map.id, url: `http://${host()}/bai-a` }, now);
    const titles = (await bach.call(c.listOutputs, { unitId: school })).items.map((o) => o.title);
    assert.deepEqual(titles, ['Ngày 20/11', 'Bài A', 'Khai giảng']);
  });

  test('an address pasted from the school’s own site is an article of the school, and one that the feed brought is joined', async () => {
    const { items } = await bach.call(c.pasteAddresses, {
      unitId: school,
      addresses: [`http://${host()}/bai-a?utm_source=zalo`, `http://${host()}/moi`],
    });
    assert.equal(items[0]!.joinedTo !== null, true);
    assert.equal(items[1]!.counts, 'unit-article');
    await capturePage(db, { outputId: items[1]!.id }, now);
    assert.equal((await bach.call(c.getOutput, { outputId: items[1]!.id })).capture?.reason, 'missing');
  });

  test('a neighbour may neither follow for the school nor change what it follows', async () => {
    const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
    await dat.refused(f.addFeed, { unitId: school, siteUrl: 'https://a.vn', since: '2026-09-01' }, 'forbidden');
    const one = await feed();
    await dat.refused(f.setFeedState, { feedId: one.id, version: one.version, state: 'stopped' }, 'not-found');
    await bach.refused(f.addFeed, { unitId: school, siteUrl: 'không phải', since: '2026-09-01' }, 'invalid');
  });
});
