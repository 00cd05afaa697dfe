import type { FormDocument, PlanDocument } from '#lib/plan-document.ts';
import type { FileReply } from '#platform/route.ts';
import { pressForms, pressPaper, pressSheets } from './export/paper-press.ts';
import type { Sheet, SheetCell, SheetValue } from './export/sheet.ts';

export { writeXlsx } from './export/xlsx-writer.ts';
export type { Sheet, SheetCell, SheetValue };

/** The plan as a Word document in the layout of Decree 30/2020/NĐ-CP; written in a process of its own. */
export const writeDocx = (plan: PlanDocument): Promise<Uint8Array> => pressPaper('docx', plan);

/** Forms to fill in by hand as one Word document, each beginning a page; in the same process. */
export const writeForms = (forms: FormDocument[]): Promise<Uint8Array> => pressForms(forms);

/** A large workbook, in the same process of its own; small ones are written at once (`writeXlsx`). */
export const writeLargeXlsx = (sheets: Sheet[]): Promise<Uint8Array> => pressSheets(sheets);

/** The plan as a tagged PDF/A-2a with the same look; written in a process of its own. */
export const writePdf = (plan: PlanDocument): Promise<Uint8Array> => pressPaper('pdf', plan);

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What was written as a file to keep, under a name that gets the ending of its format. */
export const writtenFile = (body: Uint8Array, name: string, format: keyof typeof mediaTypes): FileReply => ({
  body,
  bytes: body.byteLength,
  name: `${name}.${format}`,
  mediaType: mediaTypes[format],
  disposition: 'attachment',
});
