/**
 * The compliance board on a sector of real size (bench/load-rows.sql): 52,000 units, each department asks its schools for one
 * article a month and each semester for photos, 200,000 kept months of what schools made. Readers of the board at each level,
 * of the list of those who have not met it, and of the register; how long one article takes to reach the top; a whole count.
 * The server is a process of its own, as it is served. Run: npm run bench -- quotas [seconds]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { newId } from '#lib/id.ts';
import { hashToken, newToken } from '#modules/access/tokens.ts';
import { refreshNode, refreshQuota } from '#modules/quotas/refreshing.ts';
import { connect } from '#platform/database/connect.ts';
import { migrate } from '#platform/database/migrate.ts';
import { startThrowaway } from '#platform/database/throwaway.ts';
import { type Kind, p95, printReaders, readAll } from './cascade-readers.ts';

const checkout = path.resolve(import.meta.dirname, '..');
const seconds = Number(process.argv[2] ?? 60);
const readers = 16;
const port = 8465;
const origin = `http://127.0.0.1:${port}`;

const server = await startThrowaway(checkout);
const url = server.url();
await migrate(url);
const db = new pg.Client({ connectionString: url });
await db.connect();
const timed = async (what: string, work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(2)} s`);
};
const rows = async <T extends object>(query: string, values: unknown[] = []): Promise<T[]> =>
  (await db.query(query, values)).rows as T[];

/** One row a school and month of what it made, and a register of 200,000 items to page through. */
const made = `
  insert into output_counts (unit_id, month, counts, sent, approved, published)
  select u.id, to_char(date '2026-11-01' - (m || ' months')::interval, 'YYYY-MM'), 'unit-article', 1, 1, 1
  from units u cross join generate_series(0, 5) m where u.kind in ('nursery', 'primary', 'lower-secondary') and (u.no * 7 + m) % 3 < 2;
  insert into outputs (id, unit_id, path, counts, title, made_on, sent_on, source, tsv)
  select gen_random_uuid(), u.id, u.path, 'unit-article', 'Ngày hội đọc sách ' || i, date '2026-11-20' - (i % 300), date '2026-11-20' - (i % 300),
    'typed', to_tsvector('vn', 'Ngày hội đọc sách ' || i)
  from generate_series(1, 200000) i join units u on u.no = 3357 + (i * 7) % 48643;
  insert into quotas (id, unit_id, path, scope, kinds, words, product, counts, min_count, per, moment, from_month, to_month)
  select gen_random_uuid(), u.id, u.path, 'below', '{nursery,primary,lower-secondary}', q.words, q.words, q.counts::text[], q.n, q.per, 'sent', '2026-09', '2027-05'
  from units u cross join (values ('bài viết', '{unit-article,newspaper-article}', 1, 'month'), ('ảnh', '{photo-set}', 20, 'semester')) q (words, counts, n, per)
  where u.kind = 'province-department';`;

await timed('load-rows.sql', async () =>
  db.query(await readFile(path.join(import.meta.dirname, 'load-rows.sql'), 'utf8')),
);
await timed('items and quotas', () => db.query(made));
await db.query('analyze');
const app = connect({ url, max: 4 });
const quotas = await rows<{ id: string }>('select id from quotas');
await timed(`${quotas.length} quotas named and counted whole`, async () => {
  for (const { id } of quotas) await app.db.transaction().execute((tx) => refreshQuota(tx, id, new Date()));
});
await db.query('vacuum analyze');
const [laid] =
  await rows<object>(`select (select count(*)::int from units) as units, (select count(*)::int from quota_units) as owed,
  (select count(*)::int from output_counts) as months, (select count(*)::int from quota_counts) as kept`);
console.log(JSON.stringify(laid));

interface Unit {
  id: string;
  no: number;
  path: string;
}
const departments = await rows<Unit>(
  `select id, no, path from units where kind = 'province-department' order by no limit 16`,
);
const communes = await rows<Unit>(`select id, no, path from units where kind = 'commune-office'`);
const communesOf = departments.map((d) => communes.filter((c) => c.path.startsWith(d.path)));
const [nation] = await rows<Unit>(`select id, no, path from units where kind = 'ministry'`);

async function tokenAt(unitNo: number): Promise<string> {
  const token = newToken();
  const who = 'select g.person_id from grants g join units u on u.id = g.unit_id where u.no = $3 limit 1';
  await db.query(
    `insert into sessions (id, token_hash, person_id, expires_at) values ($1, $2, (${who}), now() + interval '1 day')`,
    [newId(), hashToken(token), unitNo],
  );
  return token;
}
const tokens = await Promise.all(departments.map((d) => tokenAt(d.no)));
const ministry = await tokenAt(1);

const as = (reader: number, address: string) => ({ address, token: tokens[reader]! });
const communeOf = (reader: number, n: number) => communesOf[reader]![n % communesOf[reader]!.length]!;
const kinds: Kind[] = [
  {
    name: 'board of a province by communes',
    mark: 60,
    ask: (r) => as(r, `/api/quotas/board?unitId=${departments[r]!.id}`),
  },
  {
    name: 'the same, semester',
    mark: 60,
    ask: (r) => as(r, `/api/quotas/board?unitId=${departments[r]!.id}&period=semester`),
  },
  {
    name: 'board of a commune by schools',
    mark: 60,
    ask: (r, n) => as(r, `/api/quotas/board?unitId=${communeOf(r, n).id}`),
  },
  {
    name: 'the same, school year',
    mark: 60,
    ask: (r, n) => as(r, `/api/quotas/board?unitId=${communeOf(r, n).id}&period=schoolYear`),
  },
  {
    name: 'board of the nation by province',
    mark: 60,
    ask: () => ({ address: `/api/quotas/board?unitId=${nation!.id}`, token: ministry }),
  },
  {
    name: 'unmet of a province, for a reminder',
    mark: null,
    ask: (r) => as(r, `/api/quotas/unmet?unitId=${departments[r]!.id}`),
  },
  { name: 'register of a province', mark: null, ask: (r) => as(r, `/api/outputs?within=${departments[r]!.id}`) },
  {
    name: 'register, search',
    mark: null,
    ask: (r, n) => as(r, `/api/outputs?within=${departments[r]!.id}&q=${encodeURIComponent(`doc sach ${n * 37}`)}`),
  },
];

const school = (
  await rows<Unit>('select id, no, path from units where path like $1 limit 1', [`${communesOf[0]![0]!.path}_%`])
)[0]!;
await timed('an item reaches commune, department and nation', async () => {
  await db.query(`update output_counts set sent = sent + 1 where unit_id = $1`, [school.id]);
  for (const id of [communesOf[0]![0]!.id, departments[0]!.id, nation!.id])
    await app.db.transaction().execute((tx) => refreshNode(tx, id, new Date()));
});
await app.close();
await db.end();

const run = spawn(process.execPath, [path.join(checkout, 'server/app/main.ts')], {
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
run.stdout.resume();
const ready = () =>
  fetch(`${origin}/readyz`).then(
    (r) => r.ok,
    () => false,
  );
while (!(await ready())) await pause(50);
await pause(3000);
const { measured, wrong } = await readAll(origin, kinds, readers, seconds);
printReaders(measured);
if (wrong.length > 0) console.log(`REFUSED ${wrong.length}: ${[...new Set(wrong)].slice(0, 5).join('; ')}`);
run.kill('SIGTERM');
await once(run, 'exit');
await server.stop();
const missed = measured.some(({ mark, times }) => mark !== null && p95(times) > mark);
process.exit(wrong.length > 0 || missed ? 1 : 0);
