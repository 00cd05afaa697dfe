/**
 * 1 July 2025 replayed, and the mark of a merged province: on a sector of real size (bench/load-rows.sql, and with
 * bench/cascade-rows.sql its 2,000,000 answers) a province of some 1,500 units goes into another one in one transaction.
 * Then a province of 8 districts, 120 old communes and 1,500 schools goes through its reorganisation by one table.
 * Run: npm run bench -- reorganise [--without-answers]
 */
import { sql } from 'kysely';
import { newId } from '#lib/id.ts';
import { connect } from '#platform/database/connect.ts';
import { useCatalogue } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { catalogue } from '../server/app/catalogue.ts';
import type { ChangeInput } from '../server/modules/org/change-plan.ts';
import type { ChangeTableRow } from '../server/modules/org/change-table.ts';
import { makeAll } from '../server/modules/org/reorganisation.ts';
import { runTable } from '../server/modules/org/reorganisation-tables.ts';
import { growOldProvince, july2025 } from './old-province.ts';
import { since, startSector } from './sector.ts';

useCatalogue(catalogue);
const sector = await startSector();
const { url, db: owner } = sector;
const { db, close } = connect({ url, role: sector.role, max: 2, name: 'bench' });

const now = new Date('2026-11-20T01:00:00Z');
const author = { requestId: newId(), now, system: 'bench' };
const seconds = (from: number) => `${since(from)} s`;

const count = async (what: ReturnType<typeof sql<{ n: number }>>): Promise<number> =>
  (await what.execute(db)).rows[0]!.n;

await sector.lay('load-rows.sql');
await owner.query(`select setval('units_no_seq', (select max(no) from units))`);
if (!process.argv.includes('--without-answers')) await sector.lay('cascade-rows.sql');
const { id: personId } = (await sql<{ id: string }>`select id from people limit 1`.execute(db)).rows[0]!;
const who = { author, actor: null, personId, language: 'vi' as const, now };

/** Units whose path is not that of the parent and the own number, and rows that stand elsewhere than their unit. */
async function wrong(): Promise<number> {
  return await count(sql`
    select (select count(*) from units u left join units p on p.id = u.parent_id where u.path <> coalesce(p.path, '') || u.no || '.')
         + (select count(*) from plans t join units u on u.id = t.unit_id where t.path <> u.path)
         + (select count(*) from grants t join units u on u.id = t.unit_id where t.path <> u.path)
         + (select count(*) from addressees t join units u on u.id = t.unit_id where t.path <> u.path) as n`);
}

async function sums(day: string): Promise<string> {
  const { rows } = await sql<{ asThen: number; asNow: number }>`
    with placed as (
      select coalesce((select h.path from unit_paths h where h.unit_id = f.unit_id and h.valid_from <= f.day order by h.valid_from desc limit 1), f.path) as was,
             f.path, f.amount
        from facts f where f.day <= ${day})
    select sum(amount) filter (where was like '%.')::int as "asThen", sum(amount) filter (where path like '%.')::int as "asNow" from placed`.execute(
    db,
  );
  return `${rows[0]!.asThen} as then, ${rows[0]!.asNow} as now`;
}

async function mergeProvinces(): Promise<void> {
  const { rows } = await sql<{ id: string; name: string; units: number }>`
    select s.id, s.name, (select count(*) from units u where u.path like s.path || '%') as units
      from units s where s.kind = 'province-department' order by s.no limit 2`.execute(db);
  const [from, into] = rows;
  const answers = await count(sql`
    select count(*) as n from asks k join units u on u.id = k.unit_id join units s on u.path like s.path || '%' where s.id = ${from!.id}`);
  const input: ChangeInput = {
    kind: 'merge',
    effectiveOn: '2026-07-01',
    decision: 'Nghị quyết số 1',
    fromIds: [from!.id],
    to: [{ unitId: into!.id }],
  };
  const started = performance.now();
  await db.transaction().execute((tx) => makeAll(tx, who, [input], [null]));
  console.log(
    `${from!.units} units (${answers} answers) of ${from!.name} merged into ${into!.name}: ${seconds(started)} (mark 5 s)`,
  );
  console.log(`rows at a wrong place: ${await wrong()}; plans and outputs ${await sums('2026-12-31')}`);
}

async function replayJuly(): Promise<void> {
  const province = await db.transaction().execute((tx: Tx) => growOldProvince(tx));
  const rows = july2025(province).map((cells, i) => ({ row: i + 2, cells }) as ChangeTableRow);
  const started = performance.now();
  const seen = await db
    .transaction()
    .execute((tx) => runTable(tx, who, [province.path], { fileName: 'thang-7.csv' }, rows));
  console.log(`${rows.length} lines rehearsed: ${seconds(started)}, ${seen.changes} changes, ${seen.refused} refused`);
  for (const row of seen.rows.filter((r) => !r.ok).slice(0, 3)) console.log(`  line ${row.row}: ${row.sentence}`);
  const again = performance.now();
  const done = await db
    .transaction()
    .execute((tx) => runTable(tx, who, [province.path], { fileName: 'thang-7.csv', commit: 'yes' }, rows));
  console.log(`carried out as one batch: ${seconds(again)}; ${JSON.stringify(done.effects)}`);
  console.log(
    `rows at a wrong place: ${await wrong()}; upper bodies ${JSON.stringify(await upperBodies(db, province.path))}`,
  );
}

/** Which kind of body is printed above a primary school before and after the day. */
async function upperBodies(on: Db, path: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ what: string; n: number }>`
    select d.day || ' ' || p.kind as what, count(*) as n
      from (values (date '2025-06-30', 'working'), (date '2025-07-01', 'administrative')) d (day, line)
      join units u on u.kind = 'primary' and u.path like ${path} || '%'
      join unit_parents r on r.unit_id = u.id and r.line = d.line and r.valid_from <= d.day and (r.valid_to is null or r.valid_to > d.day)
      join units p on p.id = r.parent_id group by 1 order by 1`.execute(on);
  return Object.fromEntries(rows.map((row) => [row.what, row.n]));
}

await mergeProvinces();
await replayJuly();
await close();
await sector.stop();
