import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import { recordInside } from '#modules/audit/audit.ts';
import type { Actor } from '#platform/actor.ts';
import { fileById, replyWith, takeUploaded } from '#platform/files/files.ts';
import type { FileReply } from '#platform/route.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { answersOf } from './answers-of.ts';
import { refreshBlocks } from './blocks.ts';
import type { Purpose } from './classes.contract.ts';
import type { ClassRecord } from './classes.sql.ts';
import { gridOf } from './consent-grid.ts';
import * as c from './consents.contract.ts';
import * as sql from './consents.sql.ts';
import { loadClass, seenClass, seenPupil, shownPupil } from './load-class.ts';
import * as pupils from './pupils.sql.ts';
import { consentEnd } from './school-year-end.ts';
import { withdrawConsent } from './withdrawals.ts';
import { wordingFor, wordingNow } from './wordings.ts';

export const getClassConsents = async (
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.getClassConsents>,
): Promise<c.ClassConsents> =>
  await gridOf(db, actor, await seenClass(db, actor, input.classId), input.purpose, { left: input.left === '1' });

export async function recordConsents(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof c.recordConsents>,
): Promise<c.ClassConsents> {
  const row = await loadClass(tx, actor, input.classId, { right: 'consents.record' });
  const ids = (await pupils.listPupils(tx, row.id)).map((pupil) => pupil.id);
  const answers = answersOf(input.entries, ids);
  const file = input.evidenceFileId;
  if (file) await takeUploaded(tx, actor, file, ownerOf(row));
  await keepAnswers(tx, actor, row, answers, { ...input, evidenceFileId: file });
  return await gridOf(tx, actor, row, input.purpose);
}

interface How {
  purpose: Purpose;
  form: (typeof c.consentForms)[number];
  wordingId?: string | undefined;
  givenOn: string;
  evidenceFileId: string | null;
}

/** Writes answers of one class, and brings what is held back into line with them. */
export async function keepAnswers(
  tx: Tx,
  actor: Actor,
  row: ClassRecord,
  answers: readonly sql.NewAnswer[],
  how: How,
): Promise<void> {
  if (how.givenOn > dayOf(actor.now)) fail('invalid', {}, { fields: { givenOn: 'fields.day' } });
  if (answers.length === 0) fail('media.no-answers');
  const wording = how.wordingId
    ? await wordingFor(tx, row.unit_id, how.purpose, how.wordingId)
    : await wordingNow(tx, row.unit_id, how.purpose);
  const valid_to = await consentEnd(tx, row.school_year, row.path);
  if (how.givenOn >= valid_to) fail('media.school-year-over');
  await sql.putAnswers(tx, answers, {
    unit_id: row.unit_id,
    path: row.path,
    purpose: how.purpose,
    form: how.form,
    wording_id: wording.id,
    evidence_file_id: how.evidenceFileId,
    given_on: how.givenOn,
    valid_to,
    recorded_by: actor.person.id,
    recorded_at: actor.now,
  });
  const touched = [...new Set(answers.map((one) => one.pupil_id))];
  const after = {
    purpose: how.purpose,
    form: how.form,
    wording: wording.number,
    givenOn: how.givenOn,
    pupils: touched.length,
    given: answers.filter((one) => one.answer === 'given').length,
    refused: answers.filter((one) => one.answer === 'refused').length,
  };
  const subject = { id: row.id, unitId: row.unit_id, path: row.path };
  await recordInside(tx, actor, c.consentsRecorded({ subject, before: null, after }));
  await refreshBlocks(tx, actor, { pupilIds: touched });
  if (how.purpose === 'news') await withdrawRefused(tx, actor, answers);
}

/** A no where the public sees the pupil's picture by an earlier yes is a request to take it back, with all that follows. */
async function withdrawRefused(tx: Tx, actor: Actor, answers: readonly sql.NewAnswer[]): Promise<void> {
  const refused = answers.filter((one) => one.answer === 'refused');
  if (refused.length === 0) return;
  const shown = await sql.listShownPupils(
    tx,
    refused.map((one) => one.pupil_id),
  );
  for (const [pupilId, own] of Map.groupBy(refused, (one) => one.pupil_id)) {
    const said = new Set<string>(own.map((one) => one.channel));
    const channels = shown.filter((one) => one.pupilId === pupilId && said.has(one.channel)).map((one) => one.channel);
    if (channels.length === 0) continue;
    const { given_by, relation } = own.find((one) => one.given_by !== null) ?? { given_by: null, relation: null };
    const askedBy = [given_by ?? say('vi', 'consents.by-form'), relation].filter(Boolean).join(', ');
    const request = { id: newId(), pupilId, purposes: ['news' as const], channels, askedBy, reason: '' };
    await withdrawConsent(tx, actor, { ...request, evidenceFileId: null });
  }
}

const ownerOf = (row: { unit_id: string; path: string }) =>
  ({ unitId: row.unit_id, path: row.path, readRight: 'consents.read' }) as const;

export async function attachEvidence(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof c.attachEvidence>,
): Promise<OutputOf<typeof c.attachEvidence>> {
  const row = await loadClass(tx, actor, input.classId, { right: 'consents.record' });
  const all = (await pupils.listPupils(tx, row.id)).map((pupil) => pupil.id);
  const chosen = input.pupilIds ?? all;
  if (!chosen.every((id) => all.includes(id))) fail('not-found');
  await takeUploaded(tx, actor, input.fileId, ownerOf(row));
  const answers = await sql.setEvidence(tx, chosen, input.fileId);
  if (answers === 0) fail('media.no-answers');
  const subject = { id: row.id, unitId: row.unit_id, path: row.path };
  const after = { pupils: chosen.length, answers };
  await recordInside(tx, actor, c.evidenceAttached({ subject, before: null, after }));
  return { fileId: input.fileId, answers };
}

export async function getEvidence(db: Db, actor: Actor, { consentId }: { consentId: string }): Promise<FileReply> {
  const found = await sql.findEvidence(db, consentId);
  if (!found?.evidence_file_id || !actor.can('consents.read', found.path)) return fail('not-found');
  return await replyWith(await fileById(db, found.evidence_file_id), false);
}

export async function listPupilAnswers(
  db: Db,
  actor: Actor,
  { pupilId }: InputOf<typeof c.listPupilAnswers>,
): Promise<OutputOf<typeof c.listPupilAnswers>> {
  const pupil = await seenPupil(db, actor, pupilId);
  const { name: className } = await seenClass(db, actor, pupil.class_id);
  const rows = await sql.listAnswers(db, pupil.id);
  type Answer = OutputOf<typeof c.listPupilAnswers>['items'][number];
  const items = rows.map((row) => ({
    id: row.id,
    party: row.party as Answer['party'],
    purpose: row.purpose as Answer['purpose'],
    channel: row.channel as Answer['channel'],
    answer: row.answer as Answer['answer'],
    givenBy: row.given_by,
    relation: row.relation,
    form: row.form as Answer['form'],
    wordingNumber: row.wording_number,
    evidence: row.evidence_file_id !== null,
    givenOn: row.given_on,
    validTo: row.valid_to,
    endedAt: isoOrNull(row.ended_at),
    endedBy: row.ended_by as Answer['endedBy'],
    recordedByName: row.recorded_by_name,
    recordedAt: isoOf(row.recorded_at),
  }));
  return { pupil: shownPupil(pupil), className, items };
}
