import { enqueue, handleOutside, onClock } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import type { Tx } from '#platform/tx.ts';
import { capturePage } from './capturing.ts';
import { recountOutputs } from './counts.sql.ts';
import { readItem } from './feed-items.ts';
import { readHost } from './feed-reading.ts';
import { dueHosts, forgetItems } from './feeds.sql.ts';

/** One job a host: however many feeds a host serves, it is asked by one reader at a time. */
async function enqueueDueHosts(tx: Tx, now: Date): Promise<void> {
  for (const host of await dueHosts(tx, now)) await enqueue(tx, 'outputs.read-host', { host }, { once: host });
}

async function recount(tx: Tx): Promise<void> {
  const wrong = await recountOutputs(tx);
  if (wrong > 0) log.error({ wrong }, 'kept figures of outputs differed from a full count and were put right');
  await forgetItems(tx, new Date(Date.now() - 400 * 86_400_000));
}

export function outputJobs(): void {
  handleOutside<{ outputId: string }>('outputs.capture-page', (db, data) => capturePage(db, data));
  handleOutside<{ host: string }>('outputs.read-host', (db, data) => readHost(db, data));
  handleOutside<{ feedId: string; url: string }>('outputs.read-item', (db, data) => readItem(db, data));
  onClock('outputs.read-feeds', '*/5 * * * *', (tx) => enqueueDueHosts(tx, new Date()));
  onClock('outputs.recount', '20 2 * * *', recount);
}
