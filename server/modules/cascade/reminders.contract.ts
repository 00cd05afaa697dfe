import * as z from 'zod/mini';
import { endpoint, id, input, text } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { addresseeStates } from './cascade.contract.ts';
import { unitFilter } from './coverage.contract.ts';

const nullable = z.nullable;
const planId = { planId: id() };
const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;

export const previewReminder = endpoint({
  ...get,
  path: '/plans/:planId/reminder-preview',
  summary: 'Whom a reminder would reach, and the text to paste into Zalo',
  can: 'plans.send',
  input: input({ ...planId, ...unitFilter }),
  output: z.object({
    units: z.int(),
    people: z.int(),
    withoutAccount: z.int(),
    /** Units that got a letter about this plan within the hour: they get the notice, but no second letter. */
    mailedLately: z.int(),
    /** The first of those names, in official order. */
    names: z.array(z.string()),
    /** Polite text with names and the short link. */
    text: z.string(),
  }),
});
export const remind = endpoint({
  ...post,
  path: '/plans/:planId/reminders',
  summary: 'Remind exactly the units of a filter, in the inbox and by mail',
  can: 'plans.send',
  input: input({
    ...planId,
    id: id(),
    filter: z.object({
      within: unitFilter.within,
      states: z.optional(z.array(z.enum(addresseeStates))),
      late: unitFilter.late,
      kind: unitFilter.kind,
      lineId: unitFilter.lineId,
      lineState: unitFilter.lineState,
      account: unitFilter.account,
    }),
    message: text(2000).check(z.minLength(1, 'fields.required')),
  }),
  output: z.object({
    id: z.string(),
    units: z.int(),
    people: z.int(),
    /** Of those, units that got no second letter because one left within the hour. */
    mailedLately: z.int(),
  }),
});
export const listReminders = endpoint({
  ...get,
  path: '/plans/:planId/reminders',
  summary: 'Reminders that were sent, latest first',
  can: 'plans.send',
  input: input(planId),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        /** Days after the due day where the rule sent it; null for a person's. */
        stepDays: nullable(z.int()),
        message: z.string(),
        units: z.int(),
        people: z.int(),
        sentByName: nullable(z.string()),
        sentAt: z.string(),
      }),
    ),
  }),
});

type Row = Record<string, unknown>;
export const unitsReminded = event<Row>('reminder.sent', { kind: 'reminder' });
