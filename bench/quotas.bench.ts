/**
 * The compliance board on a sector of real size (bench/load-rows.sql): 52,000 units, each department asks its schools for one
 * article a month and each semester for photos, 200,000 kept months of what schools made. Readers of the board at each level,
 * of the list of those who have not met it, and of the register; how long one article takes to reach the top; a whole count.
 * The server is a process of its own, as it is served. Run: npm run bench -- quotas [seconds]
 */
import { refreshNode, refreshQuota } from '#modules/quotas/refreshing.ts';
import { connect } from '#platform/database/connect.ts';
import { type Kind, p95, printReaders, readAll } from './readers.ts';
import { departmentsOf, inTurn, serveApart, signInAt, since, startSector, type Unit } from './sector.ts';

const seconds = Number(process.argv[2] ?? 60);
const readers = 16;

const sector = await startSector();
const { url, db, rows } = sector;
const timed = async (what: string, work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  console.log(`${what}: ${since(began)} s`);
};

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

await sector.lay('load-rows.sql');
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

const { departments, communesOf } = await departmentsOf(sector);
const [nation] = await rows<Unit>(`select id, no, path from units where kind = 'ministry'`);

const tokens = await inTurn(departments, (d) => signInAt(sector, d.no));
const ministry = await signInAt(sector, 1);

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

const run = await serveApart(url);
const { measured, wrong } = await readAll(run.origin, kinds, readers, seconds);
printReaders(measured);
if (wrong.length > 0) console.log(`REFUSED ${wrong.length}: ${[...new Set(wrong)].slice(0, 5).join('; ')}`);
await run.stop();
await sector.stop();
const missed = measured.some(({ mark, times }) => mark !== null && p95(times) > mark);
process.exit(wrong.length > 0 || missed ? 1 : 0);
