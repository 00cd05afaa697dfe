/**
 * The newsroom with 2,000,000 texts in 52,000 units: lists of a unit, of a person, of a commune, a province and the sector;
 * search with words that stand everywhere, in one text of 25, now and then, seldom and nowhere; what waits, offers, the quota
 * board, pictures, the places of a story. Sixteen readers, each one request a second, each going through all of them.
 * Marked with what was asked: p95 within 60 ms, of each and of all together.
 * Run: npm run bench -- newsroom [seconds]; ARTICLES=200000 lays fewer for a quick look.
 */
import { refreshQuota } from '#modules/quotas/refreshing.ts';
import { connect } from '#platform/database/connect.ts';
import { type Kind, p95, printReaders, readAll } from './readers.ts';
import { departmentsOf, inTurn, type Sector, serveApart, signInAt, since, startSector, type Unit } from './sector.ts';

const READERS = 16;
const SECONDS = Number(process.argv[2] ?? 120);
const MARK = 60;

interface Reader {
  token: string;
  unit: Unit;
}

const read = (query: Record<string, string>) => `/api/articles?${new URLSearchParams(query)}`;
const words = {
  everywhere: 'học sinh',
  together: 'phong trào thi đua',
  fourPercent: 'bánh chưng',
  seldom: 'thiên thạch',
  sometimes: 'robot stem',
  nowhere: 'xyz qwerty',
};

interface Readers {
  commune: readonly Reader[];
  department: readonly Reader[];
  school: readonly Reader[];
  ministry: readonly Reader[];
}

function listsFor({ commune, department, school, ministry }: Readers): Kind[] {
  const of = (who: readonly Reader[], query: (reader: Reader) => Record<string, string>) => (reader: number) => {
    const one = who[reader % who.length]!;
    return { address: read(query(one)), token: one.token };
  };
  const kind = (name: string, who: readonly Reader[], query: (reader: Reader) => Record<string, string>): Kind => ({
    name,
    mark: MARK,
    ask: of(who, query),
  });
  const unit = ({ unit: { id } }: Reader) => ({ scope: 'unit', unitId: id });
  const below = ({ unit: { id } }: Reader) => ({ scope: 'below', unitId: id });
  const sector = () => ({ scope: 'sector' });
  const searches = Object.entries(words).flatMap(([name, q]) => [
    kind(`province, search: ${name}`, department, (one) => ({ ...below(one), q })),
    kind(`sector, search: ${name}`, commune, () => ({ ...sector(), q })),
  ]);
  return [
    kind('own unit: school', school, unit),
    kind('own unit: department', department, unit),
    kind('own unit: being written', department, (one) => ({ ...unit(one), stage: 'writing' })),
    kind('own unit: stage and kind', department, (one) => ({ ...unit(one), stage: 'published', kind: 'video' })),
    kind('mine', school, () => ({ scope: 'mine' })),
    kind('below: commune', commune, below),
    kind('below: province', department, below),
    kind('below: province, one kind', department, (one) => ({ ...below(one), kind: 'video' })),
    kind('below: ministry', ministry, below),
    kind('below: ministry, one kind', ministry, (one) => ({ ...below(one), kind: 'phong-su' })),
    kind('sector', commune, sector),
    kind('sector, one kind', commune, () => ({ ...sector(), kind: 'phong-su' })),
    kind('sector, in Hmong', commune, () => ({ ...sector(), language: 'mww' })),
    kind('own unit, search: everywhere', department, (one) => ({ ...unit(one), q: words.everywhere })),
    kind('own unit, search: seldom', department, (one) => ({ ...unit(one), q: words.seldom })),
    kind('below: commune, search', commune, (one) => ({ ...below(one), q: words.everywhere })),
    ...searches,
  ];
}

