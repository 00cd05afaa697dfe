import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { ensureJobTables, JOB_SCHEMA, JOB_SCHEMA_VERSION } from './job-queue.ts';
import { APP_ROLE, ensureRoles, PORTAL_ROLE, type Roles, usableRoles } from './roles.ts';
import { hashOf, readSchemaFiles, SCHEMA_FOLDER, type SchemaFiles, type SqlFile } from './sql-files.ts';
import { StartProblem } from './start-problem.ts';

/** Where the migrator keeps its own tables. */
export const HISTORY_SCHEMA = 'migrations';

const LOCK = 7_241_108_205_513;
const FORMAT = 1;

export type MigrationReport = {
  /** Names of the migrations that ran now, in order. */
  readonly applied: readonly string[];
  /** True where the database had everything already and nothing was touched. */
  readonly upToDate: boolean;
  /** Roles for the pools; where one is undefined, connect without a role and tell the operator. */
  readonly roles: Roles;
};

/**
 * Brings a database to the state of `db/`: job tables, migrations in name order, all views made anew, grants. One
 * transaction holds it all, so a failure leaves the database as it was. Several processes may call it at once: one
 * migrates, the others wait. `url` is the owner's address and must be a direct one (no PgBouncer in transaction mode).
 */
export async function migrate(url: string, folder: string = SCHEMA_FOLDER): Promise<MigrationReport> {
  const files = readSchemaFiles(folder, `${FORMAT} ${JOB_SCHEMA_VERSION}`);
  const owner = new pg.Client({ connectionString: url, application_name: 'lantoa-migrate' });
  await owner.connect();
  try {
    if (await isUpToDate(owner, files)) return { applied: [], upToDate: true, roles: await usableRoles(owner) };
    await owner.query('select pg_advisory_lock($1)', [LOCK]);
    if (await isUpToDate(owner, files)) return { applied: [], upToDate: true, roles: await usableRoles(owner) };
    return await bringUp(owner, files);
  } finally {
    await owner.end();
  }
}

async function bringUp(owner: pg.Client, files: SchemaFiles): Promise<MigrationReport> {
  const roles = await ensureRoles(owner);
  await ensureJobTables(owner);
  const applied = await overOneConnection(owner)
    .transaction()
    .execute(async (tx) => {
      await sql`set local lock_timeout = '30s'`.execute(tx);
      await ensureHistory(tx);
      await requireUnchanged(tx, files.migrations);
      await dropViews(tx);
      const names = await runMigrations(tx, files.migrations);
      for (const view of files.views) await runFile(tx, view);
      await grant(tx, files, roles);
      await remember(tx, files);
      return names;
    });
  return { applied, upToDate: false, roles };
}

/** Kysely on the connection that holds the lock. Ending it is the owner's affair. */
function overOneConnection(owner: pg.Client): Kysely<unknown> {
  const client = { query: owner.query.bind(owner), release: () => {} };
  const pool = { connect: async () => client, end: async () => {} };
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pool as never }) });
}

async function runMigrations(tx: Transaction<unknown>, files: readonly SqlFile[]): Promise<string[]> {
  // After a failed statement the migrator's own clearing up fails too, and would hide what went wrong first.
  let first: unknown;
  const step = (file: SqlFile): Migration => ({
    up: (db) =>
      runFile(db, file).catch((error: unknown) => {
        first = error;
        throw error;
      }),
  });
  const steps = Object.fromEntries(files.map((file) => [file.name, step(file)]));
  const provider = { getMigrations: async () => steps };
  const migrator = new Migrator({ db: tx, provider, migrationTableSchema: HISTORY_SCHEMA });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw first ?? error;
  return (results ?? []).map((result) => result.migrationName);
}

async function runFile(db: Kysely<unknown>, file: SqlFile): Promise<void> {
  try {
    await sql.raw(file.text).execute(db);
  } catch (error) {
    throw new Error(`${file.name}.sql: ${explain(error, file.text)}`, { cause: error });
  }
}

/** The server's message with the line it points at. */
function explain(error: unknown, text: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  const line = error.position ? ` (line ${text.slice(0, Number(error.position) - 1).split('\n').length})` : '';
  return [error.message + line, error.detail, error.hint].filter(Boolean).join('. ');
}

