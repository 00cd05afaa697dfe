import * as z from 'zod/mini';
import { endpoint, id, input, name, page, paging } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

export const importKinds = ['schools', 'people'] as const;
export type ImportKind = (typeof importKinds)[number];

export const importedRow = z.object({
  /** Line of the table as a spreadsheet numbers it (the heading is 1). */
  row: z.number(),
  /** What happens, or happened, with it. */
  outcome: z.enum(['new', 'changed', 'unchanged']),
  /** School or person. */
  name: z.string(),
  /** Unit it belongs to. */
  unitName: z.string(),
  /** Code or e-mail address by which the same row is known again. */
  key: z.nullable(z.string()),
});

export const refusedRow = z.object({
  row: z.number(),
  name: z.string(),
  /** One sentence in the caller's language. */
  reason: z.string(),
});

export const importReport = z.object({
  kind: z.enum(importKinds),
  fileName: z.string(),
  /** False for a preview: nothing was written. */
  committed: z.boolean(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  /** Accepted rows; at most 1,000 are listed, the counts are of all. */
  accepted: z.array(importedRow),
  refused: z.array(refusedRow),
});
export type ImportReport = z.output<typeof importReport>;

/** The body is the .xlsx or .csv file itself. Sent without `commit` it is checked only. */
export const importTable = endpoint({
  method: 'POST',
  path: '/units/:unitId/imports',
  summary:
    'Reads a table of schools or people below the unit; first without commit for a preview, then with commit=yes',
  can: 'people.manage',
  input: input({ unitId: id(), kind: z.enum(importKinds), fileName: name(200), commit: z.optional(z.enum(['yes'])) }),
  output: importReport,
});

export const listImports = endpoint({
  method: 'GET',
  path: '/units/:unitId/imports',
  summary: 'Tables that were read for the unit, newest first',
  can: 'people.manage',
  input: input({ unitId: id(), ...paging }),
  output: page(
    z.object({
      id: z.string(),
      kind: z.enum(importKinds),
      fileName: z.string(),
      accepted: z.number(),
      refused: z.array(refusedRow),
      personName: z.string(),
      at: z.string(),
    }),
  ),
});

export const getSampleTable = endpoint({
  method: 'GET',
  path: '/import-samples/:kind',
  summary: 'A table to fill in (.csv, UTF-8), with the headings that are understood and two rows as an example',
  can: 'people.manage',
  input: input({ kind: z.enum(importKinds) }),
  output: z.unknown(),
});

export const tableImported = event<{
  kind: string;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
}>('table.imported', {
  kind: 'import',
});
