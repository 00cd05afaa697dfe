import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, text, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { moments, whatCounts } from '#lib/plan-parts.ts';

export const outputSources = ['pasted', 'feed', 'typed', 'newsroom'] as const;
export type OutputSource = (typeof outputSources)[number];
export const captureStates = ['waiting', 'captured', 'refused'] as const;
/** Why a page was not captured; each has a sentence (`outputs.refused.*`). */
export const captureReasons = [
  'bad-url',
  'private-address',
  'unknown-host',
  'too-many-redirects',
  'too-large',
  'timeout',
  'unreachable',
  'unreadable',
  'missing',
  'closed',
  'server-error',
  'not-a-page',
  'no-title',
] as const;
export type CaptureReason = (typeof captureReasons)[number];
export const outputActs = ['edit', 'mark', 'withdraw', 'capture', 'pick', 'unpick'] as const;
export type OutputAct = (typeof outputActs)[number];

const nullable = z.nullable;
const when = nullable(z.string());
const counts = z.enum(whatCounts);

export const capture = z.object({
  reason: nullable(z.enum(captureReasons)),
  /** The reason as a sentence in the reader's language. */
  sentence: nullable(z.string()),
  siteName: nullable(z.string()),
  /** Where the pages's day was found; null where the page names none and the day of recording stands in. */
  dateFrom: nullable(z.enum(['data', 'meta', 'time', 'text'])),
  finalUrl: nullable(z.string()),
  words: nullable(z.int()),
  at: when,
});

export const outputRow = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  teamId: nullable(z.string()),
  teamName: nullable(z.string()),
  authorName: nullable(z.string()),
  counts,
  genre: nullable(z.string()),
  title: z.string(),
  url: nullable(z.string()),
  outlet: nullable(z.string()),
  madeOn: z.string(),
  sentOn: when,
  approvedOn: when,
  publishedOn: when,
  pickedOn: when,
  pickedById: nullable(z.string()),
  pickedByName: nullable(z.string()),
  source: z.enum(outputSources),
  /** What it was made from, where it is changed: a text of the newsroom, a placement, a hand-in. */
  originKind: nullable(z.string()),
  originId: nullable(z.string()),
  fileId: nullable(z.string()),
  snapshotId: nullable(z.string()),
  captureState: nullable(z.enum(captureStates)),
  capture: nullable(capture),
  /** Whether it counts, as far as title and day are known. */
  stands: z.boolean(),
  joinedTo: nullable(z.string()),
  joinedTitle: nullable(z.string()),
  withdrawnAt: when,
  withdrawnReason: nullable(z.string()),
  recordedByName: nullable(z.string()),
  createdAt: z.string(),
  version: z.int(),
  can: z.array(z.enum(outputActs)),
});
export type OutputRow = z.output<typeof outputRow>;
export const outputDetail = z.object({
  ...outputRow.shape,
  /** The same item at other addresses. */
  joined: z.array(z.object({ id: z.string(), url: nullable(z.string()), title: z.string() })),
  /** Units above that the caller may pick it for. */
  pickers: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type OutputDetail = z.output<typeof outputDetail>;

const outputId = { outputId: id() };
const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;

export const outputShows = ['standing', 'unsure', 'withdrawn'] as const;
export const listOutputs = endpoint({
  ...get,
  path: '/outputs',
  summary: 'What units made, latest first; duplicates once',
  can: 'outputs.read',
  input: input({
    /** A unit or a team. */
    unitId: z.optional(id()),
    /** A unit with everything below it. */
    within: z.optional(id()),
    counts: z.optional(counts),
    moment: z.optional(z.enum(moments)),
    from: z.optional(day()),
    to: z.optional(day()),
    author: z.optional(text(200)),
    source: z.optional(z.enum(outputSources)),
    show: z._default(z.enum(outputShows), 'standing'),
    /** Just these, joined or not: up to 50 ids, divided by commas. */
    ids: z.optional(z.string().check(z.maxLength(2000))),
    q: z.optional(text(200)),
    ...paging,
  }),
  output: page(outputRow),
});

export const listAuthors = endpoint({
  ...get,
  path: '/outputs/authors',
  summary: 'Contributors of a unit (sổ cộng tác viên): who made how much in a time',
  can: 'outputs.read',
  input: input({ within: id(), from: day(), to: day() }),
  output: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        unitName: z.string(),
        items: z.int(),
        published: z.int(),
        picked: z.int(),
        lastOn: z.string(),
      }),
    ),
  }),
});

