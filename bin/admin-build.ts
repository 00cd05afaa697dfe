import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** What the admin app is made from, besides its packages: its own folder, the pure library and the contracts. */
const SOURCES = [
  { folder: 'admin', keep: (file: string) => !file.includes('.test.') },
  { folder: 'lib', keep: (file: string) => !file.includes('.test.') },
  { folder: 'server', keep: (file: string) => file.endsWith('.contract.ts') },
];
const SINGLE_FILES = ['package.json', 'package-lock.json', 'tsconfig.json'];
const RECORD = 'built-from';

/**
 * Builds the admin app into `admin/dist` if its sources are not those it was last built from. It is built aside and put
 * in place at the end, so that a running server never sees a half-written folder.
 */
export async function buildAdmin(checkout: string): Promise<'fresh' | 'built' | 'absent'> {
  if (!fs.existsSync(path.join(checkout, 'admin', 'index.html'))) return 'absent';
  const dist = path.join(checkout, 'admin', 'dist');
  const wanted = sourceHash(checkout);
  if (recordedHash(dist) === wanted) return 'fresh';
  const aside = path.join(checkout, 'var', `admin-build-${process.pid}`);
  try {
    await runVite(checkout, aside);
    fs.writeFileSync(path.join(aside, RECORD), wanted);
    replace(dist, aside);
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
  return 'built';
}

/** A hash over names and contents of everything the admin app is built from. */
export function sourceHash(checkout: string): string {
  const hash = createHash('sha256');
  for (const file of sourceFiles(checkout)) {
    hash.update(`${file}\0`);
    hash.update(fs.readFileSync(path.join(checkout, file)));
    hash.update('\0');
  }
  return hash.digest('hex');
}

function sourceFiles(checkout: string): string[] {
  const found = SOURCES.flatMap(({ folder, keep }) => filesUnder(checkout, folder).filter(keep));
  return [...found, ...SINGLE_FILES.filter((file) => fs.existsSync(path.join(checkout, file)))].sort();
}

function filesUnder(checkout: string, folder: string): string[] {
  const top = path.join(checkout, folder);
  if (!fs.existsSync(top)) return [];
  return fs.readdirSync(top, { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /^(dist.*|node_modules)$/.test(entry.name) ? [] : filesUnder(checkout, file);
    return entry.isFile() ? [file] : [];
  });
}

function recordedHash(dist: string): string | undefined {
  const file = path.join(dist, RECORD);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

function runVite(checkout: string, outDir: string): Promise<void> {
  const vite = path.join(checkout, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!fs.existsSync(vite)) return Promise.reject(new Error('vite is not installed'));
  const args = [vite, 'build', 'admin', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const child = spawn(process.execPath, args, { cwd: checkout, stdio: ['ignore', 2, 2] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`vite build: ${code}`))));
  });
}

function replace(dist: string, aside: string): void {
  const old = `${aside}-old`;
  try {
    if (fs.existsSync(dist)) fs.renameSync(dist, old);
    fs.renameSync(aside, dist);
  } catch (error) {
    // `var` may be a disk of its own: nothing can be renamed across.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    fs.rmSync(dist, { recursive: true, force: true });
    fs.cpSync(aside, dist, { recursive: true });
  }
  fs.rmSync(old, { recursive: true, force: true });
}
