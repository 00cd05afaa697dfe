import * as z from 'zod/mini';
import { endpoint, id, input, name, page, paging, text, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { pictureFinding } from './media.contract.ts';

export const handInStates = ['collecting', 'sent', 'received', 'returned'] as const;
export type HandInState = (typeof handInStates)[number];
export const handInActs = ['edit', 'send', 'receive', 'return'] as const;
export type HandInAct = (typeof handInActs)[number];
/** More than anybody chooses from. */
export const mostPictures = 300;

const nullable = z.nullable;
const when = nullable(z.string());

/** The photos of one semester that a unit hands to the one above. */
export const handIn = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  toUnitId: z.string(),
  toUnitName: z.string(),
  /** A school year by the year in which it starts. */
  schoolYear: z.int(),
  semester: z.int(),
  state: z.enum(handInStates),
  dueOn: when,
  note: z.string(),
  /** Collected, and chosen of them. */
  collected: z.int(),
  chosen: z.int(),
  sentAt: when,
  decidedAt: when,
  decidedByName: nullable(z.string()),
  reason: nullable(z.string()),
  receiptNo: nullable(z.int()),
  version: z.int(),
  can: z.array(z.enum(handInActs)),
});
export type HandIn = z.output<typeof handIn>;

export const handInItem = z.object({
  mediaId: z.string(),
  cutId: z.string(),
  topic: z.string(),
  chosen: z.boolean(),
  name: z.string(),
  caption: z.string(),
  credit: z.string(),
  albumTitle: nullable(z.string()),
  /** What stands against it, in words; null where nothing does, or where the reader does not send. */
  finding: nullable(pictureFinding),
});
export type HandInItem = z.output<typeof handInItem>;
export const handInWhole = z.object({ handIn, items: z.array(handInItem) });
export type HandInWhole = z.output<typeof handInWhole>;

const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;
const handInId = { handInId: id() };
const semester = { schoolYear: whole(2000, 2100), semester: whole(1, 2) };

export const listTopics = endpoint({
  ...get,
  path: '/hand-ins/topics',
  summary: 'What photos are filed under',
  can: 'media.read',
  input: input({}),
  output: z.object({ items: z.array(z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() })) }),
});

export const listHandIns = endpoint({
  ...get,
  path: '/hand-ins',
  summary: 'What a unit hands in, the newest semester first; and the semester that runs now',
  can: 'media.read',
  input: input({ unitId: id() }),
  output: z.object({
    items: z.array(handIn),
    /** The semester of today, with the day its photos are due; null above the last unit. */
    now: nullable(z.object({ schoolYear: z.int(), semester: z.int(), dueOn: when, toUnitName: z.string() })),
    can: z.array(z.enum(['begin'])),
  }),
});

export const beginHandIn = endpoint({
  ...post,
  path: '/hand-ins',
  summary: 'Begin to collect the photos of a semester; asked twice it is one',
  can: 'media.manage',
  input: input({ unitId: id(), ...semester }),
  output: handInWhole,
});

export const getHandIn = endpoint({
  ...get,
  path: '/hand-ins/:handInId',
  summary: 'One hand-in with its photos and what stands against each',
  can: 'media.read',
  input: input(handInId),
  output: handInWhole,
});

export const putHandInItems = endpoint({
  method: 'PUT',
  path: '/hand-ins/:handInId/items',
  summary: 'The photos in their order: under which topic, chosen or not; those left out are taken out',
  can: 'media.manage',
  input: input({
    ...handInId,
    version: version(),
    note: text(1000),
    items: z
      .array(z.object({ mediaId: id(), cutId: id(), topic: text(40), chosen: z.boolean() }))
      .check(z.maxLength(mostPictures, 'fields.too-long')),
  }),
  output: handInWhole,
});

export const collectAlbum = endpoint({
  ...post,
  path: '/hand-ins/:handInId/albums',
  summary: 'Take in all photos of an album that are not there yet',
  can: 'media.manage',
  input: input({ ...handInId, version: version(), albumId: id(), topic: text(40) }),
  output: handInWhole,
});

export const sendHandIn = endpoint({
  ...post,
  path: '/hand-ins/:handInId/sending',
  summary: 'Send the chosen photos up; each must be fit to be shown (409 with what stands against them)',
  can: 'media.manage',
  input: input({ ...handInId, version: version() }),
  output: handInWhole,
});

export const receiveHandIn = endpoint({
  ...post,
  path: '/hand-ins/:handInId/receipt',
  summary: 'Receive: the receipt gets its number',
  can: 'media.manage',
  input: input({ ...handInId, version: version() }),
  output: handInWhole,
});
export const returnHandIn = endpoint({
  ...post,
  path: '/hand-ins/:handInId/return',
  summary: 'Give back with a reason; the photos are no longer shown to the unit above',
  can: 'media.manage',
  input: input({ ...handInId, version: version(), reason: name(1000) }),
  output: handInWhole,
});

/** Binary reply, so no output schema. */
export const receiptPaper = endpoint({
  ...get,
  path: '/hand-ins/:handInId/receipt',
  summary: 'The receipt (biên nhận) as .docx: number, counts by topic, list',
  can: 'media.read',
  input: input(handInId),
  output: z.unknown(),
});

export const listReceived = endpoint({
  ...get,
  path: '/hand-ins/received',
  summary: 'Which units directly below have handed in the photos of a semester, and which have not',
  can: 'media.manage',
  input: input({ unitId: id(), ...semester, ...paging }),
  output: z.object({
    ...page(
      z.object({
        unitId: z.string(),
        unitName: z.string(),
        handInId: nullable(z.string()),
        state: nullable(z.enum(handInStates)),
        chosen: z.int(),
        sentAt: when,
        receiptNo: nullable(z.int()),
      }),
    ).shape,
    dueOn: when,
    /** All units below, those that sent, those whose photos were received. */
    units: z.int(),
    sent: z.int(),
    received: z.int(),
  }),
});

type Row = Record<string, unknown>;
const of = { kind: 'hand-in' };
export const handInBegun = event<Row>('hand-in.begun', of);
export const handInSent = event<Row>('hand-in.sent', of);
export const handInReceived = event<Row>('hand-in.received', of);
export const handInReturned = event<Row>('hand-in.returned', of);
