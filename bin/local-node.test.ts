import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const CHECKOUT = path.resolve(import.meta.dirname, '..');
const MODULE = new URL('./local-node.mjs', import.meta.url).href;
const { isNewEnough, localNode } = (await import(MODULE)) as {
  isNewEnough(version: string): boolean;
  localNode(checkout: string): string;
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantoa-node-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A process that becomes `script`, as the commands do. */
function becoming(name: string, script: string): ChildProcess {
  const file = path.join(folder, name);
  fs.writeFileSync(file, script);
  const inside = path.relative(CHECKOUT, file);
  const code = `import { become } from ${JSON.stringify(MODULE)}; become(${JSON.stringify(CHECKOUT)}, ${JSON.stringify(inside)}, ['có dấu']);`;
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
}

const firstLine = async (child: ChildProcess) => String((await once(child.stdout!, 'data'))[0]).trim();

test('the installed Node is taken, and told by its full path', () => {
  const node = localNode(CHECKOUT);
  assert.ok(path.isAbsolute(node));
  assert.ok(node.startsWith(path.join(CHECKOUT, 'node_modules')));
});

test('without it the running Node serves if it is new enough', () => {
  assert.equal(localNode(folder), process.execPath);
  const cases: [string, boolean][] = [
    ['20.20.2', false],
    ['24.6.9', false],
    ['24.7.0', true],
    ['26.0.0', true],
  ];
  for (const [version, enough] of cases) assert.equal(isNewEnough(version), enough, version);
});

test('arguments and the exit code pass through', async () => {
  const child = becoming('exit.mjs', `console.log(process.argv[2]); process.exitCode = 7;`);
  assert.equal(await firstLine(child), 'có dấu');
  assert.deepEqual(await once(child, 'exit'), [7, null]);
});

test('a signal reaches the script, which ends in its own way', async () => {
  const child = becoming(
    'stop.mjs',
    `process.once('SIGTERM', () => { console.log('stopping'); process.exit(3); }); setInterval(() => {}, 1000); console.log('ready');`,
  );
  assert.equal(await firstLine(child), 'ready');
  child.kill('SIGTERM');
  assert.equal(await firstLine(child), 'stopping');
  assert.deepEqual(await once(child, 'exit'), [3, null]);
});

test('a script whose starter is killed is asked to stop', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  const script = `import net from 'node:net'; const line = net.connect(${port}, '127.0.0.1');
    process.once('SIGTERM', () => line.end('stopped', () => process.exit(0))); setInterval(() => {}, 1000); line.write('ready ');`;
  const child = becoming('tethered.mjs', script);
  const [socket] = (await once(server, 'connection')) as [net.Socket];
  const said: string[] = [];
  socket.on('data', (piece) => said.push(String(piece)));
  await once(socket, 'data');
  child.kill('SIGKILL');
  await once(socket, 'end');
  assert.equal(said.join(''), 'ready stopped');
  server.close();
});
