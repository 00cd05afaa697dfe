import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { testServer } from '#app/testing/server.ts';
import { printSchema } from './catalogue.ts';
import { connect } from './connect.ts';
import { JOB_SCHEMA } from './job-queue.ts';
import { HISTORY_SCHEMA, migrate } from './migrate.ts';

const server = await testServer();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantoa-migrate-'));
const names: string[] = [];

async function maintain(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.maintenanceUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A new, empty database and a schema folder with these files. */
async function fresh(
  files: Record<string, string>,
): Promise<{ url: string; db: string; write(files: Record<string, string>): void }> {
  const name = `lantoa_migrate_${process.pid}_${names.length}`;
  names.push(name);
  await maintain(`create database ${name} template template0 encoding 'UTF8'`);
  const db = path.join(folder, name);
  const write = (more: Record<string, string>) => {
    for (const [file, text] of Object.entries(more)) {
      fs.mkdirSync(path.dirname(path.join(db, file)), { recursive: true });
      fs.writeFileSync(path.join(db, file), text);
    }
  };
  write(files);
  return { url: server.url(name), db, write };
}

after(async () => {
  for (const name of names) await maintain(`drop database if exists ${name} with (force)`);
  fs.rmSync(folder, { recursive: true, force: true });
});

async function rows(url: string, statement: string, role?: string): Promise<unknown[]> {
  const { pool, close } = connect({ url, role });
  return await pool
    .query(statement)
    .then((result) => result.rows)
    .finally(close);
}

const two = {
  'migrations/0001-people.sql': `create table people (id int primary key, name text not null); insert into people values (1, 'Lò Thị Mai');`,
  'migrations/0002-born.sql': 'alter table people add born date;',
  'views/names.sql': 'create view names as select name from people;',
  'grants.sql': 'grant select on people, names to lantoa_app; grant select on names to lantoa_portal;',
};

test('runs what is new, in name order, and then nothing', async () => {
  const { url, db, write } = await fresh(two);
  assert.deepEqual((await migrate(url, db)).applied, ['0001-people', '0002-born']);
  assert.equal((await migrate(url, db)).upToDate, true);
  write({ 'migrations/0003-more.sql': `insert into people values (2, 'Vàng A Páo');` });
  assert.deepEqual((await migrate(url, db)).applied, ['0003-more']);
  assert.deepEqual(await rows(url, 'select count(*) as n from people'), [{ n: 2 }]);
});

test('of several that migrate at once one does it and the others wait', async () => {
  const { url, db } = await fresh(two);
  const reports = await Promise.all([1, 2, 3, 4].map(() => migrate(url, db)));
  assert.equal(reports.filter(({ upToDate }) => !upToDate).length, 1);
});

test('a failure leaves the database as it was, and says file and line', async () => {
  const { url, db, write } = await fresh(two);
  await migrate(url, db);
  write({
    'migrations/0003-good.sql': 'create table good (id int);',
    'migrations/0004-bad.sql': 'create table fine (id int);\ncreate tabel broken (id int);',
  });
  await assert.rejects(migrate(url, db), /0004-bad\.sql: syntax error at or near "tabel" \(line 2\)/);
  assert.deepEqual(
    await rows(
      url,
      `select to_regclass('good') as good, to_regclass('fine') as fine, (select count(*) from names) as names`,
    ),
    [{ good: null, fine: null, names: 1 }],
  );
});

test('a migration that has run must not change, whatever its line endings', async () => {
  const { url, db, write } = await fresh(two);
  await migrate(url, db);
  write({ 'migrations/0001-people.sql': `${two['migrations/0001-people.sql']}\n-- more` });
  await assert.rejects(migrate(url, db), /đã chạy bị sửa: 0001-people\.sql/);
  write({
    'migrations/0001-people.sql': two['migrations/0001-people.sql'],
    'migrations/0003-lines.sql': 'create table a (id int);\r\ncreate table b (id int);\r\n',
  });
  await migrate(url, db);
  write({
    'migrations/0003-lines.sql': 'create table a (id int);\ncreate table b (id int);\n',
    'views/names.sql': 'create view names as select name, born from people;',
  });
  assert.deepEqual((await migrate(url, db)).applied, []);
});

test('views are made anew, so a migration may change what they read', async () => {
  const { url, db, write } = await fresh(two);
  await migrate(url, db);
  write({
    'migrations/0003-rename.sql':
      'alter table people alter name type varchar(80); alter table people rename name to full_name;',
    'views/names.sql': `create schema if not exists public_site; create view names as select full_name as name from people; create materialized view public_site.count as select count(*) from people;`,
  });
  await migrate(url, db);
  write({ 'views/names.sql': 'create view names as select born, full_name from people;' });
  await migrate(url, db);
  assert.deepEqual(await rows(url, `select full_name, to_regclass('public_site.count') as count from names`), [
    { full_name: 'Lò Thị Mai', count: null },
  ]);
});

test('the grants are the whole truth: what is no longer granted is taken away', async () => {
  const { url, db, write } = await fresh(two);
  const { roles } = await migrate(url, db);
  assert.deepEqual(roles, { app: 'lantoa_app', portal: 'lantoa_portal' });
  assert.equal((await rows(url, 'select name from people', 'lantoa_app')).length, 1);
  await assert.rejects(rows(url, 'select name from people', 'lantoa_portal'), /permission denied/);
  await assert.rejects(rows(url, 'delete from people', 'lantoa_app'), /permission denied/);
  write({ 'grants.sql': 'grant select on names to lantoa_app;' });
  await migrate(url, db);
  await assert.rejects(rows(url, 'select name from people', 'lantoa_app'), /permission denied/);
});

test('the application may use the job tables, which the migration made', async () => {
  const { url, db } = await fresh(two);
  await migrate(url, db);
  await rows(url, `select pgboss.create_queue('x', '{"policy": "standard"}')`, 'lantoa_app');
  assert.deepEqual(await rows(url, 'select name from pgboss.queue', 'lantoa_app'), [{ name: 'x' }]);
});

test('an owner that may not make roles is told so by their absence, and everything else works', async () => {
  const { url, db } = await fresh(two);
  const login = `lantoa_plain_${process.pid}`;
  await maintain(`create role ${login} login password 'only-here' nocreaterole`);
  try {
    const address = new URL(url);
    await maintain(`alter database ${address.pathname.slice(1)} owner to ${login}`);
    address.username = login;
    address.password = 'only-here';
    assert.deepEqual((await migrate(address.href, db)).roles, { app: undefined, portal: undefined });
    assert.equal((await rows(address.href, 'select name from people')).length, 1);
  } finally {
    await maintain(`drop database ${new URL(url).pathname.slice(1)} with (force)`);
    await maintain(`drop role ${login}`);
  }
});

test('the printed schema is the same every time and names columns, constraints and indexes', async () => {
  const { url, db } = await fresh({
    ...two,
    'migrations/0003-born.sql': `create index people_born on people (born) where born is not null; alter table people add constraint people_grown check (born < '2020-01-01');`,
  });
  await migrate(url, db);
  const print = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return await printSchema(client, [JOB_SCHEMA, HISTORY_SCHEMA]).finally(() => client.end());
  };
  const text = await print();
  assert.equal(text, await print());
  for (const part of [
    'table people\n  id integer not null\n  name text not null\n  born date\n',
    "constraint people_grown CHECK ((born < '2020-01-01'::date))",
    'CREATE INDEX people_born ON public.people USING btree (born) WHERE (born IS NOT NULL)',
    'view names',
  ]) {
    assert.ok(text.includes(part), part);
  }
  assert.doesNotMatch(text, /pgboss|kysely/);
});

test("options in the owner's address are kept beside the role", async () => {
  const { url, db } = await fresh(two);
  await migrate(url, db);
  const address = `${url}?options=-c%20search_path%3Dpgboss,public`;
  assert.deepEqual(
    await rows(address, `select current_user as who, current_setting('search_path') as path`, 'lantoa_app'),
    [{ who: 'lantoa_app', path: 'pgboss,public' }],
  );
});
