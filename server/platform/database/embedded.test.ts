import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { databaseAccount } from './account.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { throwawayParents } from './folders.ts';
import { freePort } from './ports.ts';
import { isAlive } from './process-identity.ts';
import { startThrowaway, sweep } from './throwaway.ts';

const CHECKOUT = path.resolve(import.meta.dirname, '../../..');
const parent = throwawayParents(databaseAccount())[0]!;
const folders: string[] = [];

function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(parent, 'lantoa-embedded-'));
  folders.push(folder);
  return folder;
}

after(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

const start = (folder: string) => startEmbedded({ checkout: CHECKOUT, folder, throwaway: true });

async function ask<T>(server: EmbeddedServer, question: string): Promise<T> {
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  const { rows } = await client.query(question);
  await client.end();
  return rows[0] as T;
}

/** Another process that starts the server on `folder`, tells its pid and whether it adopted it, and stays. */
function starter(folder: string, then = 'setInterval(() => {}, 1000);'): ChildProcess {
  const module = pathToFileURL(path.join(import.meta.dirname, 'embedded.ts')).href;
  const script = `import { startEmbedded } from ${JSON.stringify(module)};
    const { pid, port, adopted } = await startEmbedded(${JSON.stringify({ checkout: CHECKOUT, folder, throwaway: true })});
    console.log(JSON.stringify({ pid, port, adopted }));
    ${then}`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function told(child: ChildProcess): Promise<{ pid: number; port: number; adopted: boolean }> {
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return JSON.parse(line.toString()) as { pid: number; port: number; adopted: boolean };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('begins with nothing: UTF-8 in byte order, on loopback, at a port that the system does not hand out', async () => {
  const server = await start(newFolder());
  assert.equal(server.adopted, false);
  assert.ok(server.port < 32768);
  const question = `select current_database() as name, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
    current_setting('listen_addresses') as listens from pg_database where datname = current_database()`;
  assert.deepEqual(await ask(server, question), {
    name: 'lantoa',
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
    listens: '127.0.0.1',
  });
  await server.stop();
  assert.equal(isAlive(server.pid), false);
});

test('what was written is there after a stop and a start', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await ask(first, `create table kept as select 'Đặng Thị Hạnh' as name`);
  await first.stop();
  const second = await start(folder);
  assert.deepEqual(await ask(second, 'select name from kept'), { name: 'Đặng Thị Hạnh' });
  assert.equal(second.port, first.port);
  await second.stop();
});

test('a second start on the same folder adopts the server, and only the starter stops it', async () => {
  const folder = newFolder();
  const first = await start(folder);
  const second = await start(folder);
  assert.deepEqual([second.adopted, second.pid, second.port], [true, first.pid, first.port]);
  await second.stop();
  assert.equal(isAlive(first.pid), true);
  await first.stop();
  assert.equal(isAlive(first.pid), false);
});

test('a server whose starter was killed is adopted, and then belongs to whoever adopted it', async () => {
  const folder = newFolder();
  const child = starter(folder);
  const left = await told(child);
  await kill(child);
  assert.equal(isAlive(left.pid), true);
  const server = await start(folder);
  assert.deepEqual([server.adopted, server.pid], [true, left.pid]);
  await server.stop();
  assert.equal(isAlive(left.pid), false);
});

test('a process that ends without stopping its server does not leave it behind', async () => {
  const folder = newFolder();
  const child = starter(folder, 'process.exit(1);');
  const { port } = await told(child);
  if (child.exitCode === null) await once(child, 'exit');
  const server = await start(folder);
  assert.equal(server.adopted, false);
  assert.equal(server.port, port);
  await server.stop();
});

test('of three that start at once one starts the server and the others adopt it', async () => {
  const folder = newFolder();
  const children = [starter(folder), starter(folder), starter(folder)];
  const answers = await Promise.all(children.map(told));
  assert.equal(new Set(answers.map(({ pid }) => pid)).size, 1);
  assert.deepEqual(answers.map(({ adopted }) => adopted).sort(), [false, true, true]);
  await Promise.all(children.map(kill));
  await (await start(folder)).stop();
});

test('a pid file that outlived its server does not stand in the way, whoever has that number now', async () => {
  const folder = newFolder();
  const pidFile = path.join(folder, 'cluster', 'data', 'postmaster.pid');
  const first = await start(folder);
  const lines = fs.readFileSync(pidFile, 'utf8').split('\n');
  await first.stop();
  const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(gone, 'exit');
  for (const pid of [gone.pid!, process.pid]) {
    fs.writeFileSync(pidFile, [pid, ...lines.slice(1)].join('\n'));
    const server = await start(folder);
    assert.equal(server.adopted, false);
    await server.stop();
  }
});

test('a taken port is passed over, and what listens there is left alone', async () => {
  const folder = newFolder();
  const taken = await freePort(folder);
  const other = net.createServer((socket) => socket.end('other')).listen(taken, '127.0.0.1');
  await once(other, 'listening');
  const server = await start(folder);
  assert.notEqual(server.port, taken);
  assert.ok(server.port < 32768);
  await server.stop();
  other.close();
});

test('a database that was cut short in the making is made again', async () => {
  const folder = newFolder();
  fs.mkdirSync(path.join(folder, 'making', 'data'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'making', 'data', 'PG_VERSION'), '18\n');
  const server = await start(folder);
  assert.deepEqual(await ask(server, 'select 1 as one'), { one: 1 });
  assert.equal(fs.existsSync(path.join(folder, 'making')), false);
  await server.stop();
});

test('data of another PostgreSQL is refused with what to do, and left as it is', async () => {
  const folder = newFolder();
  fs.mkdirSync(path.join(folder, 'cluster', 'data'), { recursive: true });
  const version = path.join(folder, 'cluster', 'data', 'PG_VERSION');
  fs.writeFileSync(version, '17\n');
  await assert.rejects(start(folder), /là của PostgreSQL 17, bản kèm theo là 18/);
  assert.equal(fs.readFileSync(version, 'utf8'), '17\n');
});

test('a start that fails says what PostgreSQL said', async () => {
  const folder = newFolder();
  await (await start(folder)).stop();
  fs.appendFileSync(path.join(folder, 'cluster', 'data', 'postgresql.conf'), "\nno_such_setting = 'x'\n");
  await assert.rejects(start(folder), /no_such_setting/);
});

test('a throwaway server leaves nothing behind, and the next run clears up after a killed one', async () => {
  const server = await startThrowaway(CHECKOUT);
  assert.equal(fs.existsSync(server.folder), true);
  await server.stop();
  assert.equal(fs.existsSync(server.folder), false);

  const killed = fs.mkdtempSync(path.join(parent, 'lantoa-test-'));
  const child = starter(killed);
  const { port } = await told(child);
  fs.writeFileSync(path.join(killed, 'owner'), `${child.pid}:0`);
  await kill(child);
  sweep(parent);
  assert.equal(fs.existsSync(killed), false);
  await assert.rejects(once(net.connect(port, '127.0.0.1'), 'connect'), /ECONNREFUSED/);
});
