import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import type { Role } from '#lib/rights.ts';
import { addDays } from '#lib/working-days.ts';
import { record } from '#modules/audit/audit.ts';
import { getUnitRow, unitFor } from '#modules/org/org.ts';
import { personFor, seesPerson } from '#modules/org/people.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as contract from './access.contract.ts';
import { grantableRoles, mayGrant } from './access.policy.ts';
import * as sql from './grants.sql.ts';

type Found = NonNullable<Awaited<ReturnType<typeof sql.findGrant>>>;

/** Taking back follows the rule of giving; nobody takes their own administration away. */
const mayRevoke = (actor: Actor, grant: { role: Role; path: string; personId: string }) =>
  grant.personId === actor.person.id
    ? !managesGrants(grant.role) && actor.can('grants.manage', grant.path)
    : mayGrant(actor, grant.role, grant.path, grant.personId);
const managesGrants = (role: Role) => role === 'administrator' || role === 'head';

const shown = (actor: Actor, grant: Found): contract.GrantRow => ({
  id: grant.id,
  personId: grant.personId,
  personName: grant.personName,
  role: grant.role,
  validFrom: grant.validFrom,
  lastDay: grant.validTo && addDays(grant.validTo, -1),
  basis: grant.basis,
  hasAccount: grant.hasAccount,
  can: mayRevoke(actor, grant) ? ['revoke'] : [],
});

/** Who holds what at a unit is seen by those who may see its people. */
export async function listGrants(
  db: Db,
  actor: Actor,
  input: { unitId: string },
): Promise<OutputOf<typeof contract.listGrants>> {
  const unit = await getUnitRow(db, input.unitId);
  if (!actor.can('people.read', unit.path)) fail('forbidden');
  const rows = await sql.listOfUnit(db, unit.id, dayOf(actor.now));
  return { items: rows.map((row) => shown(actor, row)), grantable: grantableRoles(actor, unit.path) };
}

/** What one person holds or held, as far as the asker sees: a grant that ended can no longer be taken back. */
export async function listGrantsOfPerson(
  db: Db,
  actor: Actor,
  input: { personId: string },
): Promise<OutputOf<typeof contract.listGrantsOfPerson>> {
  if (!(await seesPerson(db, actor, input.personId))) fail('not-found');
  const held = await sql.listOfPersonIn(db, actor.reach('people.read'), input.personId);
  const ended = (grant: Found) => grant.validTo !== null && grant.validTo <= dayOf(actor.now);
  const items = held.map((grant) => {
    const row = shown(actor, grant);
    return { ...row, can: ended(grant) ? [] : row.can, unitId: grant.unitId, unitName: grant.unitName };
  });
  return { items };
}

export async function addGrant(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.addGrant>,
): Promise<contract.GrantRow> {
  const unit = await unitFor(tx, actor, input.unitId, 'grants.manage');
  const person = await personFor(tx, actor, input.personId);
  if (!mayGrant(actor, input.role, unit.path, person.id)) fail('access.beyond-own');
  const validFrom = input.validFrom ?? dayOf(actor.now);
  if (input.lastDay && input.lastDay < validFrom) fail('invalid', {}, { fields: { lastDay: 'fields.day-order' } });
  const held = await sql.listOfUnit(tx, unit.id, dayOf(actor.now));
  if (held.some((g) => g.personId === person.id && g.role === input.role)) fail('access.grant-exists');
  const id = await giveRole(tx, actor, unit, person.id, {
    role: input.role,
    validFrom,
    validTo: input.lastDay ? addDays(input.lastDay, 1) : null,
    basis: input.basis ?? null,
  });
  return shown(actor, (await sql.findGrant(tx, id))!);
}

interface Given {
  role: Role;
  validFrom: string;
  validTo: string | null;
  basis: string | null;
}

/** Writes the grant and tells the audit; the caller has checked the right to give it. */
export async function giveRole(
  tx: Tx,
  author: Actor | Parameters<typeof record>[1],
  unit: { id: string; path: string },
  personId: string,
  given: Given,
): Promise<string> {
  const id = newId(author.now.getTime());
  const delegated_by = given.basis !== null && 'person' in author ? author.person.id : null;
  await sql.insertGrant(tx, {
    id,
    person_id: personId,
    unit_id: unit.id,
    path: unit.path,
    role: given.role,
    valid_from: given.validFrom,
    valid_to: given.validTo,
    delegated_by,
    basis: given.basis,
  });
  const after = { personId, role: given.role, validFrom: given.validFrom, validTo: given.validTo };
  await record(
    tx,
    author,
    contract.grantAdded({ subject: { id, unitId: unit.id, path: unit.path }, before: null, after }),
  );
  return id;
}

export async function revokeGrant(tx: Tx, actor: Actor, input: { grantId: string }): Promise<{ done: true }> {
  await sql.lockGrant(tx, input.grantId);
  const grant = await sql.findGrant(tx, input.grantId);
  if (!grant || !actor.can('people.read', grant.path)) return fail('not-found');
  if (!actor.can('grants.manage', grant.path)) fail('forbidden');
  if (grant.personId === actor.person.id && managesGrants(grant.role)) fail('access.own-grant');
  if (!mayRevoke(actor, grant)) fail('access.beyond-own');
  await sql.endGrant(tx, grant.id, dayOf(actor.now));
  const before = { personId: grant.personId, role: grant.role, validFrom: grant.validFrom, validTo: grant.validTo };
  const subject = { id: grant.id, unitId: grant.unitId, path: grant.path };
  await record(tx, actor, contract.grantRevoked({ subject, before, after: { ...before, validTo: dayOf(actor.now) } }));
  return { done: true };
}
