import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { prefixQuery } from '#lib/prefix-query.ts';
import type { SigningStep } from '#lib/unit-kinds.ts';
import type { Actor } from '#platform/actor.ts';
import { pageById } from '#platform/page.ts';
import type { Db } from '#platform/tx.ts';
import type * as contract from './org.contract.ts';
import { unitActions } from './org.policy.ts';
import * as sql from './org.sql.ts';
import { getUnitRow, upperBodyFrom } from './org.ts';
import * as posts from './posts.sql.ts';
import * as lists from './unit-lists.sql.ts';

export async function listUnits(
  db: Db,
  _actor: Actor,
  input: InputOf<typeof contract.listUnits>,
): Promise<OutputOf<typeof contract.listUnits>> {
  const query = input.q ? prefixQuery(input.q) : null;
  if (input.q && !query) return { items: [], next: null };
  const within = input.within && (await getUnitRow(db, input.within)).path;
  const filter = { ...input, within, query, closed: input.closed === 'include' };
  return pageById(await lists.listUnits(db, filter, await lists.areFew(db, filter)), input.limit);
}

export async function countUnits(
  db: Db,
  _actor: Actor,
  input: InputOf<typeof contract.countUnits>,
): Promise<OutputOf<typeof contract.countUnits>> {
  const kinds = await lists.countUnits(db, input.within ? (await getUnitRow(db, input.within)).path : null);
  return { total: kinds.reduce((sum, k) => sum + k.count, 0), kinds };
}

export async function listTree(
  db: Db,
  _actor: Actor,
  input: InputOf<typeof contract.listTree>,
): Promise<OutputOf<typeof contract.listTree>> {
  return pageById(await lists.listTree(db, input.parentId ?? null, input), input.limit);
}

export async function getUnit(db: Db, actor: Actor, input: { unitId: string }): Promise<contract.UnitDetail> {
  const unit = (await sql.findUnit(db, input.unitId)) ?? fail('not-found');
  const { signingSteps, ownRegister, settingsVersion, no: _no, ...row } = unit;
  const parents = await sql.listParents(db, unit.id);
  const upper = await upperBodyFrom(db, unit.kind, dayOf(actor.now), parents);
  return {
    ...row,
    ancestors: await sql.listAncestors(db, unit.path),
    parents: parents.map(({ parentShortName: _, ...parent }) => parent),
    posts: await posts.listCurrent(db, unit.id, dayOf(actor.now)),
    codes: await sql.listCodes(db, unit.id),
    formerNames: await sql.listFormerNames(db, unit.id),
    settings: {
      signingSteps: (signingSteps ?? []) as SigningStep[],
      ownRegister: ownRegister ?? false,
      version: settingsVersion ?? 1,
    },
    upperBody: upper && { id: upper.id, name: upper.name },
    can: unitActions(actor, unit),
  };
}
