import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { refreshBlocks } from './blocks.ts';
import * as cuts from './cuts.sql.ts';
import { coverBy } from './cutting.ts';
import { getMedia } from './library.ts';
import { loadMedia } from './load-media.ts';
import { type markPeople as contract, type MediaDetail, mediaChanged, type Recipe } from './media.contract.ts';
import * as sql from './media.sql.ts';
import { recordedMedia, subjectOf } from './shown-media.ts';
import * as subjects from './subjects.sql.ts';

type Given = InputOf<typeof contract>;

/** Says who can be known in a picture: in place of what was said before. What that means for its cuts follows at once. */
export async function markPeople(tx: Tx, actor: Actor, given: Given): Promise<MediaDetail> {
  const row = await loadMedia(tx, actor, given, 'mark');
  const people = given.people === 'subjects' ? given.subjects : [];
  if (given.people === 'subjects' && people.length === 0)
    fail('invalid', {}, { fields: { subjects: 'fields.required' } });
  await pupilsOf(tx, row.unit_id, people);
  await mustKeepWithdrawn(tx, actor, row, given, people);
  const before = (await subjects.listSubjects(tx, row.id)).length;
  await writeSubjects(tx, actor, row, people);
  await writeCovered(tx, row.id, people, given.covered);
  await sql.updateMedia(tx, row, { people: given.people });
  await refreshBlocks(tx, actor, { mediaIds: [row.id] });
  await recordInside(
    tx,
    actor,
    mediaChanged({
      subject: subjectOf(row),
      before: { ...recordedMedia(row), marked: before },
      after: { ...recordedMedia({ ...row, people: given.people }), marked: people.length },
    }),
  );
  return await getMedia(tx, actor, given);
}

/**
 * Where a family took its consent back, a picture is not freed by saying that the child is not in it, or is covered: that is for
 * those who keep the consents.
 */
async function mustKeepWithdrawn(
  tx: Tx,
  actor: Actor,
  row: sql.ShownMediaRow,
  { covered }: Given,
  people: Given['subjects'],
): Promise<void> {
  if (actor.can('consents.record', row.path)) return;
  const held = await subjects.listHeldBack(tx, row.id);
  const before = new Set((await subjects.listCovered(tx, row.id)).map((one) => `${one.cutId} ${one.subjectId}`));
  for (const pupilId of held) {
    const one = people.find((person) => person.pupilId === pupilId);
    const anew = covered.some(({ cutId, subjectId }) => subjectId === one?.id && !before.has(`${cutId} ${subjectId}`));
    if (!one || anew) fail('media.taken-back');
  }
}

/** A child that is named is a pupil of the unit; a pupil stands once in a picture. */
async function pupilsOf(tx: Tx, unitId: string, people: Given['subjects']): Promise<void> {
  if (people.some((one) => (one.kind === 'pupil') !== (one.pupilId !== null)))
    fail('invalid', {}, { fields: { subjects: 'fields.pupil' } });
  const ids = people.flatMap((one) => one.pupilId ?? []);
  if (new Set(ids).size !== ids.length || new Set(people.map((one) => one.id)).size !== people.length)
    fail('invalid', {}, { fields: { subjects: 'fields.pupil-twice' } });
  if (ids.length > 0 && (await subjects.countPupils(tx, unitId, ids)) !== ids.length)
    fail('invalid', {}, { fields: { subjects: 'fields.pupil' } });
}

async function writeSubjects(tx: Tx, actor: Actor, row: sql.ShownMediaRow, people: Given['subjects']): Promise<void> {
  await subjects.deleteSubjectsBut(
    tx,
    row.id,
    people.map((one) => one.id),
  );
  if (people.length === 0) return;
  // Names of children are never typed here: they stand with the class.
  const rows = people.map((one) => ({ ...one, name: one.kind === 'adult' ? one.name : null }));
  const written = await subjects.upsertSubjects(tx, row, rows, { personId: actor.person.id, now: actor.now });
  if (written !== rows.length) fail('conflict');
}

async function writeCovered(tx: Tx, mediaId: string, people: Given['subjects'], said: Given['covered']): Promise<void> {
  const made = await cuts.listCuts(tx, mediaId);
  await coverBy(
    tx,
    mediaId,
    made.map((cut) => ({ id: cut.id, recipe: cut.recipe as unknown as Recipe })),
  );
  const [cutIds, subjectIds] = [new Set(made.map((cut) => cut.id)), new Set(people.map((one) => one.id))];
  await subjects.replaceSaid(
    tx,
    [...cutIds],
    said.filter((one) => cutIds.has(one.cutId) && subjectIds.has(one.subjectId)),
  );
}
