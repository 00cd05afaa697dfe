import * as z from 'zod/mini';
import { endpoint, id, input, text, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

const nullable = z.nullable;
export const offerRule = z.object({
  id: z.string(),
  unitId: z.string(),
  toUnitId: z.string(),
  toUnitName: z.string(),
  /** Codes of kinds; none: every kind. */
  kinds: z.array(z.string()),
  seriesId: nullable(z.string()),
  note: z.string(),
  setByName: nullable(z.string()),
  version: z.int(),
});
export type OfferRule = z.output<typeof offerRule>;
const rules = z.object({
  items: z.array(offerRule),
  /** Units above to which a rule may send, the nearest first. */
  receivers: z.array(z.object({ id: z.string(), name: z.string() })),
});

export const listOfferRules = endpoint({
  method: 'GET',
  path: '/offer-rules',
  summary: 'What a unit offers upwards by itself as soon as it is approved',
  can: 'articles.select',
  input: input({ unitId: id() }),
  output: rules,
});

export const addOfferRule = endpoint({
  method: 'POST',
  path: '/offer-rules',
  summary: 'Offer texts of some kinds, or of a series, to a unit above as soon as they are approved',
  can: 'articles.select',
  input: input({
    id: z.optional(id()),
    unitId: id(),
    toUnitId: z.optional(id()),
    kinds: z._default(z.array(text(30)).check(z.maxLength(20)), []),
    seriesId: z._default(nullable(id()), null),
    note: z._default(text(500), ''),
  }),
  output: rules,
});

export const endOfferRule = endpoint({
  method: 'DELETE',
  path: '/offer-rules/:ruleId',
  summary: 'End a rule; what was offered by it stays',
  can: 'articles.select',
  input: input({ ruleId: id(), version: whole(1, 1e9) }),
  output: rules,
});

type Row = Record<string, unknown>;
const of = { kind: 'offer-rule' };
export const offerRuleSet = event<Row>('offer-rule.set', of);
export const offerRuleEnded = event<Row>('offer-rule.ended', of);
