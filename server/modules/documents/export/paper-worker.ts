import { parentPort } from 'node:worker_threads';
import type { PlanDocument } from '#lib/plan-document.ts';
import { writeDocx } from './docx-writer.ts';
import { writePdf } from './pdf-writer.ts';

export type PaperFormat = 'docx' | 'pdf';

export interface PaperOrder {
  id: number;
  format: PaperFormat;
  plan: PlanDocument;
}

export type PaperReply = { id: number; bytes: Uint8Array } | { id: number; fault: string };

/** The thread that writes papers, one after the other; see `paper-press.ts`. */
parentPort?.on('message', async ({ id, format, plan }: PaperOrder) => {
  try {
    // A copy of its own buffer, so that handing it over moves it instead of copying.
    const bytes = Uint8Array.from(await (format === 'docx' ? writeDocx(plan) : writePdf(plan)));
    parentPort?.postMessage({ id, bytes } satisfies PaperReply, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id, fault: error instanceof Error ? error.message : String(error) } satisfies PaperReply);
  }
});
