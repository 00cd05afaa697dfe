import { type Right, type Role, rights, roleNames, roles } from '#lib/rights.ts';
import type { Actor } from '#platform/actor.ts';

export const rightsOf = (role: Role): readonly Right[] => roles[role];

/** Roles that carry a right. */
export const rolesWith = (right: Right): Role[] => roleNames.filter((role) => rightsOf(role).includes(right));

/**
 * Whether the actor may give, or take back, a role at a unit. Rights that reach further than the unit's own rows
 * (managing units, people, roles; reading below) must be held there by the actor. Rights of the unit's own work
 * (signing, numbering) may be assigned by whoever manages its roles, but only to somebody else: otherwise no
 * administrator could ever appoint a văn thư, and every administrator could sign.
 */
export function mayGrant(
  actor: Pick<Actor, 'can' | 'person'>,
  role: Role,
  path: string,
  personId: string | null,
): boolean {
  if (!actor.can('grants.manage', path)) return false;
  const self = personId === actor.person.id;
  return rightsOf(role).every((right) => actor.can(right, path) || (!self && rights[right] === 'unit'));
}

export const grantableRoles = (actor: Pick<Actor, 'can' | 'person'>, path: string): Role[] =>
  roleNames.filter((role) => mayGrant(actor, role, path, null));

/** Failures in a row that cost no time: from one network, and from all networks that the account's owner never used. */
export const freeFailures = 3;
export const freeEverywhere = 30;

/** Seconds to wait after so many failures in a row: some are free, then 5, 10, 20 … up to a quarter of an hour. */
export const delayAfter = (failures: number, free = freeFailures): number =>
  failures <= free ? 0 : Math.min(900, 5 * 2 ** (failures - free - 1));

/** From this many failures on the owner is told, once a day. */
export const failuresUntilNotice = 5;
