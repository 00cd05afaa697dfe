import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { record } from '#modules/audit/audit.ts';
import type { Actor } from '#platform/actor.ts';
import { pageById } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { unitFor } from './org.ts';
import { personIn } from './people.sql.ts';
import * as contract from './posts.contract.ts';
import * as sql from './posts.sql.ts';

type Found = NonNullable<Awaited<ReturnType<typeof sql.findPost>>>;
/** What may be done with a post now: somebody is put into it, it is left, or the post itself ends. */
function postActions(
  actor: Pick<Actor, 'can'>,
  post: { path: string; personId: string | null; validTo: string | null },
): contract.PostRow['can'] {
  if (post.validTo !== null || !actor.can('people.manage', post.path)) return [];
  return post.personId === null ? ['assign', 'end'] : ['assign', 'vacate', 'end'];
}

const shown = (actor: Actor, { path, ...post }: Found): contract.PostRow => ({
  ...post,
  can: postActions(actor, { path, ...post }),
});

export async function listPosts(
  db: Db,
  actor: Actor,
  input: InputOf<typeof contract.listPosts>,
): Promise<OutputOf<typeof contract.listPosts>> {
  const filter = {
    ...input,
    vacant: input.vacancy === 'only',
    past: input.past === 'include',
    today: dayOf(actor.now),
  };
  const { items, next } = pageById(await sql.listPosts(db, actor.reach('people.read'), filter), input.limit);
  return { items: items.map((post) => shown(actor, post)), next };
}

export async function createPost(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.createPost>,
): Promise<contract.PostRow> {
  const unit = await unitFor(tx, actor, input.unitId, 'people.manage');
  const personId = input.personId ? await visiblePerson(tx, actor, input.personId) : null;
  const id = newId(actor.now.getTime());
  await sql.insertPost(tx, {
    id,
    unit_id: unit.id,
    path: unit.path,
    kind: input.kind,
    title: input.title,
    person_id: personId,
    valid_from: input.validFrom ?? dayOf(actor.now),
  });
  return await told(tx, actor, id, null, contract.postCreated);
}

export async function assignPost(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.assignPost>,
): Promise<contract.PostRow> {
  const post = await loadPost(tx, actor, input);
  const personId = await visiblePerson(tx, actor, input.personId);
  return await handOver(tx, actor, post, personId, input.validFrom ?? dayOf(actor.now), contract.postAssigned);
}

export async function vacatePost(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.vacatePost>,
): Promise<contract.PostRow> {
  const post = await loadPost(tx, actor, input);
  if (post.personId === null) return shown(actor, post);
  return await handOver(tx, actor, post, null, input.validFrom ?? dayOf(actor.now), contract.postVacated);
}

/** Each holding is a row of its own, so the history stays; a change on the first day corrects the row instead. */
async function handOver(
  tx: Tx,
  actor: Actor,
  post: Found,
  personId: string | null,
  from: string,
  event: typeof contract.postAssigned,
): Promise<contract.PostRow> {
  if (from < post.validFrom) fail('invalid', {}, { fields: { validFrom: 'fields.day-order' } });
  if (from === post.validFrom) {
    await sql.setHolder(tx, post.id, personId);
    return await told(tx, actor, post.id, post, event);
  }
  const id = newId(actor.now.getTime());
  await sql.endPost(tx, post.id, from);
  await sql.insertPost(tx, {
    id,
    unit_id: post.unitId,
    path: post.path,
    kind: post.kind,
    title: post.title,
    person_id: personId,
    valid_from: from,
  });
  return await told(tx, actor, id, post, event);
}

export async function endPost(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.endPost>,
): Promise<contract.PostRow> {
  const post = await loadPost(tx, actor, input);
  const on = input.on ?? dayOf(actor.now);
  if (on < post.validFrom) fail('invalid', {}, { fields: { on: 'fields.day-order' } });
  // A post that ends on its first day never was.
  if (on === post.validFrom) await sql.deletePost(tx, post.id);
  else await sql.endPost(tx, post.id, on);
  await record(
    tx,
    actor,
    contract.postEnded({ subject: subjectOf(post), before: shape(post), after: { ...shape(post), validTo: on } }),
  );
  return { ...shown(actor, { ...post, validTo: on }), version: post.version + 1 };
}

/** 404 outside what may be seen, 403 without the right there, 409 when it ended or somebody was faster. */
async function loadPost(tx: Tx, actor: Actor, input: { postId: string; version: number }): Promise<Found> {
  await sql.lockPost(tx, input.postId);
  const post = await sql.findPost(tx, actor.reach('people.read'), input.postId);
  if (!post) return fail('not-found');
  if (!actor.can('people.manage', post.path)) fail('forbidden');
  if (post.validTo !== null) fail('org.post-changed', {}, { current: shown(actor, post) });
  if (post.version !== input.version) fail('conflict', {}, { current: shown(actor, post) });
  return post;
}

async function visiblePerson(tx: Tx, actor: Actor, personId: string): Promise<string> {
  const person = await personIn(tx, actor.reach('people.read'), personId);
  if (!person || person.closedOn !== null) fail('invalid', {}, { fields: { personId: 'fields.person' } });
  return personId;
}

const subjectOf = (post: Found) => ({ id: post.id, unitId: post.unitId, path: post.path });
const shape = ({ kind, title, personId, validFrom, validTo }: Found) => ({ kind, title, personId, validFrom, validTo });

async function told(
  tx: Tx,
  actor: Actor,
  id: string,
  before: Found | null,
  event: typeof contract.postAssigned,
): Promise<contract.PostRow> {
  const post = (await sql.findPost(tx, actor.reach('people.read'), id))!;
  await record(tx, actor, event({ subject: subjectOf(post), before: before && shape(before), after: shape(post) }));
  return shown(actor, post);
}
