import * as z from 'zod/mini';
import { day, endpoint, id, input, page, paging } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

const span = { unitId: id(), from: day(), to: day() };
const get = { method: 'GET' } as const;

export const outputList = endpoint({
  ...get,
  path: '/units/:unitId/output-list',
  summary: 'Danh mục tin, bài: what a unit and those below it made in a time, as .docx or .xlsx',
  can: 'outputs.read',
  input: input({ ...span, format: z.enum(['docx', 'xlsx']) }),
  output: z.any(),
});

export const standingReport = endpoint({
  ...get,
  path: '/units/:unitId/standing-report',
  summary: 'Tình hình triển khai: plans, activities, answers and coverage of a unit in a time, as .docx or .xlsx',
  can: 'plans.read',
  input: input({ ...span, format: z.enum(['docx', 'xlsx']) }),
  output: z.any(),
});

/** The figures behind both papers, for the screen: what will stand in them. */
export const reportFigures = endpoint({
  ...get,
  path: '/units/:unitId/report-figures',
  summary: 'How much stands in the papers of a unit and time',
  can: 'plans.read',
  input: input(span),
  output: z.object({
    outputs: z.int(),
    units: z.int(),
    plans: z.int(),
    activities: z.int(),
    due: z.int(),
    done: z.int(),
    evidence: z.int(),
  }),
});

export const dossier = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  from: z.string(),
  to: z.string(),
  planTitle: z.nullable(z.string()),
  state: z.enum(['waiting', 'ready', 'failed']),
  fileId: z.nullable(z.string()),
  bytes: z.nullable(z.number()),
  items: z.nullable(z.int()),
  leftOut: z.nullable(z.int()),
  requestedByName: z.string(),
  requestedAt: z.string(),
});
export type Dossier = z.output<typeof dossier>;

export const listDossiers = endpoint({
  ...get,
  path: '/dossiers',
  summary: 'Hồ sơ minh chứng that were put together, latest first',
  can: 'plans.read',
  input: input({ unitId: id(), ...paging }),
  output: page(dossier),
});
export const makeDossier = endpoint({
  method: 'POST',
  path: '/dossiers',
  summary: 'Put a unit’s evidence of a time together; the asker is told when it is ready',
  can: 'outputs.record',
  input: input({ id: id(), ...span, planId: z._default(z.nullable(id()), null) }),
  output: dossier,
});

type Row = Record<string, unknown>;
export const dossierAsked = event<Row>('dossier.asked', { kind: 'dossier' });
export const dossierMade = event<Row>('dossier.made', { kind: 'dossier' });
