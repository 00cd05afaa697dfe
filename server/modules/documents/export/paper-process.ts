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

const reply = (message: PaperReply) => process.send?.(message);

/** The process that writes papers, one after the other; see `paper-press.ts`. Run by itself it has nothing to do. */
process.on('message', async ({ id, format, plan }: PaperOrder) => {
  try {
    reply({ id, bytes: await (format === 'docx' ? writeDocx(plan) : writePdf(plan)) });
  } catch (error) {
    reply({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});

// Ctrl-C reaches the whole group, but papers that the server still waits for are finished: it ends us by letting go.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
