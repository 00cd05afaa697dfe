import * as z from 'zod/mini';
import { endpoint, id, input, page, paging } from '#lib/contract.ts';

const row = z.nullable(z.record(z.string(), z.unknown()));

export const auditRecord = z.object({
  id: z.string(),
  at: z.string(),
  event: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  personId: z.nullable(z.string()),
  personName: z.nullable(z.string()),
  unitName: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  before: row,
  after: row,
  /** Names of the people, units, plans and documents whose ids stand in the row, as they are called now. */
  names: z.record(z.string(), z.string()),
});
export type AuditRecord = z.output<typeof auditRecord>;

export const listAudit = endpoint({
  method: 'GET',
  path: '/audit',
  summary: 'Who changed what, newest first',
  can: 'audit.read',
  input: input({
    subjectKind: z.optional(z.string()),
    subjectId: z.optional(id()),
    personId: z.optional(id()),
    ...paging,
  }),
  output: page(auditRecord),
});
