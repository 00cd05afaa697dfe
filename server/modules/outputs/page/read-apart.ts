import { Worker } from 'node:worker_threads';
import type { PageWork } from './page-thread.ts';
import type { Page } from './read-page.ts';

const MOST_MS = 8_000;

/** Reads a foreign page in a thread of its own: one that is built to take time or memory takes none of the server's. */
export function readApart(work: PageWork): Promise<Page | null | 'too-much'> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./page-thread.ts', import.meta.url), {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 },
      env: {},
      stderr: true,
    });
    const late = setTimeout(() => done('too-much'), MOST_MS);
    const done = (page: Page | null | 'too-much') => {
      clearTimeout(late);
      resolve(page);
      void thread.terminate();
    };
    thread.once('message', done);
    thread.once('error', () => done('too-much'));
    thread.once('exit', () => done('too-much'));
  });
}
