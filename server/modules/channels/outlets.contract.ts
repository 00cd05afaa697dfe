import * as z from 'zod/mini';
import { endpoint, id, input, name, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

export const outletKinds = ['newspaper', 'radio', 'tv', 'loudspeaker', 'banner', 'social', 'other'] as const;
export type OutletKind = (typeof outletKinds)[number];

const nullable = z.nullable;
export const outletRow = z.object({
  id: z.string(),
  unitId: z.string(),
  kind: z.enum(outletKinds),
  name: z.string(),
  /** The host of its pages: an address recorded there is known to be its own. */
  host: nullable(z.string()),
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
  note: z.string(),
  onPressList: z.boolean(),
  endedOn: nullable(z.string()),
  /** What stood there. */
  placed: z.int(),
  version: z.int(),
});
export type OutletRow = z.output<typeof outletRow>;

const outletId = { outletId: id() };
/** One plain address, or nothing. */
const email = () =>
  z.string().check(
    z.trim(),
    z.maxLength(200, 'fields.too-long'),
    z.refine(
      (value) => value === '' || /^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\]+\.[^\s@,;:<>"()[\]\\]+$/.test(value),
      'fields.email',
    ),
  );
const facts = {
  kind: z.enum(outletKinds),
  name: name(200),
  host: nullable(text(200)),
  contactName: text(200),
  contactEmail: email(),
  contactPhone: text(50),
  note: text(1000),
  onPressList: z.boolean(),
};

export const listOutlets = endpoint({
  method: 'GET',
  path: '/outlets',
  summary: 'Newspapers, stations, loudspeakers and places for banners that a unit works with, by name',
  can: 'placements.record',
  input: input({
    unitId: id(),
    kind: z.optional(z.enum(outletKinds)),
    /** Only those on the press list. */ press: z.optional(z.enum(['1'])),
    ended: z.optional(z.enum(['1'])),
    q: z.optional(text(200)),
    ...paging,
  }),
  output: page(outletRow),
});

export const addOutlet = endpoint({
  method: 'POST',
  path: '/outlets',
  summary: 'Take up an outlet; the same id twice takes it up once',
  can: 'placements.record',
  input: input({
    id: z.optional(id()),
    unitId: id(),
    kind: facts.kind,
    name: facts.name,
    host: z._default(facts.host, null),
    contactName: z._default(facts.contactName, ''),
    contactEmail: z._default(facts.contactEmail, ''),
    contactPhone: z._default(facts.contactPhone, ''),
    note: z._default(facts.note, ''),
    onPressList: z._default(facts.onPressList, false),
  }),
  output: outletRow,
});

export const editOutlet = endpoint({
  method: 'PATCH',
  path: '/outlets/:outletId',
  summary: 'Correct an outlet, put it on the press list, or end the work with it',
  can: 'placements.record',
  input: input({
    ...outletId,
    version: version(),
    kind: z.optional(facts.kind),
    name: z.optional(facts.name),
    host: z.optional(facts.host),
    contactName: z.optional(facts.contactName),
    contactEmail: z.optional(facts.contactEmail),
    contactPhone: z.optional(facts.contactPhone),
    note: z.optional(facts.note),
    onPressList: z.optional(facts.onPressList),
    ended: z.optional(z.boolean()),
  }),
  output: outletRow,
});

type Row = Record<string, unknown>;
/** Contact people of outlets are no officials: their names and numbers may have to be erased. */
const of = { kind: 'outlet', personal: ['contactName', 'contactEmail', 'contactPhone'] };
export const outletAdded = event<Row>('outlet.added', of);
export const outletChanged = event<Row>('outlet.changed', of);
