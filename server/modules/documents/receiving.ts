import { type InputOf, isDay, type OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import { keepFile, storeContent, takeUploaded } from '#platform/files/files.ts';
import type { Stored } from '#platform/files/store.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { unitFor } from '../org/org.ts';
import type * as c from './documents.contract.ts';
import { documentReceived } from './documents.contract.ts';
import * as sql from './documents.sql.ts';
import { present } from './load-document.ts';

/** A paste is stored like a file, before the transaction. */
export async function storePaste(
  _db: Db,
  _actor: Actor,
  { pasted }: InputOf<typeof c.receiveDocument>,
): Promise<Stored | null> {
  if (pasted === undefined) return null;
  if (pasted.trim() === '') fail('invalid', {}, { fields: { pasted: 'fields.required' } });
  return storeContent(pasted);
}

/** Takes in an uploaded file or a paste; reading happens after the commit, in a process of its own. */
export async function receiveDocument(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.receiveDocument>,
  paste: Stored | null,
): Promise<OutputOf<typeof c.receiveDocument>> {
  const unit = await unitFor(tx, actor, given.unitId, 'documents.receive');
  const id = given.id ?? newId(actor.now.getTime());
  const arrived = given.arrivedOn ?? dayOf(actor.now);
  if (given.id) await sql.lockNewId(tx, id);
  const known = given.id ? await sql.findDocument(tx, actor.reach('documents.read'), id) : undefined;
  if (known) return present(tx, actor, known);
  checkArrival(arrived, actor.now);
  const file = await takeFile(tx, actor, unit, given, paste);
  await sql.insertDocument(tx, {
    id,
    unit_id: unit.id,
    path: unit.path,
    arrival_no: given.arrivalNo || null,
    arrived_on: arrived,
    file_id: file.id,
    sha256: file.sha256,
    source_name: file.name,
    created_by: actor.person.id,
  });
  // The record names no file: should it turn out to be secret, nothing of it may have been kept.
  await recordInside(
    tx,
    actor,
    documentReceived({
      subject: { id, unitId: unit.id, path: unit.path },
      before: null,
      after: { id, unitId: unit.id, state: 'reading' },
    }),
  );
  await enqueueReading(tx, id);
  return present(tx, actor, (await sql.findDocument(tx, actor.reach('documents.read'), id)) ?? fail('not-found'));
}

function takeFile(
  tx: Tx,
  actor: Actor,
  unit: { id: string; path: string },
  given: InputOf<typeof c.receiveDocument>,
  paste: Stored | null,
) {
  const owner = { unitId: unit.id, path: unit.path, readRight: 'documents.read' as const };
  if (given.fileId) return takeUploaded(tx, actor, given.fileId, owner);
  const content = paste ?? fail('invalid', {}, { fields: { fileId: 'fields.required' } });
  const file = { ...content, name: 'Văn bản dán.txt', mediaType: 'text/plain' };
  return keepFile(tx, file, owner, { now: actor.now, personId: actor.person.id });
}

/** One reading waits for a document at a time. */
export const enqueueReading = (tx: Tx, documentId: string): Promise<void> =>
  enqueue(tx, 'documents.read-file', { documentId }, { once: documentId });

/** Ngày đến: a day that has come, of our own time. */
export function checkArrival(day: string, now: Date): void {
  const key = !isDay(day) ? 'fields.day' : day > dayOf(now) ? 'fields.day-future' : null;
  if (key) fail('invalid', {}, { fields: { arrivedOn: key } });
}
