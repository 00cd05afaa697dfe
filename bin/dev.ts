/**
 * npm run dev: the server and the admin app as `npm start` has them, each made anew when its files change. Same
 * address, same policy of the pages: the browser is reloaded by hand.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { installed } from './parts.ts';

const CHECKOUT = path.resolve(import.meta.dirname, '..');

const build = run(installed(CHECKOUT, 'vite', 'vite'), 'build', 'admin', '--watch', '--logLevel', 'warn');
const server = run('--watch', '--watch-preserve-output', 'server/app/main.ts', ...process.argv.slice(2));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    build.kill('SIGTERM');
    server.kill('SIGTERM');
  });
}
server.once('exit', (code) => {
  build.kill('SIGTERM');
  process.exitCode = code ?? 1;
});

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: CHECKOUT, stdio: 'inherit' });
}