export const getOutput = endpoint({
  ...get,
  path: '/outputs/:outputId',
  summary: 'One item: what was captured, where it stands, its duplicates',
  can: 'outputs.read',
  input: input(outputId),
  output: outputDetail,
});

const facts = {
  counts,
  genre: nullable(text(60)),
  title: name(500),
  url: nullable(text(2000)),
  outlet: nullable(text(200)),
  madeOn: day(),
  authorName: nullable(text(200)),
  teamId: nullable(id()),
};
const optional = <T extends z.ZodMiniType>(type: T) => z.optional(type);

export const recordOutput = endpoint({
  ...post,
  path: '/outputs',
  summary: 'Record an item by hand; the same id twice records once',
  can: 'outputs.record',
  input: input({
    id: optional(id()),
    unitId: id(),
    counts: facts.counts,
    title: facts.title,
    madeOn: facts.madeOn,
    teamId: z._default(facts.teamId, null),
    genre: z._default(facts.genre, null),
    url: z._default(facts.url, null),
    outlet: z._default(facts.outlet, null),
    authorName: z._default(facts.authorName, null),
    fileId: z._default(nullable(id()), null),
    /** How far it has come by the day it counts on. */
    reached: z._default(z.enum(['sent', 'approved', 'published']), 'sent'),
  }),
  output: outputRow,
});

export const pasteAddresses = endpoint({
  ...post,
  path: '/outputs/pasted',
  summary: 'Record up to 50 addresses at once: title, day and a snapshot are captured, duplicates are joined',
  can: 'outputs.record',
  input: input({
    unitId: id(),
    teamId: z._default(nullable(id()), null),
    addresses: z.array(text(2000)).check(z.minLength(1, 'fields.required'), z.maxLength(50, 'fields.too-long')),
    authorName: z._default(nullable(text(200)), null),
  }),
  output: z.object({ items: z.array(outputRow) }),
});

export const editOutput = endpoint({
  method: 'PATCH',
  path: '/outputs/:outputId',
  summary: 'Correct an item; a corrected title and day also stand where the page could not be captured',
  can: 'outputs.record',
  input: input({
    ...outputId,
    version: version(),
    counts: optional(facts.counts),
    genre: optional(facts.genre),
    title: optional(facts.title),
    url: optional(facts.url),
    outlet: optional(facts.outlet),
    madeOn: optional(facts.madeOn),
    authorName: optional(facts.authorName),
    teamId: optional(facts.teamId),
    fileId: optional(nullable(id())),
  }),
  output: outputDetail,
});

export const markOutput = endpoint({
  method: 'PUT',
  path: '/outputs/:outputId/moments',
  summary: 'Set the days on which it was sent, approved and published; null takes a moment back',
  can: 'outputs.record',
  input: input({
    ...outputId,
    version: version(),
    sentOn: optional(nullable(day())),
    approvedOn: optional(nullable(day())),
    publishedOn: optional(nullable(day())),
  }),
  output: outputDetail,
});

export const withdrawOutput = endpoint({
  ...post,
  path: '/outputs/:outputId/withdrawal',
  summary: 'Take an item back with a reason; it and its duplicates no longer count',
  can: 'outputs.record',
  input: input({ ...outputId, version: version(), reason: name(1000) }),
  output: outputDetail,
});

export const captureOutput = endpoint({
  ...post,
  path: '/outputs/:outputId/capture',
  summary: 'Read the page again',
  can: 'outputs.record',
  input: input({ ...outputId, version: version() }),
  output: outputDetail,
});

export const pickOutput = endpoint({
  method: 'PUT',
  path: '/outputs/:outputId/pick',
  summary: 'A unit above picks the item; its unit is told',
  can: 'outputs.confirm',
  input: input({ ...outputId, version: version(), byUnitId: id() }),
  output: outputDetail,
});
export const unpickOutput = endpoint({
  method: 'DELETE',
  path: '/outputs/:outputId/pick',
  summary: 'Take the pick back',
  can: 'outputs.confirm',
  input: input({ ...outputId, version: whole(1, 1e9) }),
  output: outputDetail,
});

type Row = Record<string, unknown>;
const of = { kind: 'output', personal: ['authorName'] };
export const outputRecorded = event<Row>('output.recorded', of);
export const outputChanged = event<Row>('output.changed', of);
export const outputWithdrawn = event<Row>('output.withdrawn', of);
