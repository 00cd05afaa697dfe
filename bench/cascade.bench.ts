/**
 * A plan goes down and its answers come up, on a sector of real size: 52,000 units, 2,000,000 asks, 200,000 activities
 * (bench/load-rows.sql, bench/cascade-rows.sql). Readers of coverage, one sending, reminders, twenty answers at once, the
 * nightly check. The server is a process of its own, as it is served.
 * Run: npm run bench -- cascade [seconds]; LANTOA_BENCH_SCALE=0.1 lays a tenth of the asks.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#lib/id.ts';
import { coverage } from '#modules/cascade/coverage.ts';
import { differencesOf, takeTime } from '#modules/cascade/coverage-check.sql.ts';
import { connect } from '#platform/database/connect.ts';
import { actorOf, known } from '../server/app/testing/serving.ts';
import { explain } from './cascade-explain.ts';
import { type Kind, p95, printReaders, readAll } from './readers.ts';
import { departmentsOf, inTurn, serveApart, signIn, signInAt, since, startSector, type Unit } from './sector.ts';

const seconds = Number(process.argv[2] ?? 60);
const scale = process.env.LANTOA_BENCH_SCALE ?? '1';
const readers = 16;

const sector = await startSector();
const { url, db, rows } = sector;
await db.query(`set bench.scale = '${Number(scale)}'`);
for (const file of ['load-rows.sql', 'cascade-rows.sql']) await sector.lay(file);
await db.query('vacuum analyze');
const [laid] = await rows<{
  units: number;
  asks: number;
  activities: number;
}>(`select (select count(*)::int from units) as units,
  (select count(*)::int from asks) as asks, (select count(*)::int from plan_lines where part = 'activity') as activities`);
console.log(JSON.stringify(laid));

const { departments, communesOf } = await departmentsOf(sector);
const planOf = async (unitNo: number) =>
  (
    await rows<{ id: string }>(
      'select p.id from plans p join units u on u.id = p.unit_id where u.no = $1 and p.period_from = 2027',
      [unitNo],
    )
  )[0]!.id;
const national = await planOf(1);
const ministry = await signInAt(sector, 1);
const tokens = await inTurn(departments, (d) => signInAt(sector, d.no));
const provincial = await inTurn(departments, (d) => planOf(d.no));
const communeOf = (reader: number, n: number) => communesOf[reader]![n % communesOf[reader]!.length]!;

const ofDepartment = (reader: number, address: string) => ({ address, token: tokens[reader]! });
const kinds: Kind[] = [
  {
    name: 'nation by province',
    mark: 120,
    ask: () => ({ address: `/api/plans/${national}/coverage`, token: ministry }),
  },
  {
    name: 'province by communes, own plan',
    mark: 60,
    ask: (r) => ofDepartment(r, `/api/plans/${provincial[r]}/coverage`),
  },
  {
    name: 'province by communes, national plan',
    mark: 60,
    ask: (r) => ofDepartment(r, `/api/plans/${national}/coverage`),
  },
  {
    name: 'commune by schools, own plan',
    mark: 60,
    ask: (r, n) => ofDepartment(r, `/api/plans/${provincial[r]}/coverage?within=${communeOf(r, n).id}`),
  },
  {
    name: 'commune by schools, national plan',
    mark: 60,
    ask: (r, n) => ofDepartment(r, `/api/plans/${national}/coverage?within=${communeOf(r, n).id}`),
  },
  {
    name: 'line × unit, nation',
    mark: null,
    ask: () => ({ address: `/api/plans/${national}/coverage-matrix`, token: ministry }),
  },
  { name: 'line × unit, province', mark: null, ask: (r) => ofDepartment(r, `/api/plans/${national}/coverage-matrix`) },
  {
    name: 'late units of a province',
    mark: null,
    ask: (r) => ofDepartment(r, `/api/plans/${provincial[r]}/addressees?late=yes`),
  },
  {
    name: 'plans in the field, home card',
    mark: null,
    ask: (r) => ofDepartment(r, `/api/sent?unitId=${departments[r]!.id}`),
  },
  {
    name: 'reminder, preview',
    mark: null,
    ask: (r) => ofDepartment(r, `/api/plans/${provincial[r]}/reminder-preview?late=yes`),
  },
];

const app = await serveApart(url);
const { origin } = app;

/** An issued plan of 40 lines that nobody has got yet. */
async function freshPlan(unit: Unit): Promise<{ planId: string; lineIds: string[] }> {
  const planId = newId();
  const lineIds = Array.from({ length: 40 }, () => newId());
  await db.query(
    `insert into plans (id, unit_id, path, kind, title, period_kind, period_from, period_to, state, issuing_body, symbol, place, number, issued_on)
     values ($1, $2, $3, 'thematic', 'Truyền thông tuyển sinh', 'calendarYear', 2027, 2027, 'issued', 'Sở', 'KH-ĐO', 'Đo', $4, '2026-11-20')`,
    [planId, unit.id, unit.path, String(990000 + unit.no)],
  );
  await db.query(
    `insert into plan_lines (id, plan_id, part, position, text) select id, $1, 'activity', n, 'Hoạt động ' || n
     from unnest($2::uuid[]) with ordinality as l (id, n)`,
    [planId, lineIds],
  );
  return { planId, lineIds };
}

