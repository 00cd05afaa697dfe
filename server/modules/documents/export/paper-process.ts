import type { FormDocument, PlanDocument } from '#lib/plan-document.ts';
import { writeDocx } from './docx-writer.ts';
import { writeForms } from './forms-docx.ts';
import { writePdf } from './pdf-writer.ts';
import type { Sheet } from './sheet.ts';
import { writeXlsx } from './xlsx-writer.ts';

export type PaperFormat = 'docx' | 'pdf';

/** What is to be written: a plan as a paper, forms bound in one document, or tables as a workbook. */
export type PaperWork =
  | { format: PaperFormat; plan: PlanDocument }
  | { format: 'forms'; forms: FormDocument[] }
  | { format: 'xlsx'; sheets: Sheet[] };
export type PaperOrder = PaperWork & { id: number };

export type PaperReply = { id: number; bytes: Uint8Array } | { id: number; fault: string };

const reply = (message: PaperReply) => process.send?.(message);

/** The process that writes papers, one after the other; see `paper-press.ts`. Run by itself it has nothing to do. */
process.on('message', async ({ id, ...work }: PaperOrder) => {
  try {
    reply({ id, bytes: await written(work) });
  } catch (error) {
    reply({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});

function written(work: PaperWork): Promise<Uint8Array> | Uint8Array {
  if (work.format === 'xlsx') return writeXlsx(work.sheets);
  if (work.format === 'forms') return writeForms(work.forms);
  return work.format === 'docx' ? writeDocx(work.plan) : writePdf(work.plan);
}

// Ctrl-C reaches the whole group, but papers that the server still waits for are finished: it ends us by letting go.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
