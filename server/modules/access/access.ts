import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { pathsDownTo } from '#lib/reach.ts';
import type { Right, Role } from '#lib/rights.ts';
import { rights } from '#lib/rights.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { rolesWith } from './access.policy.ts';
import * as grants from './grants.sql.ts';
import { findKnown } from './sessions.sql.ts';
import { actorFrom } from './sessions.ts';

/** Whose right reaches a unit on a day: at the unit itself for rights of its own rows, at the units above too for the others. */
export async function holdersOf(db: Db, right: Right, path: string, day: string): Promise<string[]> {
  const paths = rights[right] === 'unit' ? [path] : pathsDownTo(path);
  return (await grants.holdersOn(db, paths, rolesWith(right), day)).map((row) => row.personId);
}

/** A grant as a notice needs it; null where it is gone. */
export async function grantFacts(
  db: Db,
  grantId: string,
): Promise<{ personId: string; role: Role; unitId: string; unitName: string } | null> {
  return (await grants.findFacts(db, grantId)) ?? null;
}

/** Who holds a right by a grant on this very unit: whom to tell that something waits there. */
export async function holdersAt(db: Db, right: Right, path: string, day: string): Promise<string[]> {
  return (await grants.holdersOn(db, [path], rolesWith(right), day)).map((row) => row.personId);
}

/** A person as an actor, for work of theirs that is carried out later; null where they left. Their rights are those of today. */
export async function actorFor(db: Db, personId: string, now: Date): Promise<Actor | null> {
  const known = await findKnown(db, personId, dayOf(now));
  if (!known) return null;
  const id = newId(now.getTime());
  const visitor = { requestId: id, now, language: known.language, network: '', agent: '', setSession: () => {} };
  return actorFrom(visitor, { id: personId, name: known.name, email: known.email }, id, known.grants);
}
