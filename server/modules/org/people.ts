import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { prefixQuery } from '#lib/prefix-query.ts';
import type { PostKind } from '#lib/unit-kinds.ts';
import { record } from '#modules/audit/audit.ts';
import type { Actor } from '#platform/actor.ts';
import { pageById } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { getUnitRow, type Unit, unitFor } from './org.ts';
import * as contract from './people.contract.ts';
import * as sql from './people.sql.ts';
import { insertPost } from './posts.sql.ts';

type Author = Parameters<typeof record>[1];
export async function listPeople(
  db: Db,
  actor: Actor,
  input: InputOf<typeof contract.listPeople>,
): Promise<OutputOf<typeof contract.listPeople>> {
  const query = input.q ? prefixQuery(input.q) : null;
  if (input.q && !query) return { items: [], next: null };
  const within = input.within ? (await getUnitRow(db, input.within)).path : null;
  const rows = await sql.listPeople(db, actor.reach('people.read'), {
    ...input,
    within,
    query,
    today: dayOf(actor.now),
  });
  return pageById(rows, input.limit);
}

export async function getPerson(db: Db, actor: Actor, input: { personId: string }): Promise<contract.PersonDetail> {
  const reach = actor.reach('people.read');
  const person = (await sql.personIn(db, reach, input.personId)) ?? fail('not-found');
  const held = await sql.listHeld(db, reach, person.id);
  const manages = (await managedPlace(db, actor, person.id, held)) !== undefined;
  return { ...person, posts: held.map(({ path: _, ...post }) => post), can: manages ? ['edit'] : [] };
}

type Place = { unitId: string; path: string };

/**
 * A post through which the actor manages the person; undefined where they do not. All posts of today must be theirs to
 * manage, also those they do not see: whoever also works elsewhere is that unit's too, and an invitation makes a post.
 * Of somebody who has left them all, one former post is enough.
 */
async function managedPlace(
  db: Db,
  actor: Actor,
  personId: string,
  held: readonly Place[],
): Promise<Place | undefined> {
  const places = await sql.listPlaces(db, personId, dayOf(actor.now));
  const manages = ({ path }: Place) => actor.can('people.manage', path);
  if (personId !== actor.person.id && !places.every(manages)) return undefined;
  return (places.length > 0 ? places : held).find(manages);
}

export async function createPerson(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.createPerson>,
): Promise<contract.PersonDetail> {
  const unit = await unitFor(tx, actor, input.unitId, 'people.manage');
  const id = input.id ?? newId(actor.now.getTime());
  const person = { id, name: input.name, email: input.email ?? null, phone: input.phone ?? null };
  const made = await addPerson(tx, actor, unit, person, { kind: input.postKind, title: input.postTitle });
  const detail = await getPerson(tx, actor, { personId: id });
  if (!made && (detail.name !== input.name || detail.email !== person.email)) fail('conflict', {}, { current: detail });
  return detail;
}

/** A person, with a first post at the unit unless that is filled elsewhere, told to the audit; false where the id exists and nothing was written. */
export async function addPerson(
  tx: Tx,
  author: Author,
  unit: Pick<Unit, 'id' | 'path'>,
  person: sql.NewPerson,
  post: { kind: PostKind; title: string } | null,
): Promise<boolean> {
  if (!(await sql.insertPerson(tx, person))) return false;
  if (post) await addPost(tx, author, unit, person.id, post);
  const subject = { id: person.id, unitId: unit.id, path: unit.path };
  await record(tx, author, contract.personCreated({ subject, before: null, after: person }));
  return true;
}

/** Returns the id of the new post. */
export async function addPost(
  tx: Tx,
  author: Author,
  unit: Pick<Unit, 'id' | 'path'>,
  personId: string,
  post: { kind: PostKind; title: string },
): Promise<string> {
  const id = newId(author.now.getTime());
  const valid_from = dayOf(author.now);
  await insertPost(tx, { id, unit_id: unit.id, path: unit.path, person_id: personId, valid_from, ...post });
  return id;
}

export async function editPerson(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.editPerson>,
): Promise<contract.PersonDetail> {
  const { before, unit } = await managedPerson(tx, actor, input);
  const after = {
    name: input.name ?? before.name,
    email: before.email,
    phone: input.phone === undefined ? before.phone : input.phone,
  };
  await sql.updatePerson(tx, before.id, after);
  const was = { name: before.name, email: before.email, phone: before.phone };
  await record(
    tx,
    actor,
    contract.personEdited({ subject: { id: before.id, unitId: unit.unitId, path: unit.path }, before: was, after }),
  );
  return await getPerson(tx, actor, input);
}

/** The person, locked, and the post through which the actor manages them: 404 unseen, 403 not managed, 409 changed since. */
export async function managedPerson(tx: Tx, actor: Actor, input: { personId: string; version: number }) {
  await sql.lockPerson(tx, input.personId);
  const reach = actor.reach('people.read');
  const before = (await sql.personIn(tx, reach, input.personId)) ?? fail('not-found');
  const unit =
    (await managedPlace(tx, actor, before.id, await sql.listHeld(tx, reach, before.id))) ?? fail('forbidden');
  if (before.version !== input.version) fail('conflict', {}, { current: await getPerson(tx, actor, input) });
  return { before, unit };
}

/** A person seen through a post in reach, who is still with us: 404 otherwise. */
export async function personFor(
  db: Db,
  actor: Actor,
  personId: string,
): Promise<{ id: string; name: string; email: string | null }> {
  const person = await sql.personIn(db, actor.reach('people.read'), personId);
  return person && person.closedOn === null ? person : fail('not-found');
}

/** True where a post shows the person to the actor, also one who has left. */
export const seesPerson = async (db: Db, actor: Actor, personId: string): Promise<boolean> =>
  (await sql.personIn(db, actor.reach('people.read'), personId)) !== undefined;

/** The person with this e-mail address, anywhere in the sector; for invitations and imports, never for showing. */
export const personByEmail = (db: Db, email: string) => sql.findByEmail(db, email.toLowerCase());

/** True where the person has a post at the unit that has not ended. */
export const holdsPostAt = sql.holdsPostAt;

/** The address is the sign-in name, so only `access` changes it, after its own checks. */
export const setEmail = (tx: Tx, person: { id: string; name: string; phone: string | null }, email: string) =>
  sql.updatePerson(tx, person.id, { name: person.name, email, phone: person.phone });
