/**
 * From `npm start` to the address, after the packages are installed: with the admin app to build, and without; and what
 * the server weighs a few seconds later, without PostgreSQL. Uses the database of this working copy, as `npm start` does.
 * Run: npm run bench -- start [rounds]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const checkout = path.resolve(import.meta.dirname, '..');
const rounds = Number(process.argv[2] ?? 3);
const port = 8462;
const dataDir = mkdtempSync(path.join(tmpdir(), 'lantoa-bench-'));

async function start(): Promise<{ seconds: number; megabytes: number }> {
  const at = performance.now();
  const child = spawn(process.execPath, [path.join(checkout, 'bin/start.mjs')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  child.once('exit', (code) => {
    if (code) throw new Error(`npm start ended with ${code}`);
  });
  while (
    !(await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (r) => r.ok,
      () => false,
    ))
  )
    await pause(20);
  const seconds = (performance.now() - at) / 1000;
  await pause(5000);
  const status = process.platform === 'linux' ? readFileSync(`/proc/${serverOf(child.pid!)}/status`, 'utf8') : '';
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  child.kill('SIGTERM');
  await once(child, 'exit');
  return { seconds, megabytes };
}

/** The server takes the place of the starter, or is its only child. */
function serverOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  const node = children.find(
    (child) => child > 0 && readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('main.ts'),
  );
  return node ?? pid;
}

const list = (values: number[], digits: number) => values.map((v) => v.toFixed(digits)).join(' ');
for (const [name, before] of [
  ['with the admin build', () => rmSync(path.join(checkout, 'admin/dist'), { recursive: true, force: true })],
  ['without', () => {}],
] as const) {
  const seconds: number[] = [];
  const megabytes: number[] = [];
  for (let i = 0; i < rounds; i++) {
    before();
    const run = await start();
    seconds.push(run.seconds);
    megabytes.push(run.megabytes);
  }
  console.log(`start ${name}: ${list(seconds, 2)} s; server at rest ${list(megabytes, 0)} MB`);
}
rmSync(dataDir, { recursive: true, force: true });
