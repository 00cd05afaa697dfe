import { handleOutside, onClock } from '#platform/jobs.ts';
import { drawCut } from './drawing.ts';
import { watchRights } from './rights.ts';

export function mediaJobs(): void {
  // Two queues: a cut that somebody waits for does not stand behind a hundred photos that come in.
  handleOutside<{ cutId: string }>('media.read-photo', drawCut);
  handleOutside<{ cutId: string }>('media.draw-cut', drawCut);
  onClock('media.watch-rights', '20 0 * * *', (tx) => watchRights(tx, new Date()));
}
