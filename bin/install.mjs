// Plain JavaScript for Node 18 or later, without dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** @param {string} checkout absolute path of the working copy */
const placesIn = (checkout) => ({
  lock: path.join(checkout, 'package-lock.json'),
  record: path.join(checkout, 'node_modules', '.lantoa-installed'),
  npmRecord: path.join(checkout, 'node_modules', '.package-lock.json'),
  busy: path.join(checkout, 'var', 'installing'),
});

/**
 * Installs what package-lock.json names, unless exactly that is installed. Says so on the error stream.
 * @param {string} checkout absolute path of the working copy
 * @returns {boolean} true where it installed something
 */
export function ensureInstalled(checkout) {
  if (isInstalled(checkout)) return false;
  const places = placesIn(checkout);
  return whileAlone(places.busy, () => {
    if (isInstalled(checkout)) return false;
    console.error('Đang cài đặt thư viện theo package-lock.json, lần đầu mất chừng một phút…');
    console.error('Installing the dependencies named in package-lock.json; the first time takes about a minute…');
    runNpm(checkout);
    fs.writeFileSync(places.record, lockHash(places.lock));
    return true;
  });
}

/**
 * True where our own record, or else npm's, says that the installed packages are those of the lock file.
 * @param {string} checkout absolute path of the working copy
 */
export function isInstalled(checkout) {
  const { lock, record, npmRecord } = placesIn(checkout);
  if (!fs.existsSync(npmRecord)) return false;
  const hash = lockHash(lock);
  if (fs.existsSync(record) && fs.readFileSync(record, 'utf8') === hash) return true;
  if (!sameVersions(readPackages(lock), readPackages(npmRecord))) return false;
  fs.writeFileSync(record, hash);
  return true;
}

/**
 * Everything the lock names is there in that very version; only optional packages (other systems') may be missing.
 * @param {Record<string, { version?: string, integrity?: string, optional?: boolean }>} wanted
 * @param {Record<string, { version?: string, integrity?: string }>} found
 */
export function sameVersions(wanted, found) {
  return Object.entries(wanted).every(([name, { version, integrity, optional }]) => {
    if (name === '') return true;
    const there = found[name];
    if (!there) return optional === true;
    return there.version === version && there.integrity === integrity;
  });
}

/** @param {string} file */
function readPackages(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {};
}

/** @param {string} file */
function lockHash(file) {
  const text = fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return createHash('sha256').update(text).digest('hex');
}

/** @param {string} checkout */
function runNpm(checkout) {
  const exact = npm(checkout, ['ci'], 'pipe');
  if (exact.status === 0) return;
  const said = String(exact.stderr ?? '');
  // `npm ci` refuses a lock file without the packages of other systems, which a partial registry mirror cannot name;
  // `npm install` takes the same versions from the lock and leaves them out.
  const tolerant = said.includes('EUSAGE') ? npm(checkout, ['install', '--no-save'], 'inherit') : exact;
  if (tolerant.status === 0) return;
  if (tolerant === exact) console.error(said.trim());
  console.error('Cài đặt không xong. Hãy kiểm tra mạng và quyền ghi thư mục node_modules rồi chạy lại.');
  console.error(
    'The installation did not finish. Check the network and whether node_modules is writable, then run it again.',
  );
  process.exit(tolerant.status || 1);
}

/**
 * The npm that called us where there is one, else the one on the PATH.
 * @param {string} checkout @param {string[]} command @param {'pipe' | 'inherit'} errors
 */
function npm(checkout, command, errors) {
  const args = [...command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const caller = process.env.npm_execpath;
  // What npm sets for its own scripts (NODE_ENV, npm_config_omit …) must not thin out the installation.
  const env = { ...process.env, NODE_ENV: '', npm_config_omit: '', npm_config_production: '' };
  const stdio = /** @type {import('node:child_process').StdioOptions} */ (['ignore', 2, errors]);
  if (caller && path.basename(caller) === 'npm-cli.js') {
    return spawnSync(process.execPath, [caller, ...args], { cwd: checkout, env, stdio });
  }
  return spawnSync('npm', args, { cwd: checkout, env, stdio, shell: process.platform === 'win32' });
}

/**
 * Two commands started at once on a fresh clone would remove each other's node_modules.
 * @template T @param {string} file @param {() => T} work @returns {T}
 */
function whileAlone(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const clock = new Int32Array(new SharedArrayBuffer(4));
  while (!claim(file)) Atomics.wait(clock, 0, 0, 200);
  const release = () => fs.rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function claim(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (holderIsGone(file)) fs.rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function holderIsGone(file) {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'));
    if (!pid) return Date.now() - fs.statSync(file).mtimeMs > 5000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}
