import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { outletKinds } from './outlets.contract.ts';

/**
 * asked → placed → removal-asked → removed or impossible; asked → refused; a placement recorded by mistake is cancelled.
 */
export const placementStates = [
  'asked',
  'placed',
  'removal-asked',
  'removed',
  'impossible',
  'refused',
  'cancelled',
] as const;
export type PlacementState = (typeof placementStates)[number];
/** Why something is to be taken down or put right at an outlet. */
export const removals = ['withdrawal', 'correction', 'taken-down'] as const;
export type Removal = (typeof removals)[number];
export const placementActs = ['record', 'refuse', 'close', 'cancel'] as const;
export type PlacementAct = (typeof placementActs)[number];

const nullable = z.nullable;
const when = nullable(z.string());
export const placementRow = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  outletId: z.string(),
  outletName: z.string(),
  outletKind: z.enum(outletKinds),
  subjectKind: z.string(),
  subjectId: z.string(),
  title: z.string(),
  subjectUnitName: z.string(),
  state: z.enum(placementStates),
  askedAt: when,
  letter: nullable(z.enum(['waiting', 'sent', 'refused'])),
  letterAt: when,
  placedOn: when,
  url: when,
  scanFileId: when,
  versionN: nullable(z.int()),
  pictures: z.int(),
  outputId: when,
  /** The item it was joined to because the address was recorded before, as a sentence. */
  joined: nullable(z.string()),
  note: z.string(),
  reason: nullable(z.string()),
  removal: nullable(z.enum(removals)),
  actBy: when,
  /** Days past `actBy`; 0 while there is time. */
  late: z.int(),
  closedAt: when,
  recordedByName: nullable(z.string()),
  createdAt: z.string(),
  version: z.int(),
  can: z.array(z.enum(placementActs)),
});
export type PlacementRow = z.output<typeof placementRow>;

const placementId = { placementId: id() };
const post = { method: 'POST', can: 'placements.record' } as const;

/** What is said of a text that stood somewhere: where it can be seen, or the scan of it. */
export const stood = {
  placedOn: day(),
  url: z._default(nullable(text(2000)), null),
  scanFileId: z._default(nullable(id()), null),
  note: z._default(text(1000), ''),
};

export const placementShows = ['all', 'asked', 'placed', 'tasks', 'closed'] as const;
export const listPlacements = endpoint({
  method: 'GET',
  path: '/placements',
  summary: 'What stood in newspapers, on the air, from loudspeakers and on banners, latest first',
  can: 'placements.record',
  input: input({
    unitId: id(),
    /** Of this subject only. */ subjectId: z.optional(id()),
    show: z._default(z.enum(placementShows), 'all'),
    kind: z.optional(z.enum(outletKinds)),
    outletId: z.optional(id()),
    from: z.optional(day()),
    to: z.optional(day()),
    q: z.optional(text(200)),
    ...paging,
  }),
  output: page(placementRow),
});

export const getPlacement = endpoint({
  method: 'GET',
  path: '/placements/:placementId',
  summary: 'One placement',
  can: 'placements.record',
  input: input(placementId),
  output: placementRow,
});

export const recordPlaced = endpoint({
  method: 'PUT',
  path: '/placements/:placementId/standing',
  summary: 'Record where and when it stood: an address, a scan, a day; it then counts for the unit whose story it is',
  can: 'placements.record',
  input: input({ ...placementId, version: version(), ...stood }),
  output: placementRow,
});

export const refusePlacement = endpoint({
  ...post,
  path: '/placements/:placementId/refusal',
  summary: 'The outlet will not print it',
  input: input({ ...placementId, version: version(), reason: z._default(text(1000), '') }),
  output: placementRow,
});

export const closeRemoval = endpoint({
  ...post,
  path: '/placements/:placementId/removal',
  summary: 'Close the request to take it down or put it right: done there, or not possible there, with a note',
  input: input({ ...placementId, version: version(), outcome: z.enum(['removed', 'impossible']), note: name(1000) }),
  output: placementRow,
});

export const cancelPlacement = endpoint({
  ...post,
  path: '/placements/:placementId/cancellation',
  summary: 'Take back what was recorded by mistake; it no longer counts',
  input: input({ ...placementId, version: version(), reason: name(1000) }),
  output: placementRow,
});

type Row = Record<string, unknown>;
const of = { kind: 'placement', personal: [] };
export const placementAsked = event<Row>('placement.asked', of);
export const placementRecorded = event<Row>('placement.recorded', of);
export const placementRefused = event<Row>('placement.refused', of);
export const placementCancelled = event<Row>('placement.cancelled', of);
export const removalAsked = event<Row>('placement.removal-asked', of);
/** Closed either way; `after.state` says which. */
export const removalClosed = event<Row>('placement.removal-closed', of);
