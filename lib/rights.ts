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
} as const satisfies Record<string, Span>;

export type Right = keyof typeof rights;

const reader = ['units.read', 'documents.read', 'plans.read', 'plans.comment'] as const;
const drafter = [...reader, 'files.upload', 'documents.receive', 'plans.draft', 'people.read'] as const;

/** Roles a person can hold on a unit (product: "Who uses it"), and what each may do there. */
export const roles = {
  administrator: [...drafter, 'units.manage', 'people.manage', 'grants.manage', 'audit.read'],
  'communications-officer': [...drafter, 'plans.close'],
  'focal-head': [...reader, 'plans.draft', 'plans.initial', 'people.read', 'files.upload'],
  head: [...drafter, 'plans.initial', 'plans.sign', 'plans.close', 'people.manage', 'grants.manage', 'audit.read'],
  clerk: [
    ...reader,
    'plans.draft',
    'files.upload',
    'documents.receive',
    'plans.check-format',
    'plans.issue',
    'people.read',
  ],
  'site-manager': [...reader, 'files.upload'],
  spokesperson: [...reader],
  inspector: ['units.read', 'plans.read', 'people.read', 'audit.read'],
  leader: [...reader, 'people.read', 'audit.read'],
  contributor: ['units.read', 'plans.read'],
} as const satisfies Record<string, readonly Right[]>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as [Role, ...Role[]];
