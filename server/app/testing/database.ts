import { after } from 'node:test';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { type Connection, connect } from '#platform/database/connect.ts';
import { JOB_SCHEMA_VERSION } from '#platform/database/job-queue.ts';
import { migrate } from '#platform/database/migrate.ts';
import { APP_ROLE, PORTAL_ROLE } from '#platform/database/roles.ts';
import { readSchemaFiles, SCHEMA_FOLDER } from '#platform/database/sql-files.ts';
import type { DB } from '#platform/schema.ts';
import { type TestServer, testServer } from './server.ts';

/** A database of one's own, migrated, with the connections the application has. */
export type TestDatabase = {
  /** The owner's address. */
  readonly url: string;
  /** As the application connects: role lantoa_app. */
  readonly db: Kysely<DB>;
  readonly pool: pg.Pool;
  /** As the portal connects: role lantoa_portal. */
  readonly portal: Kysely<DB>;
  /** As the owner, for what a test must arrange behind the application's back. */
  readonly owner: Kysely<DB>;
  /** Drops the database; runs by itself after the tests of the file. */
  close(): Promise<void>;
};

/** Rows that many test files start from: laid into a template once, then copied with it. */
export type Filling = {
  /** Lower-case letters, digits and `_`; stands for the content: other content, other name. */
  readonly name: string;
  fill(connection: Connection): Promise<void>;
};

const LOCK = 7_241_108_205_514;
let made = 0;

/**
 * A fresh copy of the migrated schema (16-40 ms after the first), or of that schema with `filling`. Call it once per
 * test file, at the top level or in `before`.
 */
export async function testDatabase(filling?: Filling): Promise<TestDatabase> {
  const database = await cloneDatabase(filling);
  after(() => database.close());
  return database;
}

/** The same outside the test runner (benchmarks): the caller closes it. */
export async function cloneDatabase(filling?: Filling): Promise<TestDatabase> {
  const server = await testServer();
  const template = await readyTemplate(server, filling);
  const name = `lantoa_test_${process.pid}_${++made}`;
  await maintain(server, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  return open(server, name);
}

function open(server: TestServer, name: string): TestDatabase {
  const url = server.url(name);
  const app = connect({ url, role: APP_ROLE, max: 8, name });
  const portal = connect({ url, role: PORTAL_ROLE, max: 2, name });
  const owner = connect({ url, max: 2, name });
  let closing: Promise<void> | undefined;
  const close = async () => {
    await Promise.all([app, portal, owner].map((connection) => connection.close()));
    await maintain(server, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return {
    url,
    db: app.db,
    pool: app.pool,
    portal: portal.db,
    owner: owner.db,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** The name of a finished template; made now if it is not there. A half-made one never gets the final name. */
async function readyTemplate(server: TestServer, filling: Filling | undefined): Promise<string> {
  const { fingerprint } = readSchemaFiles(SCHEMA_FOLDER, `template ${JOB_SCHEMA_VERSION}`);
  const plain = `lantoa_template_${fingerprint.slice(0, 12)}`;
  await ensureTemplate(server, plain, async (name, client) => {
    await client.query(`create database ${name} template template0 encoding 'UTF8'`);
    await migrate(server.url(name));
  });
  if (!filling) return plain;
  // A server of one's own outlives this run, and what a filling lays down may change between runs.
  const filled = `${plain}_${process.env.LANTOA_TEST_RUN ?? process.pid}_${filling.name}`;
  await ensureTemplate(server, filled, async (name, client) => {
    await client.query(`create database ${name} template ${plain} strategy file_copy`);
    const connection = connect({ url: server.url(name), max: 4 });
    await filling.fill(connection).finally(() => connection.close());
  });
  return filled;
}

const ready = new Map<string, Promise<void>>();

type Make = (name: string, client: pg.Client) => Promise<void>;

function ensureTemplate(server: TestServer, name: string, make: Make): Promise<void> {
  const known = ready.get(name) ?? maintain(server, (client) => makeOnce(client, name, make));
  ready.set(name, known);
  return known;
}

async function makeOnce(client: pg.Client, name: string, make: Make): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  if ((await client.query('select from pg_database where datname = $1', [name])).rowCount === 1) return;
  const draft = `${name}_making`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await make(draft, client);
  await client.query(`alter database ${draft} rename to ${name}`);
}

/** One short connection to the server's own database; ending it also ends what it locked. */
async function maintain<T>(server: TestServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.maintenanceUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
