/**
 * npm test: everything CI runs. `npm test -- PATH…` runs only the tests under these paths (or with these words in
 * their path). `--browser=required` makes a missing browser a failure.
 */
import path from 'node:path';
import pg from 'pg';
import { startThrowaway } from '#platform/database/throwaway.ts';
import { findBrowser } from '../e2e/browser.ts';
import { buildAdmin } from './admin-build.ts';
import { checkParts } from './check-parts.ts';
import { conclude, type Outcome, type Part, programPart, runTogether, skippedPart, testPart } from './parts.ts';
import { shared, type TestFiles, testFiles } from './test-files.ts';

const CHECKOUT = path.resolve(import.meta.dirname, '..');
const PROCESSES = 2;
/** Names what belongs to this run on a database server that others use too. */
const RUN = String(process.pid);

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const files = testFiles(CHECKOUT, wanted);

const outcomes = wanted.length > 0 ? await chosen() : await everything();
process.exit(conclude(outcomes));

async function everything(): Promise<Outcome[]> {
  const built = adminBuild();
  const quick = await runTogether([...checkParts(CHECKOUT), built]);
  return [...quick, ...(await withServer(files.database, true)), ...(await journeys())];
}

async function chosen(): Promise<Outcome[]> {
  if (Object.values(files).every((list) => list.length === 0)) {
    console.error(`Không có bài thử nào khớp với (no test matches): ${wanted.join(' ')}`);
    process.exit(2);
  }
  const direct = [
    { name: 'rules over the code', list: files.rules },
    { name: 'unit tests', list: files.unit },
  ].filter(({ list }) => list.length > 0);
  const quick = await runTogether(direct.map(({ name, list }) => testPart(CHECKOUT, name, list)));
  const built = files.journeys.length > 0 ? await runTogether([adminBuild()]) : [];
  return [...quick, ...(await withServer(files.database, false)), ...built, ...(await journeys())];
}

/** The database tests on a server of their own, and once more on the one that TEST_DATABASE_URL names. */
async function withServer(list: TestFiles['database'], whole: boolean): Promise<Outcome[]> {
  if (list.length === 0) return [];
  const server = await startThrowaway(CHECKOUT);
  const generated = programPart(CHECKOUT, 'generated files are current', [
    path.join(CHECKOUT, 'bin', 'types.ts'),
    '--check',
  ]);
  const embedded = await runTogether([
    ...databaseParts(list, 'embedded', server.url('postgres')),
    ...(whole ? [generated] : []),
  ]);
  await server.stop();
  const other = process.env.TEST_DATABASE_URL;
  if (!other) return embedded;
  const again = await runTogether(databaseParts(list, 'TEST_DATABASE_URL', other));
  await clearUp(other);
  return [...embedded, ...again];
}

/** Drops the filled templates of this run from a server that outlives it. */
async function clearUp(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'lantoa_template_%' and datname like '%\\_' || $1 || '\\_%'`,
    [RUN],
  );
  for (const { name } of rows) await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  await client.end();
}

function databaseParts(list: readonly string[], where: string, url: string): Part[] {
  const parts = shared(CHECKOUT, list, PROCESSES);
  return parts.map((part, at) =>
    testPart(CHECKOUT, `database tests ${at + 1}/${parts.length} (${where})`, part, {
      TEST_DATABASE_URL: url,
      LANTOA_TEST_RUN: RUN,
    }),
  );
}

async function journeys(): Promise<Outcome[]> {
  if (files.journeys.length === 0) return [];
  const browser = await findBrowser();
  if ('executable' in browser) {
    console.log(`  ${browser.source}`);
    return await runTogether([testPart(CHECKOUT, 'browser journeys', files.journeys)]);
  }
  const reason = `không có trình duyệt (no browser): ${browser.reason}. Đặt CHROME_PATH trỏ tới Chrome, Chromium hoặc Edge.`;
  if (!flags.includes('--browser=required'))
    return await runTogether([skippedPart('browser journeys', files.journeys.length, reason)]);
  return await runTogether([
    {
      name: 'browser journeys',
      run: async () => ({
        name: 'browser journeys',
        seconds: 0,
        passed: 0,
        failed: files.journeys.length,
        skipped: 0,
        output: reason,
      }),
    },
  ]);
}

function adminBuild(): Part {
  const name = 'build of the admin app';
  return {
    name,
    run: async () => {
      const began = performance.now();
      const output = await buildAdmin(CHECKOUT).then(
        () => '',
        (error: Error) => error.message,
      );
      return {
        name,
        seconds: (performance.now() - began) / 1000,
        passed: output ? 0 : 1,
        failed: output ? 1 : 0,
        skipped: 0,
        output,
      };
    },
  };
}
