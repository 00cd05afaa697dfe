import fs from 'node:fs';
import path from 'node:path';
import { type ImportLine, importLines } from './source-text.ts';

/** A file of ours; `path` is relative to the checkout, with forward slashes. */
export type SourceFile = { readonly path: string; readonly text: string };

/** An import with the file it leads to; `target` is undefined for packages and Node's own modules. */
export type ResolvedImport = ImportLine & { readonly target: string | undefined };

export const CHECKOUT = path.resolve(import.meta.dirname, '../../..');

const FOLDERS = ['lib', 'server', 'admin', 'bin', 'e2e', 'bench', 'db'];
const SOURCE = /\.(ts|tsx|mjs|js|css|sql)$/;
const NOT_OURS = /^(node_modules|dist.*|var|coverage|\..*)$/;

/** All source files under the folders that hold code, read from the disk (git is not asked). */
export function sourceFiles(checkout: string = CHECKOUT): SourceFile[] {
  return FOLDERS.flatMap((folder) => under(checkout, folder));
}

function under(checkout: string, folder: string): SourceFile[] {
  const top = path.join(checkout, folder);
  if (!fs.existsSync(top)) return [];
  return fs.readdirSync(top, { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.test(entry.name) ? [] : under(checkout, file);
    return SOURCE.test(entry.name) ? [{ path: file, text: fs.readFileSync(path.join(checkout, file), 'utf8') }] : [];
  });
}

const ALIASES: Record<string, string> = {
  '#lib/': 'lib/',
  '#platform/': 'server/platform/',
  '#modules/': 'server/modules/',
  '#app/': 'server/app/',
};

/** The imports of a file, with relative paths and `#` aliases led back to paths from the checkout. */
export function importsOf(file: SourceFile): ResolvedImport[] {
  if (!/\.(tsx?|mjs|js)$/.test(file.path)) return [];
  return importLines(file.text).map((line) => ({ ...line, target: targetOf(file.path, line.specifier) }));
}

function targetOf(from: string, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(from), bare));
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (bare.startsWith(alias)) return folder + bare.slice(alias.length);
  }
  return undefined;
}

/** Every file that loading `start` loads, by value imports. */
export function loadedBy(start: string, files: ReadonlyMap<string, SourceFile>): Set<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const file = files.get(next);
    if (!file || seen.has(next)) continue;
    seen.add(next);
    for (const { target, kind } of importsOf(file)) if (target && kind !== 'type') open.push(target);
  }
  return seen;
}
