import { handleOutside, onClock } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import { capturePage } from './capturing.ts';
import { recountOutputs } from './counts.sql.ts';

export function outputJobs(): void {
  handleOutside<{ outputId: string }>('outputs.capture-page', (db, data) => capturePage(db, data));
  onClock('outputs.recount', '20 2 * * *', async (tx) => {
    const wrong = await recountOutputs(tx);
    if (wrong > 0) log.error({ wrong }, 'kept figures of outputs differed from a full count and were put right');
  });
}
