import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The statements of one .sql file. */
export type SqlFile = { readonly name: string; readonly text: string };

/** Everything the schema is made of, read from `db/`. */
export type SchemaFiles = {
  readonly migrations: readonly SqlFile[];
  readonly views: readonly SqlFile[];
  readonly grants: string;
  /** Changes whenever any of the files changes. */
  readonly fingerprint: string;
};

/** The repository's own `db` folder. */
export const SCHEMA_FOLDER = path.resolve(import.meta.dirname, '../../../db');

/** Reads a schema folder: `migrations/*.sql` and `views/*.sql` in name order, then `grants.sql`. `salt` enters the fingerprint. */
export function readSchemaFiles(folder: string, salt: string): SchemaFiles {
  const migrations = readFolder(path.join(folder, 'migrations'));
  const views = readFolder(path.join(folder, 'views'));
  const grantsFile = path.join(folder, 'grants.sql');
  const grants = fs.existsSync(grantsFile) ? fs.readFileSync(grantsFile, 'utf8') : '';
  const fingerprint = hashOf(JSON.stringify([salt, migrations, views, grants]));
  return { migrations, views, grants, fingerprint };
}

/** A short content hash; line endings do not count, so a checkout on Windows has the same one. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 32);
}

function readFolder(folder: string): SqlFile[] {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names
    .sort()
    .map((name) => ({ name: name.slice(0, -'.sql'.length), text: fs.readFileSync(path.join(folder, name), 'utf8') }));
}
