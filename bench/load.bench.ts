/**
 * How long readers wait on a sector of real size: 52,000 units, 20,000 people, 20,000 plans of 30 lines; 16 readers of one
 * request a second each, a minute long. The server is a process of its own, as it is served.
 * Run: npm run bench -- load
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { newId } from '#lib/id.ts';
import { hashToken, newToken } from '#modules/access/tokens.ts';
import { migrate } from '#platform/database/migrate.ts';
import { startThrowaway } from '#platform/database/throwaway.ts';

const checkout = path.resolve(import.meta.dirname, '..');
const seconds = Number(process.argv[2] ?? 60);
const readers = 16;
const port = 8461;
const origin = `http://127.0.0.1:${port}`;

const server = await startThrowaway(checkout);
const url = server.url();
await migrate(url);
const db = new pg.Client({ connectionString: url });
await db.connect();
const started = performance.now();
await db.query(await readFile(path.join(import.meta.dirname, 'load-rows.sql'), 'utf8'));
await db.query('analyze');
console.log(`rows laid in ${((performance.now() - started) / 1000).toFixed(1)} s`);

const people = (
  await db.query<{ id: string; unit_id: string; path: string }>(
    `select p.id, g.unit_id, g.path from people p join grants g on g.person_id = p.id where p.email = any($1)`,
    [[1, 2, 5, 6, 7, 8, 9, 10, 40, 41, 42, 43, 300, 301, 302, 303].map((i) => `nguoi${i}@do.example`)],
  )
).rows;
const tokens: string[] = [];
const plansOf: string[][] = [];
for (const p of people) {
  const token = newToken();
  tokens.push(token);
  await db.query(
    `insert into sessions (id, token_hash, person_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [newId(), hashToken(token), p.id],
  );
  const own = `select id from plans where path >= $1 and path < $2 and state = 'issued' limit 50`;
  const { rows } = await db.query<{ id: string }>(own, [p.path, `${p.path.slice(0, -1)}/`]);
  plansOf.push(rows.map((r) => r.id));
}
// The ministry's reader has plans for certain; readers without any read plans that are not theirs to see (404).
const planOf = (reader: number, n: number) =>
  (plansOf[reader]!.length > 0 ? plansOf[reader]! : plansOf.find((l) => l.length > 0)!).at(n % 50);
await db.end();

const app = spawn(process.execPath, [path.join(checkout, 'server/app/main.ts')], {
  env: {
    ...process.env,
    DATABASE_URL: url,
    PORT: String(port),
    ADMIN_ORIGIN: origin,
    PORTAL_ORIGIN: `http://127.0.0.1:${port + 1}`,
    DATA_DIR: mkdtempSync(path.join(tmpdir(), 'lantoa-bench-')),
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
app.stdout.resume();
while (
  !(await fetch(`${origin}/readyz`).then(
    (r) => r.ok,
    () => false,
  ))
)
  await pause(50);
await pause(3000);
const rss = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${app.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
const atRest = process.platform === 'linux' ? rss() : 0;

const kinds: [string, (reader: number, n: number) => string][] = [
  ['plans, list', (r) => `/api/plans?unitId=&limit=50`.replace('unitId=&', '') + (r % 2 ? '&state=issued' : '')],
  ['plans, search', () => `/api/plans?q=${encodeURIComponent('truyền thông suối')}`],
  ['plan page', (r, n) => `/api/plans/${planOf(r, n) ?? planOf(r, 0)}`],
  ['units, list', (r) => `/api/units?parentId=${people[r]!.unit_id}`],
  [
    'units, search',
    (_, n) => `/api/units?q=${encodeURIComponent(['suoi ngoc', 'Hoa Mai 1', 'mam non binh', 'THCS Lê Lợi'][n % 4]!)}`,
  ],
  [
    'search, Ctrl K',
    (_, n) => `/api/search?q=${encodeURIComponent(['suoi ng', 'truyen thong', 'hoa mai 12', 'kế hoạch'][n % 4]!)}`,
  ],
  ['people, list', (r) => `/api/people?unitId=${people[r]!.unit_id}`],
  ['documents, list', () => '/api/documents'],
  ['home', () => '/api/home'],
  ['inbox', () => '/api/inbox'],
];
const times = new Map(kinds.map(([name]) => [name, [] as number[]]));
const wrong: string[] = [];

async function one(reader: number, n: number): Promise<void> {
  const [name, address] = kinds[n % kinds.length]!;
  const at = performance.now();
  const reply = await fetch(origin + address(reader, n), { headers: { cookie: `lantoa=${tokens[reader]}` } });
  await reply.arrayBuffer();
  if (!reply.ok && !(name === 'plan page' && reply.status === 404))
    wrong.push(`${name}: ${reply.status} ${address(reader, n)}`);
  times.get(name)!.push(performance.now() - at);
}

async function read(reader: number): Promise<void> {
  await pause((reader * 1000) / readers);
  for (let n = reader; n < reader + seconds; n++) {
    const next = pause(1000);
    await one(reader, n);
    await next;
  }
}

await Promise.all(Array.from({ length: readers }, (_, i) => read(i)));
const at = (sorted: number[], share: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(7);
console.log(
  `${readers} readers, one request a second each, ${seconds} s; ms\n${'what'.padEnd(18)}     p50     p95     max      n`,
);
for (const [name, list] of times) {
  const sorted = list.toSorted((a, b) => a - b);
  console.log(
    `${name.padEnd(18)} ${at(sorted, 0.5)} ${at(sorted, 0.95)} ${at(sorted, 1)} ${String(sorted.length).padStart(6)}`,
  );
}
console.log(
  `server at rest ${atRest.toFixed(0)} MB, after the load ${process.platform === 'linux' ? rss().toFixed(0) : '?'} MB (without PostgreSQL)`,
);
if (wrong.length > 0) console.log(`REFUSED ${wrong.length}: ${[...new Set(wrong)].slice(0, 5).join('; ')}`);
app.kill('SIGTERM');
await once(app, 'exit');
await server.stop();
process.exit(wrong.length > 0 ? 1 : 0);
