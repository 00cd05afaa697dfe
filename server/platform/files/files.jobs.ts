import { handleOutside, onClockOutside } from '../jobs.ts';
import type { Db } from '../tx.ts';
import * as sql from './files.sql.ts';
import { fileStore } from './store.ts';
import { deleteOldUploads } from './uploads.sql.ts';

const DAY = 24 * 3600 * 1000;
const AT_ONCE = 500;

export interface Swept {
  files: number;
  contents: number;
}

/** Removes what is older than a day and nobody keeps: unfinished uploads, files no row points at, bytes of no file. */
export async function sweep(db: Db, now: Date): Promise<Swept> {
  const before = new Date(now.getTime() - DAY);
  await deleteOldUploads(db, before);
  const files = await sql.deleteUnreferenced(db, before);
  let contents = 0;
  let some: string[] = [];
  for await (const kept of fileStore().list()) {
    if (kept.storedAt >= before) continue;
    if (some.push(kept.sha256) < AT_ONCE) continue;
    contents += await dropUnused(db, some, before);
    some = [];
  }
  contents += await dropUnused(db, some, before);
  return { files, contents };
}

/** Removes those of the contents that nothing stands on and that were stored before the given time. */
export async function dropUnused(db: Db, hashes: readonly string[], storedBefore: Date): Promise<number> {
  if (hashes.length === 0) return 0;
  const used = await sql.contentsInUse(db, hashes);
  let dropped = 0;
  for (const hash of hashes) if (!used.has(hash) && (await fileStore().remove(hash, storedBefore))) dropped++;
  return dropped;
}

export function fileJobs(): void {
  onClockOutside('files.sweep', '20 * * * *', async (db) => {
    await sweep(db, new Date());
  });
  handleOutside<{ hashes: string[]; storedBefore: string }>('files.drop-contents', async (db, job) => {
    await dropUnused(db, job.hashes, new Date(job.storedBefore));
  });
}
