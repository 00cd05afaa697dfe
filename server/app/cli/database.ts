import path from 'node:path';
import { readConfig } from '#platform/config.ts';
import { connect } from '#platform/database/connect.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import type { Db } from '#platform/tx.ts';

const CHECKOUT = path.resolve(import.meta.dirname, '../../..');

/** Runs work on the installation's database: that of DATABASE_URL, else the embedded one, started if nobody has it open. */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ checkout: CHECKOUT });
  const url = config.databaseUrl ?? embedded!.url();
  try {
    const { roles } = await migrate(url);
    const { db, close } = connect({ url, role: roles.app, max: 2, name: 'lantoa command' });
    return await work(db).finally(close);
  } finally {
    await embedded?.stop();
  }
}
