import type { Db } from '../tx.ts';
import { missingMigrations } from './current.sql.ts';
import { readSchemaFiles, SCHEMA_FOLDER } from './sql-files.ts';

/**
 * A readiness check: the database has had every migration that this code was written for. One that has had more (a newer
 * release starts beside this one) is current as well; one that was restored from an older copy is not.
 */
export function migrationsCurrent(db: Db, folder: string = SCHEMA_FOLDER): () => Promise<boolean> {
  const names = readSchemaFiles(folder, '').migrations.map((file) => file.name);
  return async () => (await missingMigrations(db, names)).length === 0;
}
