import * as z from 'zod/mini';
import { day, endpoint, id, input, name, text, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

const nullable = z.nullable;

/** Tuyến bài: several products with one aim, between an activity and its articles. */
export const series = z.object({
  id: z.string(),
  planId: z.string(),
  lineId: nullable(z.string()),
  lineText: nullable(z.string()),
  unitId: z.string(),
  title: z.string(),
  aim: nullable(z.string()),
  fromOn: nullable(z.string()),
  toOn: nullable(z.string()),
  /** Pieces of evidence that belong to it and count. */
  pieces: z.int(),
  version: z.int(),
  can: z.array(z.enum(['edit', 'delete'])),
});
export type Series = z.output<typeof series>;

const facts = {
  title: name(300),
  aim: z._default(nullable(text(2000)), null),
  lineId: z._default(nullable(id()), null),
  fromOn: z._default(nullable(day()), null),
  toOn: z._default(nullable(day()), null),
};
const seriesId = { seriesId: id() };

export const listSeries = endpoint({
  method: 'GET',
  path: '/plans/:planId/series',
  summary: 'Series of a plan with how many pieces each has',
  can: 'plans.read',
  input: input({ planId: id() }),
  output: z.object({ items: z.array(series), can: z.array(z.enum(['add'])) }),
});
export const addSeries = endpoint({
  method: 'POST',
  path: '/plans/:planId/series',
  summary: 'Begin a series under a plan or one of its activities',
  can: 'outputs.record',
  input: input({ planId: id(), id: z.optional(id()), ...facts }),
  output: series,
});
export const editSeries = endpoint({
  method: 'PUT',
  path: '/series/:seriesId',
  summary: 'Change a series',
  can: 'outputs.record',
  input: input({ ...seriesId, version: version(), ...facts }),
  output: series,
});
export const deleteSeries = endpoint({
  method: 'DELETE',
  path: '/series/:seriesId',
  summary: 'Delete a series; its pieces stay evidence of the activity',
  can: 'outputs.record',
  input: input({ ...seriesId, version: whole(1, 1e9) }),
  output: z.object({}),
});
export const assignSeries = endpoint({
  method: 'PUT',
  path: '/evidence/:evidenceId/series',
  summary: 'Put a piece of evidence into a series of the same plan, or take it out (null)',
  can: 'outputs.record',
  input: input({ evidenceId: id(), seriesId: nullable(id()) }),
  output: z.object({}),
});

type Row = Record<string, unknown>;
export const seriesChanged = event<Row>('series.changed', { kind: 'series' });
