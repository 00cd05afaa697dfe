import path from 'node:path';
import { readConfig } from '#platform/config.ts';
import { connect } from '#platform/database/connect.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { startJobs } from '#platform/jobs.ts';
import type { Db } from '#platform/tx.ts';
import { declareJobs } from '../subscriptions.ts';

const CHECKOUT = path.resolve(import.meta.dirname, '../../..');

/** Runs work on the installation's database: that of DATABASE_URL, else the embedded one, started if nobody has it open. */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ checkout: CHECKOUT });
  const url = config.databaseUrl ?? embedded!.url();
  try {
    const { roles } = await migrate(url);
    const { db, close } = connect({ url, role: roles.app, max: 2, name: 'lantoa command' });
    // What a command writes has its consequences too: they wait in the outbox for the next worker.
    declareJobs(config);
    const jobs = await startJobs(url, db, { work: false, role: roles.app });
    try {
      return await work(db);
    } finally {
      await jobs.stop();
      await close();
    }
  } finally {
    await embedded?.stop();
  }
}
