/**
 * npm run dev: the server and the admin app as `npm start` has them, made anew when their files change: the app by
 * Vite into `admin/dist`, the server by a restart (about a second). Same address, same policy of the pages; the
 * browser is reloaded by hand.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installed } from './parts.ts';

const CHECKOUT = path.resolve(import.meta.dirname, '..');
const WATCHED = ['server', 'lib', 'db', 'admin/dist'];
const CALM_MS = 200;

const build = run(installed(CHECKOUT, 'vite', 'vite'), 'build', 'admin', '--watch', '--logLevel', 'warn');
let server = run('server/app/main.ts', ...process.argv.slice(2));
let stopping = false;
let restarting = false;
let calm: NodeJS.Timeout | undefined;

for (const folder of WATCHED) watch(path.join(CHECKOUT, folder));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: CHECKOUT, stdio: 'inherit' });
}

/** One save may touch many files: the restart waits until nothing has changed for a moment. */
function watch(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.watch(folder, { recursive: true }, (_event, file) => {
    if (stopping || /\.test\.ts$/.test(file ?? '')) return;
    clearTimeout(calm);
    calm = setTimeout(restart, CALM_MS);
  });
}

function restart(): void {
  if (restarting) return;
  restarting = true;
  afterServer(() => {
    restarting = false;
    if (!stopping) server = run('server/app/main.ts', ...process.argv.slice(2));
  });
}

function afterServer(then: () => void): void {
  if (server.exitCode !== null || server.signalCode !== null) then();
  else server.once('exit', then).kill('SIGTERM');
}

function stop(): void {
  stopping = true;
  build.kill('SIGTERM');
  afterServer(() => process.exit(0));
}
