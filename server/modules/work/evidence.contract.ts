import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { whatCounts } from '#lib/plan-parts.ts';

export const evidenceKinds = ['link', 'file', 'event', 'placement'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const evidenceStates = ['recorded', 'confirmed', 'refused', 'withdrawn'] as const;
export type EvidenceState = (typeof evidenceStates)[number];
export const confirmers = ['unit', 'unit-above'] as const;
export const evidenceActs = ['confirm', 'refuse', 'withdraw'] as const;
export type EvidenceAct = (typeof evidenceActs)[number];

const nullable = z.nullable;
const words = nullable(z.string());

export const evidenceFile = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() });

export const evidenceRow = z.object({
  id: z.string(),
  planId: z.string(),
  lineId: z.string(),
  lineText: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  targetId: words,
  outputId: z.string(),
  kind: z.enum(evidenceKinds),
  counts: z.enum(whatCounts),
  title: z.string(),
  url: words,
  outlet: words,
  authorName: words,
  /** The day it counts on. */
  madeOn: z.string(),
  amount: z.int(),
  place: words,
  participants: nullable(z.int()),
  note: words,
  seriesId: words,
  state: z.enum(evidenceStates),
  /** Who is asked to confirm it; null where nobody is. */
  confirmedBy: nullable(z.enum(confirmers)),
  counted: z.boolean(),
  reason: words,
  decidedByName: words,
  decidedAt: words,
  recordedByName: words,
  recordedAt: z.string(),
  files: z.array(evidenceFile),
  /** A copy of the page as it stood when the address was recorded. */
  snapshotId: words,
  /** The thematic plan in which it was recorded, where it only counts here too. */
  from: nullable(z.object({ planId: z.string(), lineId: z.string(), title: z.string() })),
  version: z.int(),
  can: z.array(z.enum(evidenceActs)),
});
export type EvidenceRow = z.output<typeof evidenceRow>;

const lineId = { lineId: id() };
const evidenceId = { evidenceId: id() };
const post = { method: 'POST' } as const;

export const recordEvidence = endpoint({
  ...post,
  path: '/activities/:lineId/evidence',
  summary:
    'Count something that was made towards an activity: an address, a file, an event, a placement, or an item of the register',
  can: 'outputs.record',
  input: input({
    ...lineId,
    id: z.optional(id()),
    /** Null for an activity without counts. */
    targetId: z._default(nullable(id()), null),
    kind: z.enum(evidenceKinds),
    /** An item that is in the register already; the other facts then stay as they are there. */
    outputId: z.optional(id()),
    title: z.optional(text(500)),
    url: z.optional(text(2000)),
    outlet: z.optional(text(200)),
    authorName: z.optional(text(200)),
    teamId: z.optional(id()),
    madeOn: z.optional(day()),
    fileIds: z._default(z.array(id()).check(z.maxLength(20, 'fields.too-long')), []),
    amount: z._default(
      z.int('fields.number').check(z.minimum(1, 'fields.number'), z.maximum(100_000, 'fields.number')),
      1,
    ),
    place: z.optional(text(300)),
    participants: z.optional(
      nullable(z.int('fields.number').check(z.minimum(0, 'fields.number'), z.maximum(10_000_000, 'fields.number'))),
    ),
    note: z.optional(text(2000)),
    seriesId: z.optional(id()),
  }),
  output: evidenceRow,
});

export const listEvidence = endpoint({
  method: 'GET',
  path: '/evidence',
  summary: 'Evidence that waits for a confirmation which the caller may give',
  can: 'outputs.confirm',
  input: input({ unitId: z.optional(id()), ...paging }),
  output: page(evidenceRow),
});

export const confirmEvidence = endpoint({
  ...post,
  path: '/evidence/:evidenceId/confirmation',
  summary: 'Confirm: from now on it counts',
  can: 'outputs.confirm',
  input: input({ ...evidenceId, version: version() }),
  output: evidenceRow,
});
export const refuseEvidence = endpoint({
  ...post,
  path: '/evidence/:evidenceId/refusal',
  summary: 'Refuse with a reason: it does not count',
  can: 'outputs.confirm',
  input: input({ ...evidenceId, version: version(), reason: name(1000) }),
  output: evidenceRow,
});
export const withdrawEvidence = endpoint({
  ...post,
  path: '/evidence/:evidenceId/withdrawal',
  summary: 'Take it back; the item stays in the register',
  can: 'outputs.record',
  input: input({ ...evidenceId, version: version(), reason: z.optional(text(1000)) }),
  output: evidenceRow,
});

type Row = Record<string, unknown>;
export const evidenceRecorded = event<Row>('evidence.recorded', { kind: 'evidence' });
export const evidenceDecided = event<Row>('evidence.decided', { kind: 'evidence' });