async function isUpToDate(owner: pg.Client, files: SchemaFiles): Promise<boolean> {
  const { rows } = await owner.query<{ there: boolean }>(
    `select to_regclass('${HISTORY_SCHEMA}.state') is not null as there`,
  );
  if (!rows[0]!.there) return false;
  const state = await owner.query<{ fingerprint: string }>(`select fingerprint from ${HISTORY_SCHEMA}.state`);
  return state.rows[0]?.fingerprint === files.fingerprint;
}

async function ensureHistory(tx: Transaction<unknown>): Promise<void> {
  await sql`create schema if not exists ${sql.id(HISTORY_SCHEMA)}`.execute(tx);
  await sql`create table if not exists migrations.state (one boolean primary key default true check (one), fingerprint text not null, at timestamptz not null default now())`.execute(
    tx,
  );
  await sql`create table if not exists migrations.files (name text primary key, hash text not null)`.execute(tx);
}

/** Forward only: a file that has run here must not change afterwards, or two databases would differ without a word. */
async function requireUnchanged(tx: Transaction<unknown>, files: readonly SqlFile[]): Promise<void> {
  const { rows } = await sql<{ name: string; hash: string }>`select name, hash from migrations.files`.execute(tx);
  const ran = new Map(rows.map((row) => [row.name, row.hash]));
  const changed = files.filter((file) => ran.has(file.name) && ran.get(file.name) !== hashOf(file.text));
  if (changed.length === 0) return;
  const names = changed.map((file) => `${file.name}.sql`).join(', ');
  throw new StartProblem(
    `Tệp migration đã chạy bị sửa: ${names}. Hãy thêm tệp mới; với dữ liệu mẫu thì xóa thư mục var rồi chạy lại.`,
    `A migration that has run was changed: ${names}. Add a new file instead; with sample data only, delete the folder var and start again.`,
  );
}

/** Views are made anew from `db/views`, so that a migration may change what they read. */
async function dropViews(tx: Transaction<unknown>): Promise<void> {
  const { rows } = await sql<{ schema: string; name: string; kind: string }>`
    select n.nspname as schema, c.relname as name, c.relkind as kind from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('v', 'm') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', ${JOB_SCHEMA}, ${HISTORY_SCHEMA})
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`.execute(tx);
  for (const { schema, name, kind } of rows) {
    await sql`drop ${sql.raw(kind === 'm' ? 'materialized view' : 'view')} if exists ${sql.id(schema, name)} cascade`.execute(
      tx,
    );
  }
}

/** `grants.sql` is the whole truth: what it no longer grants is taken away. Without the roles there is nobody to grant to. */
async function grant(tx: Transaction<unknown>, files: SchemaFiles, roles: Roles): Promise<void> {
  if (!roles.app || !roles.portal) return;
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', ${HISTORY_SCHEMA})`.execute(
    tx,
  );
  for (const { name } of rows) {
    for (const kind of ['tables', 'sequences']) {
      await sql`revoke all on all ${sql.raw(kind)} in schema ${sql.id(name)} from ${sql.id(APP_ROLE)}, ${sql.id(PORTAL_ROLE)}`.execute(
        tx,
      );
    }
  }
  await sql`grant usage on schema ${sql.id(JOB_SCHEMA)} to ${sql.id(APP_ROLE)}`.execute(tx);
  await sql`grant select, insert, update, delete on all tables in schema ${sql.id(JOB_SCHEMA)} to ${sql.id(APP_ROLE)}`.execute(
    tx,
  );
  await sql`grant usage on all sequences in schema ${sql.id(JOB_SCHEMA)} to ${sql.id(APP_ROLE)}`.execute(tx);
  if (files.grants) await runFile(tx, { name: 'grants', text: files.grants });
}

async function remember(tx: Transaction<unknown>, files: SchemaFiles): Promise<void> {
  for (const file of files.migrations) {
    await sql`insert into migrations.files (name, hash) values (${file.name}, ${hashOf(file.text)}) on conflict (name) do nothing`.execute(
      tx,
    );
  }
  await sql`insert into migrations.state (fingerprint) values (${files.fingerprint})
    on conflict (one) do update set fingerprint = excluded.fingerprint, at = now()`.execute(tx);
}
