import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { articleText } from './articles.contract.ts';

/** offered → accepted → picked; returned with a reason; withdrawn by the one who offers, while it is not picked. */
export const offerStates = ['offered', 'accepted', 'returned', 'picked', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];
export const offerActs = ['accept', 'return', 'pick', 'unpick', 'withdraw', 'edit-own', 'publish', 'offer-on'] as const;
export type OfferAct = (typeof offerActs)[number];

const nullable = z.nullable;
const when = nullable(z.string());

export const offerRow = z.object({
  id: z.string(),
  articleId: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.string(),
  /** Whose story it is, and who wrote it: the credit stays with them however far it goes. */
  originUnitId: z.string(),
  originUnitName: z.string(),
  credit: z.string(),
  leadCutId: nullable(z.string()),
  /** Who offers, and to whom. */
  unitId: z.string(),
  unitName: z.string(),
  toUnitId: z.string(),
  toUnitName: z.string(),
  versionN: z.int(),
  state: z.enum(offerStates),
  note: z.string(),
  reason: nullable(z.string()),
  dueOn: when,
  /** Days past `dueOn` while it waits; else 0. */
  late: z.int(),
  offeredByName: nullable(z.string()),
  offeredAt: z.string(),
  decidedByName: nullable(z.string()),
  decidedAt: when,
  editionId: nullable(z.string()),
  /** The receiver shows it on its own site. */
  published: z.boolean(),
  version: z.int(),
  can: z.array(z.enum(offerActs)),
});
export type OfferRow = z.output<typeof offerRow>;

/** A stop on the story's way: where it came, in which state, since when, by whom. */
export const wayStop = z.object({
  key: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  what: z.enum(['approved', 'published', 'offered', 'accepted', 'returned', 'picked', 'withdrawn']),
  at: z.string(),
  byName: nullable(z.string()),
  note: nullable(z.string()),
});
export type WayStop = z.output<typeof wayStop>;

const unitName = z.object({ id: z.string(), name: z.string() });
const edition = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  stage: z.string(),
  live: z.boolean(),
  /** What it changed may be read beside the origin (`editionChanges`). */
  compare: z.boolean(),
  /** An edition of a unit above may begin with its words (`fromEditionId`). */
  usable: z.boolean(),
});
export const offerDetail = z.object({
  ...offerRow.shape,
  /** Exactly the words that were offered, whatever was written since. */
  text: z.omit(articleText, { version: true, savedAt: true, savedByName: true }),
  /** A newer version was published at the origin since this one was offered. */
  corrected: z.boolean(),
  way: z.array(wayStop),
  editions: z.array(edition),
  /** Units above the receiver to which it may be offered on. */
  above: z.array(unitName),
});
export type OfferDetail = z.output<typeof offerDetail>;

const articleId = { articleId: id() };
const offerId = { offerId: id() };
const get = { method: 'GET', can: 'articles.read' } as const;

export const offerArticle = endpoint({
  method: 'POST',
  path: '/articles/:articleId/offers',
  summary:
    'Offer the approved or published version to a unit above; once for each receiver. A unit that picked it may offer it on',
  can: 'articles.select',
  input: input({
    ...articleId,
    /** Who offers: the unit whose story it is, or one that picked it. Without: the story's own unit. */
    unitId: z.optional(id()),
    /** Without: the unit above on the working line. */
    toUnitId: z.optional(id()),
    /** What the caller saw: an approval that was given anew since then is not offered unseen. */
    contentHash: z.optional(text(100)),
    note: z._default(text(1000), ''),
    dueOn: z._default(nullable(day()), null),
  }),
  output: offerRow,
});

export const articleOffers = endpoint({
  ...get,
  path: '/articles/:articleId/offers',
  summary: 'Where a story was offered and how it goes there; where it may be offered now',
  input: input(articleId),
  output: z.object({
    items: z.array(offerRow),
    way: z.array(wayStop),
    editions: z.array(edition),
    /** For each unit of the caller's that may offer it now: to whom, the nearest first. */
    may: z.array(z.object({ unitId: z.string(), unitName: z.string(), to: z.array(unitName) })),
    contentHash: nullable(z.string()),
  }),
});

export const listOffers = endpoint({
  ...get,
  path: '/offers',
  summary: 'Stories that units below offered to a unit, or that it offered upwards; latest first',
  input: input({
    unitId: id(),
    side: z._default(z.enum(['received', 'sent']), 'received'),
    state: z.optional(z.enum(offerStates)),
    kind: z.optional(text(30)),
    /** Of this unit below only. */ fromUnitId: z.optional(id()),
    /** Past the day that was named, and not decided. */ late: z.optional(z.enum(['1'])),
    q: z.optional(text(200)),
    ...paging,
  }),
  output: page(offerRow),
});

export const getOffer = endpoint({
  ...get,
  path: '/offers/:offerId',
  summary: 'One offered story with exactly the words that were offered, and the way it came',
  input: input(offerId),
  output: offerDetail,
});

export const decideOffers = endpoint({
  method: 'POST',
  path: '/offers/decisions',
  summary:
    'Accept, return with a reason, pick, take a pick back with a reason, or withdraw one offer or many. Of many, those that cannot be decided that way are left out and named',
  can: 'articles.select',
  input: input({
    act: z.enum(['accept', 'return', 'pick', 'unpick', 'withdraw']),
    reason: z.optional(name(1000)),
    offers: z
      .array(z.strictObject({ id: id(), version: version() }))
      .check(z.minLength(1, 'fields.required'), z.maxLength(100, 'fields.too-many')),
  }),
  output: z.object({
    items: z.array(offerRow),
    skipped: z.array(z.object({ id: z.string(), title: z.string(), sentence: z.string() })),
  }),
});

type Row = Record<string, unknown>;
const of = { kind: 'offer', personal: ['credit'] };
export const offerMade = event<Row>('offer.made', of);
export const offerAccepted = event<Row>('offer.accepted', of);
export const offerReturned = event<Row>('offer.returned', of);
export const offerPicked = event<Row>('offer.picked', of);
export const offerUnpicked = event<Row>('offer.unpicked', of);
export const offerWithdrawn = event<Row>('offer.withdrawn', of);