/** What is not a list of texts: what waits, offers, the quota board, pictures, and where stories stand. */
function othersFor({ commune, department, school }: Readers, storyOf: ReadonlyMap<string, string>): Kind[] {
  const kind = (name: string, who: readonly Reader[], address: (one: Reader, n: number) => string): Kind => ({
    name,
    mark: MARK,
    ask: (reader, n) => {
      const one = who[reader % who.length]!;
      return { address: `/api${address(one, n)}`, token: one.token };
    },
  });
  return [
    kind('waits for me', department, () => '/article-reviews?scope=mine'),
    kind('waits at the unit', department, () => '/article-reviews?scope=unit'),
    kind('what waits, counted', school, () => '/article-reviews/count'),
    kind('offers received: department', department, ({ unit }) => `/offers?unitId=${unit.id}`),
    kind('offers received, undecided', department, ({ unit }) => `/offers?unitId=${unit.id}&state=offered`),
    kind('quota board: province', department, ({ unit }) => `/quotas/board?unitId=${unit.id}`),
    kind('quota board: commune', commune, ({ unit }) => `/quotas/board?unitId=${unit.id}`),
    kind('pictures: department', department, ({ unit }) => `/media?unitId=${unit.id}`),
    kind('pictures: school', school, ({ unit }) => `/media?unitId=${unit.id}`),
    kind('pictures, search', department, ({ unit }) => `/media?unitId=${unit.id}&q=${encodeURIComponent('học sinh')}`),
    kind('where a story stands', school, ({ unit }) => `/articles/${storyOf.get(unit.id)}/publications`),
  ];
}

/** Each department asks its schools for one text a month; counted from the rows of the register. */
async function layQuotas({ url, db, rows }: Sector): Promise<void> {
  const began = performance.now();
  await db.query(`insert into quotas (id, unit_id, path, scope, kinds, words, product, counts, min_count, per, moment, from_month, to_month)
    select gen_random_uuid(), id, path, 'below', '{nursery,primary,lower-secondary}', 'bài viết', 'bài viết', '{unit-article}', 1, 'month', 'published', '2026-09', '2027-05'
    from units where kind = 'province-department'`);
  const app = connect({ url, max: 2 });
  for (const { id } of await rows<{ id: string }>('select id from quotas'))
    await app.db.transaction().execute((tx) => refreshQuota(tx, id, new Date()));
  await app.close();
  console.log(`quotas of 34 departments counted in ${since(began)} s`);
}

async function readersOf(sector: Sector, units: readonly Unit[]): Promise<Reader[]> {
  return await inTurn(units, async (unit) => ({ unit, token: await signInAt(sector, unit.no) }));
}

const sector = await startSector();
try {
  await sector.lay('load-rows.sql');
  // Fewer rows for a quick look: ARTICLES=200000.
  await sector.db.query("select set_config('bench.articles', $1, false)", [process.env.ARTICLES ?? '2000000']);
  await sector.lay('articles-rows.sql');
  await layQuotas(sector);
  await sector.db.query('vacuum analyze');
  const staffed = async (kinds: string[]) =>
    await readersOf(
      sector,
      await sector.rows<Unit>(
        `select distinct on (u.no) u.id, u.no, u.path from units u join grants g on g.unit_id = u.id
         where u.kind = any($1) order by u.no limit 16`,
        [kinds],
      ),
    );
  const people: Readers = {
    commune: await staffed(['commune-office']),
    department: await readersOf(sector, (await departmentsOf(sector)).departments),
    school: await staffed(['nursery', 'primary', 'lower-secondary']),
    ministry: await staffed(['ministry']),
  };
  // Each school looks where a story of its own stands: others are not told.
  const stories = await sector.rows<{ unit_id: string; id: string }>(
    'select distinct on (unit_id) unit_id, id from articles where live and unit_id = any($1) order by unit_id, id',
    [people.school.map((reader) => reader.unit.id)],
  );
  const served = await serveApart(sector.url);
  try {
    const kinds = [...listsFor(people), ...othersFor(people, new Map(stories.map((one) => [one.unit_id, one.id])))];
    // Once through without counting: the first reader after a start waits for the disk.
    await readAll(served.origin, kinds, 4, kinds.length);
    const { measured, wrong } = await readAll(served.origin, kinds, READERS, SECONDS);
    const all = { name: 'all together', mark: MARK, times: measured.flatMap((one) => one.times) };
    printReaders([...measured, all]);
    if (wrong.length > 0) throw new Error(`${wrong.length} wrong answers, first: ${wrong[0]}`);
    if ([...measured, all].some(({ times }) => p95(times) > MARK)) process.exitCode = 1;
  } finally {
    await served.stop();
  }
} finally {
  await sector.stop();
}
