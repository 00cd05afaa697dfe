import * as z from 'zod/mini';
import { endpoint, id, input, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { askStates } from './cascade.contract.ts';

const nullable = z.nullable;
const planId = { planId: id() };
const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;

export const listWishes = endpoint({
  ...get,
  path: '/plans/:planId/wishes',
  summary: 'Đề nghị điều chỉnh: what units wish changed, undecided first',
  can: 'plans.send',
  input: input({ ...planId, ...paging }),
  output: page(
    z.object({
      /** '<unitId>.<lineId>' */
      id: z.string(),
      unitId: z.string(),
      unitName: z.string(),
      lineId: z.string(),
      lineText: z.string(),
      reason: z.string(),
      decision: nullable(z.enum(['accepted', 'declined'])),
      decisionNote: nullable(z.string()),
      at: z.string(),
      version: z.int(),
    }),
  ),
});
export const decideWish = endpoint({
  ...post,
  path: '/plans/:planId/wishes/:unitId/:lineId/decision',
  summary: 'Agree to a wish (the unit is free of the line as it stands) or ask for the line all the same',
  can: 'plans.send',
  input: input({
    ...planId,
    unitId: id(),
    lineId: id(),
    version: version(),
    decision: z.enum(['accepted', 'declined']),
    note: z._default(nullable(text(2000)), null),
  }),
  output: z.object({ state: z.enum(askStates), version: z.int() }),
});

type Row = Record<string, unknown>;
export const wishDecided = event<Row>('ask.decided', { kind: 'addressee' });
