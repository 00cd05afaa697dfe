import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import { schoolYearOf } from '#lib/months.ts';
import { prefixQuery } from '#lib/prefix-query.ts';
import { eraseRecorded, recordInside } from '#modules/audit/audit.ts';
import { getUnitRow } from '#modules/org/org.ts';
import type { Actor } from '#platform/actor.ts';
import { removeFile } from '#platform/files/files.ts';
import { pageById } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as c from './classes.contract.ts';
import type { ClassRecord } from './classes.sql.ts';
import { listOwnScans } from './consents.sql.ts';
import { erasedName, loadClass, shownPupil } from './load-class.ts';
import * as sql from './pupils.sql.ts';

const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});
const factsOf = (row: { name: string; born_on: string | null; code: string | null }) => ({
  name: row.name,
  bornOn: row.born_on,
  code: row.code,
});

export async function putPupil(tx: Tx, actor: Actor, input: InputOf<typeof c.putPupil>): Promise<c.Pupil> {
  const row = await loadClass(tx, actor, input.classId, { right: 'consents.record' });
  if (input.bornOn !== null && input.bornOn > dayOf(actor.now))
    fail('invalid', {}, { fields: { bornOn: 'fields.day' } });
  const facts = { name: input.name, born_on: input.bornOn, code: input.code || null };
  await refuseCode(tx, row, facts.code, input.pupilId);
  const known = await sql.findPupil(tx, input.pupilId);
  if (known) return await changed(tx, actor, input, known, facts);
  if (input.version !== 0) fail('not-found');
  await sql.insertPupils(tx, [newPupil(row, input.pupilId, facts, actor.now)]);
  const made = (await sql.findPupil(tx, input.pupilId)) ?? fail('conflict');
  await recordInside(tx, actor, c.pupilAdded({ subject: subjectOf(made), before: null, after: factsOf(made) }));
  return shownPupil(made);
}

async function changed(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof c.putPupil>,
  known: sql.PupilRecord,
  facts: { name: string; born_on: string | null; code: string | null },
): Promise<c.Pupil> {
  if (known.class_id !== input.classId) fail('not-found');
  // The same addition sent twice is one.
  const same = known.name === facts.name && known.born_on === facts.born_on && known.code === facts.code;
  if (same) return shownPupil(known);
  if (known.version !== input.version) fail('conflict', {}, { current: shownPupil(known) });
  await sql.updatePupil(tx, known.id, facts);
  const after = (await sql.findPupil(tx, known.id)) ?? fail('not-found');
  await recordInside(
    tx,
    actor,
    c.pupilEdited({ subject: subjectOf(known), before: factsOf(known), after: factsOf(after) }),
  );
  return shownPupil(after);
}

async function refuseCode(tx: Tx, row: ClassRecord, code: string | null, pupilId: string): Promise<void> {
  const taken = code === null ? [] : await sql.listCodes(tx, row.unit_id, [code]);
  if (taken.some((one) => one.id !== pupilId)) fail('media.pupil-code-taken');
}

export const newPupil = (
  row: ClassRecord,
  id: string,
  facts: { name: string; born_on: string | null; code: string | null },
  now: Date,
) => ({ id, class_id: row.id, unit_id: row.unit_id, path: row.path, ...facts, created_at: now });

export async function leavePupil(tx: Tx, actor: Actor, input: InputOf<typeof c.leavePupil>): Promise<c.Pupil> {
  const known = await pupilOf(tx, actor, input, 'consents.record');
  await sql.updatePupil(tx, known.id, { left_on: input.leftOn });
  await recordInside(
    tx,
    actor,
    c.pupilLeft({ subject: subjectOf(known), before: { leftOn: known.left_on }, after: { leftOn: input.leftOn } }),
  );
  return shownPupil((await sql.findPupil(tx, known.id)) ?? fail('not-found'));
}

export async function erasePupil(tx: Tx, actor: Actor, input: InputOf<typeof c.erasePupil>): Promise<c.Pupil> {
  const known = await pupilOf(tx, actor, input, 'consents.decide');
  if (known.left_on === null) fail('media.pupil-not-left');
  await sql.updatePupil(tx, known.id, { name: erasedName, born_on: null, code: null });
  const scans = await listOwnScans(tx, known.id);
  const asked = await sql.erasePersonal(tx, known.id);
  // A form bears the name too; one that speaks of others stays for them.
  for (const id of scans) await removeFile(tx, id);
  await eraseRecorded(tx, [known.id, ...asked]);
  const { reason } = input;
  await recordInside(
    tx,
    actor,
    c.pupilErased({ subject: subjectOf(known), before: null, after: { erased: true }, reason }),
  );
  return shownPupil((await sql.findPupil(tx, known.id)) ?? fail('not-found'));
}

async function pupilOf(
  tx: Tx,
  actor: Actor,
  input: { classId: string; pupilId: string; version: number },
  right: 'consents.record' | 'consents.decide',
): Promise<sql.PupilRecord> {
  await loadClass(tx, actor, input.classId, { right });
  await sql.lockPupil(tx, input.pupilId);
  const known = await sql.findPupil(tx, input.pupilId);
  if (known?.class_id !== input.classId) return fail('not-found');
  if (known.version !== input.version) fail('conflict', {}, { current: shownPupil(known) });
  return known;
}

/**
 * Names for whoever says who is in a picture: those who add pictures for the school itself or for a team of it, and no more
 * than name and class. Others get 404 as for a unit that is not theirs.
 */
export async function listPupilsForMarking(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listPupilsForMarking>,
): Promise<OutputOf<typeof c.listPupilsForMarking>> {
  if (input.after !== undefined && !isId(input.after)) fail('unreadable');
  const unit = await getUnitRow(db, input.unitId);
  if (!actor.reach('media.add').some((span) => span.path.startsWith(unit.path))) fail('not-found');
  const of = {
    unitId: unit.id,
    schoolYear: schoolYearOf(dayOf(actor.now)),
    classId: input.classId,
    query: input.q ? prefixQuery(input.q) : null,
  };
  const rows = await sql.listForMarking(db, of, { after: input.after, limit: input.limit });
  return pageById(rows, input.limit);
}
