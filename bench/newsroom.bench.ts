/**
 * The newsroom with 2,000,000 texts in 52,000 units: lists of a unit, of a person, of a commune, a province and the sector;
 * search with words that stand everywhere, now and then, seldom and nowhere; the quota board. Sixteen readers, each one
 * request a second, each going through all of them. Marked with what was asked: p95 within 60 ms.
 */
import { type Kind, printReaders, readAll } from './readers.ts';
import { departmentsOf, inTurn, type Sector, serveApart, signInAt, startSector, type Unit } from './sector.ts';

const READERS = 16;
const SECONDS = 90;
const MARK = 60;

interface Reader {
  token: string;
  unit: Unit;
}

const read = (query: Record<string, string>) => `/api/articles?${new URLSearchParams(query)}`;
const words = {
  everywhere: 'học sinh',
  together: 'phong trào thi đua',
  seldom: 'thiên thạch',
  sometimes: 'robot stem',
  nowhere: 'xyz qwerty',
};

function kindsFor(commune: readonly Reader[], department: readonly Reader[], school: readonly Reader[]): Kind[] {
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
    kind('mine', school, () => ({ scope: 'mine' })),
    kind('below: commune', commune, below),
    kind('below: province', department, below),
    kind('below: province, one kind', department, (one) => ({ ...below(one), kind: 'video' })),
    kind('sector', commune, sector),
    kind('sector, in Hmong', commune, () => ({ ...sector(), language: 'mww' })),
    kind('own unit, search: everywhere', department, (one) => ({ ...unit(one), q: words.everywhere })),
    kind('own unit, search: seldom', department, (one) => ({ ...unit(one), q: words.seldom })),
    kind('below: commune, search', commune, (one) => ({ ...below(one), q: words.everywhere })),
    ...searches,
  ];
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
  await sector.db.query('vacuum analyze articles');
  const { departments } = await departmentsOf(sector);
  const staffed = (kinds: string[]) =>
    sector.rows<Unit>(
      `select distinct on (u.no) u.id, u.no, u.path from units u join grants g on g.unit_id = u.id
       where u.kind = any($1) order by u.no limit 16`,
      [kinds],
    );
  const communes = await readersOf(sector, await staffed(['commune-office']));
  const schools = await readersOf(sector, await staffed(['nursery', 'primary', 'lower-secondary']));
  const served = await serveApart(sector.url);
  try {
    const kinds = kindsFor(communes, await readersOf(sector, departments), schools);
    // Once through without counting: the first reader after a start waits for the disk.
    await readAll(served.origin, kinds, 2, kinds.length);
    const { measured, wrong } = await readAll(served.origin, kinds, READERS, SECONDS);
    printReaders(measured);
    if (wrong.length > 0) throw new Error(`${wrong.length} wrong answers, first: ${wrong[0]}`);
  } finally {
    await served.stop();
  }
} finally {
  await sector.stop();
}
