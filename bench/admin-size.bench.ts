/**
 * What the admin app costs to open: script of the shell (everything the first page needs) and of each route beyond it,
 * gzip -9, from the manifest of the last build. Budgets: shell 160 KB, route 60 KB.
 * Run: npx vite build --config admin/vite.config.ts && npm run bench -- admin-size
 */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

const SHELL_BUDGET = 160;
const ROUTE_BUDGET = 60;
const dist = path.join(import.meta.dirname, '../admin/dist');
const manifest = JSON.parse(fs.readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

const gzipKb = (file: string) => gzipSync(fs.readFileSync(path.join(dist, file)), { level: 9 }).length / 1024;

/** Every chunk that must be there before this one runs. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const other of manifest[key]?.imports ?? []) closure(other, seen);
  return seen;
}

const sum = (keys: Iterable<string>) =>
  [...keys].reduce((total, key) => total + gzipKb((manifest[key] as Chunk).file), 0);

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry && key.endsWith('index.html'));
if (!entry) throw new Error('admin/dist has no entry: build the admin app first');
const shell = closure(entry);
const shellKb = sum(shell);
const styles = new Set(Object.values(manifest).flatMap((chunk) => chunk.css ?? []));

const routes = Object.keys(manifest)
  .filter((key) => manifest[key]?.src && !shell.has(key) && /\.tsx?$/.test(key))
  .filter((key) => Object.values(manifest).some((chunk) => chunk.dynamicImports?.includes(key)))
  .map((key) => ({ key, kb: sum([...closure(key)].filter((one) => !shell.has(one))) }))
  .sort((a, b) => b.kb - a.kb);

const line = (name: string, kb: number, budget?: number) =>
  console.log(
    `${name.padEnd(56)} ${kb.toFixed(1).padStart(7)} KB${budget ? (kb > budget ? `  OVER ${budget}` : '') : ''}`,
  );

line('shell, script', shellKb, SHELL_BUDGET);
for (const file of styles) line(`style ${path.basename(file)}`, gzipKb(file));
for (const { key, kb } of routes) line(key.replace(/^.*?(admin\/|\.\.\/)/, ''), kb, ROUTE_BUDGET);
if (shellKb > SHELL_BUDGET || routes.some(({ kb }) => kb > ROUTE_BUDGET)) process.exitCode = 1;
