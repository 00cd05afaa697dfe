import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { newId } from '#lib/id.ts';
import { hashToken, newToken } from '#modules/access/tokens.ts';
import { migrate } from '#platform/database/migrate.ts';
import { freePort } from '#platform/database/ports.ts';
import { serverSettings } from '#platform/database/settings.ts';
import { startThrowaway } from '#platform/database/throwaway.ts';

const checkout = path.resolve(import.meta.dirname, '..');
export const since = (began: number): string => ((performance.now() - began) / 1000).toFixed(2);

/** A throwaway database with rows of real size. `db` is a bare client: laying millions of rows takes longer than the server's own may. */
export interface Sector {
  url: string;
  db: pg.Client;
  /** The role the server itself works as. */
  role: string | undefined;
  rows<T extends object>(query: string, values?: unknown[]): Promise<T[]>;
  /** Lays the rows of a file of this folder, and says how long it took. */
  lay(file: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startSector(): Promise<Sector> {
  const server = await startThrowaway(checkout);
  const url = server.url();
  const { roles } = await migrate(url);
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  // Plans are made as where people work; a throwaway server is set up for tests.
  const { random_page_cost, work_mem, effective_cache_size } = serverSettings();
  for (const [name, value] of Object.entries({ random_page_cost, work_mem, effective_cache_size }))
    await db.query(
      `do $$ begin execute format('alter database %I set ${name} = ''${value}''', current_database()); end $$`,
    );
  return {
    url,
    db,
    role: roles.app,
    rows: async <T extends object>(query: string, values: unknown[] = []) =>
      (await db.query(query, values)).rows as T[],
    lay: async (file) => {
      const began = performance.now();
      await db.query(await readFile(path.join(import.meta.dirname, file), 'utf8'));
      await db.query('analyze');
      console.log(`${file} laid in ${since(began)} s`);
    },
    stop: async () => {
      await db.end();
      await server.stop();
    },
  };
}

/** A session of somebody, for the cookie. */
export async function signIn(db: pg.Client, personId: string): Promise<string> {
  const token = newToken();
  await db.query(
    `insert into sessions (id, token_hash, person_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [newId(), hashToken(token), personId],
  );
  return token;
}

/** The same for somebody with a role at a unit, by the unit's number. */
export async function signInAt({ db, rows }: Sector, unitNo: number): Promise<string> {
  const [person] = await rows<{ id: string }>(
    'select g.person_id as id from grants g join units u on u.id = g.unit_id where u.no = $1 limit 1',
    [unitNo],
  );
  return await signIn(db, person!.id);
}

/** One after the other: a client takes one query at a time. */
export const inTurn = async <T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> => {
  const done: R[] = [];
  for (const one of list) done.push(await work(one));
  return done;
};

export interface Unit {
  id: string;
  no: number;
  path: string;
}

/** Sixteen departments, each with its communes. */
export async function departmentsOf({ rows }: Sector): Promise<{ departments: Unit[]; communesOf: Unit[][] }> {
  const ofKind = 'select id, no, path from units where kind = $1 order by no';
  const departments = (await rows<Unit>(ofKind, ['province-department'])).slice(0, 16);
  const communes = await rows<Unit>(ofKind, ['commune-office']);
  return { departments, communesOf: departments.map((d) => communes.filter((c) => c.path.startsWith(d.path))) };
}

export interface Served {
  origin: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** The server as it is served, a process of its own, ready and at rest. */
export async function serveApart(url: string): Promise<Served> {
  const port = await freePort(`bench ${process.pid}`);
  const origin = `http://127.0.0.1:${port}`;
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
  process.once('exit', () => app.kill('SIGKILL'));
  app.once('exit', (code) => {
    if (code !== 0) throw new Error(`the server ended with ${code}`);
  });
  const isReady = () =>
    fetch(`${origin}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    );
  while (!(await isReady())) await pause(50);
  await pause(3000);
  return {
    origin,
    process: app,
    stop: async () => {
      app.kill('SIGTERM');
      await once(app, 'exit');
    },
  };
}
