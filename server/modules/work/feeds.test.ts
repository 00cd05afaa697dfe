import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { loadSampleWork } from '../../../db/sample/plans.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as f from './feeds.contract.ts';
import { countUncounted } from './work.jobs.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-feeds-'))));
await loadSampleWork(db);
await db.transaction().execute(countUncounted);
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const unitId = sampleId('cs2');
const tokenOf = (address: string) => new URL(address).pathname.split('/').at(-1)!;

test('a private address gives what is due at the school and the holidays, to a program that cannot sign in', async () => {
  const made = await anh.call(f.makeFeed, { unitId });
  assert.match(made.address, /\/api\/calendar\/[\w-]{43}\.ics$/);
  const reply = await app.send(f.readFeed, { token: tokenOf(made.address) });
  assert.equal(reply.headers.get('content-type'), 'text/calendar; charset=utf-8');
  const text = (await reply.text()).replaceAll('\r\n ', '');
  assert.match(text, /X-WR-CALNAME:Lan Tỏa: Trường THCS Suối Ngọc/);
  assert.match(text, /SUMMARY:Hạn: Ngày hội đọc sách “Trang sách bên suối” \(\d\/2\)/);
  assert.match(text, /SUMMARY:Ngày Văn hóa Việt Nam \(dự kiến\)/);
  assert.equal(new Set(text.match(/UID:.*/g)).size, text.match(/UID:.*/g)!.length);
  const { items } = await anh.call(f.listFeeds, {});
  assert.ok(items[0]!.lastReadAt);
});

test('of the secret only a hash is kept; a colleague does not see the address', async () => {
  const row = await db.selectFrom('calendar_feeds').selectAll().executeTakeFirstOrThrow();
  assert.equal(row.token_hash.byteLength, 32);
  const ngoc = app.as('ngoc.le@thcssuoingoc.songtra.example');
  assert.deepEqual((await ngoc.call(f.listFeeds, {})).items, []);
  await ngoc.refused(f.revokeFeed, { feedId: row.id }, 'not-found');
});

test('revoked, guessed and malformed addresses answer nothing', async () => {
  const made = await anh.call(f.makeFeed, { unitId });
  await anh.call(f.revokeFeed, { feedId: made.id });
  for (const token of [tokenOf(made.address), `${'A'.repeat(43)}.ics`, 'x.ics', '%00.ics'])
    await app.refused(f.readFeed, { token }, 'work.feed-gone');
});

test('whoever may no longer read the plans of the school reads no calendar of it', async () => {
  const made = await anh.call(f.makeFeed, { unitId });
  const personId = personIdOf('anh.bach@thcssuoingoc.songtra.example');
  await db.updateTable('grants').set({ valid_to: '2026-11-19' }).where('person_id', '=', personId).execute();
  await app.refused(f.readFeed, { token: tokenOf(made.address) }, 'work.feed-gone');
});

test('nobody makes an address for a school whose plans they do not read', async () => {
  const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
  await dat.refused(f.makeFeed, { unitId }, 'forbidden');
});
