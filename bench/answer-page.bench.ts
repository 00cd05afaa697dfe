/**
 * What the light answer page costs a cheap phone: bytes in all, and the time until its 40 lines can be answered, at
 * 1.6 Mbit/s, 150 ms and a processor four times slower. Marks: 60 KB gzip, 2 s.
 * Run: npm run bench -- answer-page [runs]
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import type { Browser, Response } from 'playwright-core';
import { readConfig } from '#platform/config.ts';
import { startThrowaway } from '#platform/database/throwaway.ts';
import { buildAdmin } from '../bin/admin-build.ts';
import { personIdOf, unitIdOf } from '../db/sample/sample.ts';
import { openBrowser } from '../e2e/browser.ts';
import { serve } from '../server/app/serve.ts';
import { signIn } from './sector.ts';

const checkout = path.resolve(import.meta.dirname, '..');
const runs = Number(process.argv[2] ?? 7);
const LINES = 40;
const port = 8468;
const origin = `http://127.0.0.1:${port}`;
const phone = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** The sample's school is asked 40 lines: those of the sample, over and over, with ids of their own. */
const moreLines = `
with wanted as (
  select k.*, row_number() over (order by g.n, k.line_id) as at, g.n
    from asks k cross join generate_series(0, ${LINES}) g (n) where k.addressee_id = $1
), made as (
  select w.*, case when w.n = 0 then w.line_id else gen_random_uuid() end as new_id from wanted w where w.at <= ${LINES}
), lines as (
  insert into plan_lines
  select (jsonb_populate_record(l, jsonb_build_object('id', m.new_id))).* from made m join plan_lines l on l.id = m.line_id
   where m.n > 0 returning id
)
insert into asks
select (jsonb_populate_record(k, jsonb_build_object('line_id', m.new_id))).*
  from made m join asks k on k.addressee_id = $1 and k.line_id = m.line_id where m.n > 0`;

await buildAdmin(checkout);
const database = await startThrowaway(checkout);
const demo = readConfig({ PORT: String(port), DATA_DIR: mkdtempSync(path.join(tmpdir(), 'lantoa-bench-')) });
await serve({ ...demo, databaseUrl: database.url() }, checkout);
const { addresseeId, token } = await prepare();

async function prepare(): Promise<{ addresseeId: string; token: string }> {
  const db = new pg.Client({ connectionString: database.url() });
  await db.connect();
  const { rows } = await db.query<{ id: string }>('select id from addressees where unit_id = $1', [unitIdOf('cs2')]);
  const addressee = rows[0]!.id;
  await db.query(moreLines, [addressee]);
  await db.query(
    `update asks set state = 'unanswered', team_id = null, person_id = null, by_on = null where addressee_id = $1`,
    [addressee],
  );
  await db.query(`update addressees set state = 'unanswered', asked = $2, answered = 0 where id = $1`, [
    addressee,
    LINES,
  ]);
  const secret = await signIn(db, personIdOf('ngoc.le@thcssuoingoc.songtra.example'));
  await db.end();
  return { addresseeId: addressee, token: secret };
}

interface Opened {
  /** From the tap until the button to send all 40 lines stands there. */
  usableMs: number;
  /** On the wire, with heads. */
  bytes: number;
  /** Bodies, as gzip -9 would make them. */
  gzip: Map<string, number>;
}

/** Says when the button is there, in the page's own clock. */
const WATCH = `new MutationObserver((_, self) => {
  const button = document.getElementById('send');
  if (!button || button.disabled || window.usable) return;
  requestAnimationFrame(() => requestAnimationFrame(() => { window.usable = performance.now(); }));
  self.disconnect();
}).observe(document, { childList: true, subtree: true });`;

const USABLE = `new Promise((tell) => {
  const look = () => (window.usable ? tell(window.usable) : requestAnimationFrame(look));
  look();
})`;

/** One visit with nothing in the cache. */
async function open(browser: Browser): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 390, height: 780 }, isMobile: true, locale: 'vi-VN' });
  await context.addCookies([{ name: 'lantoa', value: token, url: origin }]);
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', phone);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  const bodies: Promise<[string, number]>[] = [];
  devtools.on('Network.loadingFinished', (done) => {
    bytes += done.encodedDataLength;
  });
  page.on('response', (response) => bodies.push(weigh(response)));
  await page.goto(`${origin}/tra-loi/${addresseeId}`, { waitUntil: 'commit' });
  await page.locator('#send:enabled').waitFor();
  await page.waitForLoadState('networkidle');
  const usableMs = Number(await page.evaluate(USABLE));
  const gzip = new Map(await Promise.all(bodies));
  await context.close();
  return { usableMs, bytes, gzip };
}

async function weigh(response: Response): Promise<[string, number]> {
  return [new URL(response.url()).pathname, gzipSync(await response.body(), { level: 9 }).length];
}

const browser = await openBrowser();
const visits: Opened[] = [];
for (let i = 0; i < runs; i++) visits.push(await open(browser));
await browser.close();

const times = visits.map((visit) => visit.usableMs).sort((a, b) => a - b);
const last = visits.at(-1)!;
const gzip = [...last.gzip.values()].reduce((a, b) => a + b, 0);
for (const [name, size] of last.gzip) console.log(`${name.padEnd(60)} ${(size / 1024).toFixed(1).padStart(6)} KB gzip`);
console.log(
  `${LINES} lines, in all: ${(gzip / 1024).toFixed(1)} KB gzip, ${(last.bytes / 1024).toFixed(1)} KB on the wire`,
);
console.log(
  `usable, of ${runs}: median ${Math.round(times[runs >> 1]!)} ms, worst ${Math.round(times.at(-1)!)} ms (1.6 Mbit/s, 150 ms, 4× CPU)`,
);
const missed = gzip > 60 * 1024 || times[runs >> 1]! > 2000;
if (missed) console.log('MISSED: 60 KB, 2 s');
// The server has jobs that would keep it; the throwaway database goes with this process.
process.exit(missed ? 1 : 0);
