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
  /** Reads the unit's own texts before they are public; whoever wrote one, or works in the team that did, reads it too. */
  'articles.read': 'unit',
  'articles.write': 'unit',
  /** Corrects what others of the unit wrote. */
  'articles.edit': 'unit',
  'articles.approve': 'unit',
  /** Publishes, schedules, corrects and takes down on the unit's site. */
  'articles.publish': 'unit',
  /** Decides on what units below offer, and offers to the level above. */
  'articles.select': 'unit',
  'articles.assign': 'unit',
  /** Sets the steps a text takes, and lifts what holds a text back. */
  'newsroom.manage': 'unit',
  'media.read': 'unit',
  'media.add': 'unit',
  'media.manage': 'unit',
  'consents.read': 'unit',
  'consents.record': 'unit',
  /** Decides on another lawful basis than consent: the head. */
  'consents.decide': 'unit',
  'placements.record': 'unit',
} as const satisfies Record<string, Span>;

export type Right = keyof typeof rights;

const reader = ['units.read', 'documents.read', 'plans.read', 'plans.comment', 'outputs.read'] as const;
const recorder = ['files.upload', 'outputs.record'] as const;
const writer = ['articles.write', 'media.add'] as const;
const newsReader = ['articles.read', 'media.read'] as const;
const editor = [
  ...newsReader,
  ...writer,
  'articles.edit',
  'articles.publish',
  'articles.select',
  'articles.assign',
  'media.manage',
  'consents.read',
  'consents.record',
  'placements.record',
] as const;
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
  ...editor,
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
    'newsroom.manage',
  ],
  'communications-officer': [...coordinator],
  'focal-head': [
    ...reader,
    ...recorder,
    ...newsReader,
    ...writer,
    'articles.edit',
    'plans.draft',
    'plans.initial',
    'people.read',
  ],
  head: [
    ...coordinator,
    'plans.initial',
    'plans.sign',
    'people.manage',
    'grants.manage',
    'audit.read',
    'webhooks.manage',
    'articles.approve',
    'newsroom.manage',
    'consents.decide',
  ],
  clerk: [
    ...reader,
    ...recorder,
    ...newsReader,
    ...writer,
    'plans.draft',
    'documents.receive',
    'plans.check-format',
    'plans.issue',
    'people.read',
  ],
  'site-manager': [...reader, ...recorder, ...editor],
  spokesperson: [...reader, ...newsReader],
  inspector: ['units.read', 'plans.read', 'people.read', 'audit.read', 'outputs.read'],
  leader: [...reader, ...newsReader, 'people.read', 'audit.read'],
  /** Tổ trưởng chuyên môn: reads and corrects what the team writes before it goes to the school's editor. */
  'team-lead': [...reader, ...recorder, ...newsReader, ...writer, 'articles.edit'],
  contributor: ['units.read', 'plans.read', 'outputs.read', ...recorder, ...newsReader, ...writer],
} as const satisfies Record<string, readonly Right[]>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as [Role, ...Role[]];
