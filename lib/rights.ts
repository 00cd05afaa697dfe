/**
 * Every right on one screen. `span` says how far a grant on a unit carries the right:
 * 'unit' its own rows only (drafts, incoming documents), 'subtree' the units below too, 'sector' everywhere.
 */
export type Span = 'unit' | 'subtree' | 'sector';

export const rights = {
  'units.read': 'sector',
  'units.manage': 'subtree',
  'people.read': 'subtree',
  'people.manage': 'subtree',
  'grants.manage': 'subtree',
  'audit.read': 'subtree',
  'files.upload': 'unit',
  'documents.read': 'unit',
  'documents.receive': 'unit',
  'plans.read': 'subtree',
  'plans.draft': 'unit',
  'plans.comment': 'unit',
  'plans.initial': 'unit',
  'plans.check-format': 'unit',
  'plans.sign': 'unit',
  'plans.issue': 'unit',
  'plans.close': 'unit',
  /** Sends an issued plan down, reminds, answers questions about it, decides what units below wish changed. */
  'plans.send': 'unit',
  /** Answers for the unit what a plan from above asks of it. */
  'asks.answer': 'unit',
  'outputs.read': 'subtree',
  'outputs.record': 'unit',
  /** Confirms evidence and picks what units below sent. */
  'outputs.confirm': 'subtree',
  'quotas.manage': 'unit',
  'toolkits.manage': 'unit',
  'calendar.manage': 'unit',
  /** Merges, splits, renames, moves and closes units by decision. */
  'units.reorganise': 'subtree',
  'webhooks.manage': 'unit',
} as const satisfies Record<string, Span>;

export type Right = keyof typeof rights;

const reader = ['units.read', 'documents.read', 'plans.read', 'plans.comment', 'outputs.read'] as const;
const recorder = ['files.upload', 'outputs.record'] as const;
const drafter = [...reader, ...recorder, 'documents.receive', 'plans.draft', 'people.read'] as const;
/** Runs the communications work of a unit: what comes from above, what goes below, what counts. */
const coordinator = [
  ...drafter,
  'plans.close',
  'plans.send',
  'asks.answer',
  'outputs.confirm',
  'quotas.manage',
  'toolkits.manage',
  'calendar.manage',
] as const;

/** Roles a person can hold on a unit (product: "Who uses it"), and what each may do there. */
export const roles = {
  administrator: [
    ...coordinator,
    'units.manage',
    'units.reorganise',
    'people.manage',
    'grants.manage',
    'audit.read',
    'webhooks.manage',
  ],
  'communications-officer': [...coordinator],
  'focal-head': [...reader, ...recorder, 'plans.draft', 'plans.initial', 'people.read'],
  head: [
    ...coordinator,
    'plans.initial',
    'plans.sign',
    'people.manage',
    'grants.manage',
    'audit.read',
    'webhooks.manage',
  ],
  clerk: [
    ...reader,
    ...recorder,
    'plans.draft',
    'documents.receive',
    'plans.check-format',
    'plans.issue',
    'people.read',
  ],
  'site-manager': [...reader, ...recorder],
  spokesperson: [...reader],
  inspector: ['units.read', 'plans.read', 'people.read', 'audit.read', 'outputs.read'],
  leader: [...reader, 'people.read', 'audit.read'],
  contributor: ['units.read', 'plans.read', 'outputs.read', ...recorder],
} as const satisfies Record<string, readonly Right[]>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as [Role, ...Role[]];