async function write(
  method: string,
  address: string,
  token: string,
  body: unknown,
): Promise<{ ms: number; reply: object }> {
  const began = performance.now();
  const reply = await fetch(`${origin}/api${address}`, {
    method,
    headers: { cookie: `lantoa=${token}`, 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${address}: ${reply.status} ${text.slice(0, 300)}`);
  return { ms: performance.now() - began, reply: JSON.parse(text) };
}

const misses: string[] = [];
const verdict = (name: string, ms: number, mark: number, more = '') => {
  const missed = ms > mark;
  if (missed) misses.push(name);
  console.log(`${name}: ${(ms / 1000).toFixed(2)} s (mark ${mark / 1000} s)${missed ? ' MISSED' : ''}${more}`);
};

// 1. Readers of coverage.
const { measured, wrong } = await readAll(origin, kinds, readers, seconds);
console.log(`\n${readers} readers, one request a second each, ${seconds} s; ms`);
printReaders(measured);
for (const { name, mark, times } of measured) if (mark !== null && p95(times) > mark) misses.push(name);

// 2. One sending: 40 lines to the communes and schools of a province.
const plan = await freshPlan(departments[0]!);
const to = [{ mode: 'assign', kinds: ['commune-office', 'nursery', 'primary', 'lower-secondary'] }];
const choice = { lines: plan.lineIds.map((lineId) => ({ lineId })), to };
const address = `/plans/${plan.planId}`;
const preview = await write('POST', `${address}/dispatch-preview`, tokens[0]!, { choice });
console.log(`\nsending, preview: ${preview.ms.toFixed(0)} ms`);
const sent = await write('POST', `${address}/dispatches`, tokens[0]!, { id: newId(), choice, dueOn: '2027-01-15' });
const { units, asks } = sent.reply as { units: number; asks: number };
verdict(`${plan.lineIds.length} lines to ${units} units (${asks} asks)`, sent.ms, 5000);

// 3. Reminders.
const message = 'Kính đề nghị quý đơn vị dành ít phút trả lời.';
const reminded = await write('POST', `/plans/${plan.planId}/reminders`, tokens[0]!, {
  id: newId(),
  filter: {},
  message,
});
verdict(`reminders to ${(reminded.reply as { units: number }).units} units`, reminded.ms, 1000);
await pause(8000);

// 4. Twenty schools of one province answer the ministry's plan at the same moment, while others read.
const answerers = await rows<{ id: string; version: number; person_id: string }>(
  `select distinct on (a.id) a.id, a.version, g.person_id from addressees a join grants g on g.unit_id = a.unit_id
   where a.plan_id = $1 and a.state = 'unopened' and a.path like $2 order by a.id limit 20`,
  [national, `${departments[1]!.path}%`],
);
const sessions = await inTurn(answerers, (a) => signIn(db, a.person_id));
const alone = await readAll(origin, kinds.slice(0, 3), 4, 3);
const began = performance.now();
const [replies, meanwhile] = await Promise.all([
  Promise.all(
    answerers.map(({ id, version }, i) =>
      write('PUT', `/asked/${id}/answers`, sessions[i]!, { version, answers: [], rest: { act: 'adopt' } }),
    ),
  ),
  readAll(origin, kinds.slice(0, 3), 4, 3),
]);
const longest = Math.max(...replies.map((r) => r.ms));
const mean = replies.reduce((sum, r) => sum + r.ms, 0) / Math.max(1, replies.length);
const slowest = (m: { measured: { times: number[] }[] }) => Math.max(...m.measured.flatMap((k) => k.times)).toFixed(0);
console.log(
  `${answerers.length} answers at once: first ${Math.min(...replies.map((r) => r.ms)).toFixed(0)} ms, mean ${mean.toFixed(0)} ms, last ${longest.toFixed(0)} ms; ` +
    `slowest reader meanwhile ${slowest(meanwhile)} ms, before ${slowest(alone)} ms (${since(began)} s)`,
);

// 5. The nightly check of the largest plan.
const checked = connect({ url, max: 1, name: 'bench check' });
const check = performance.now();
const differences = await checked.db.transaction().execute(async (tx) => {
  await takeTime(tx);
  return await differencesOf(tx, national);
});
console.log(
  `figures of the national plan counted anew and compared: ${since(check)} s, ${differences.length} differences`,
);
await checked.close();

if (misses.length > 0 || process.env.LANTOA_BENCH_EXPLAIN) {
  const at = (unitPath: string) =>
    actorOf(known('Đo', [{ path: unitPath, role: 'communications-officer' }]), { now: new Date() });
  await explain(url, 'nation by province', 10, (d) => coverage(d, at('1.'), { planId: national }));
  await explain(url, 'province by communes', 10, (d) => coverage(d, at(departments[0]!.path), { planId: national }));
  const within = communesOf[0]![0]!.id;
  await explain(url, 'commune by schools', 10, (d) => coverage(d, at('1.'), { planId: national, within }));
}
if (wrong.length > 0) console.log(`REFUSED ${wrong.length}: ${[...new Set(wrong)].slice(0, 5).join('; ')}`);
await app.stop();
await sector.stop();
process.exit(wrong.length > 0 || differences.length > 0 ? 1 : 0);
