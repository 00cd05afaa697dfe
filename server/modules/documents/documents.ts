import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { covers } from '#lib/reach.ts';
import { correct, openCount, type ReviewField } from '#lib/review.ts';
import type { Actor } from '#platform/actor.ts';
import { keepFile, storeContent, takeUploaded } from '#platform/files/files.ts';
import type { Stored } from '#platform/files/store.ts';
import { enqueue } from '#platform/jobs.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { getUnitRow, unitFor } from '../org/org.ts';
import { headOf, shownDocument } from './document-head.ts';
import type * as c from './documents.contract.ts';
import {
  documentChecked,
  documentCorrected,
  documentDeleted,
  documentEdited,
  documentReceived,
  documentReopened,
} from './documents.contract.ts';
import { type DocumentAct, documentActs } from './documents.policy.ts';
import * as sql from './documents.sql.ts';

type Row = NonNullable<Awaited<ReturnType<typeof sql.findDocument>>>;

const subject = (d: { id: string; unit_id: string; path: string }) => ({ id: d.id, unitId: d.unit_id, path: d.path });

const actsOn = (actor: Actor, d: { path: string; state: string }): DocumentAct[] =>
  documentActs(actor.reach('documents.receive'), actor.reach('plans.draft'), d);

/** Finds, scopes and checks: 404 unseen, 403 not yours to do, 409 wrong state or version. */
async function load(tx: Tx, actor: Actor, documentId: string, act: DocumentAct, version?: number): Promise<Row> {
  await sql.lockDocument(tx, documentId);
  const d = (await sql.findDocument(tx, actor.reach('documents.read'), documentId)) ?? fail('not-found');
  if (!covers(actor.reach('documents.receive'), d.path)) fail('forbidden');
  if (version !== undefined && d.version !== version)
    fail('documents.conflict', {}, { current: await present(tx, actor, d) });
  if (!actsOn(actor, d).includes(act))
    fail(d.state === 'reading' ? 'documents.still-reading' : 'documents.not-in-review');
  return d;
}

async function present(db: Db, actor: Actor, d: Row): Promise<OutputOf<typeof c.receiveDocument>> {
  const reach = actor.reach('documents.read');
  const [warnings, duplicates, plans] = await Promise.all([
    sql.readWarnings(db, d.id),
    d.state === 'reading' || d.state === 'failed' ? [] : sql.duplicatesOf(db, reach, d),
    sql.plansFrom(db, actor.reach('plans.read'), d.id),
  ]);
  return {
    ...shownDocument(d),
    format: d.format,
    fileId: d.file_id,
    issuerUnitId: d.issuer_unit_id,
    issuerUnitName: d.issuer_unit_name,
    issuerPlanId: d.issuer_plan_id,
    failure: d.failure_code
      ? say(actor.language, d.failure_code, (d.failure_params ?? {}) as Record<string, string>)
      : null,
    warnings: warnings.map((w) => say(actor.language, w.code, w.params)),
    duplicates: duplicates.map((o) => ({
      id: o.id,
      title: o.title,
      arrivedOn: o.arrived_on,
      why: o.same_file ? 'same-file' : 'same-number',
    })),
    plans,
    version: d.version,
    can: actsOn(actor, d),
  };
}

export async function listDocuments(
  db: Db,
  actor: Actor,
  filter: InputOf<typeof c.listDocuments>,
): Promise<OutputOf<typeof c.listDocuments>> {
  const [arrivedOn, id] = filter.after?.split('_') ?? [];
  const rows = await sql.listDocuments(db, actor.reach('documents.read'), {
    ...filter,
    after: arrivedOn && id ? { arrivedOn, id } : undefined,
  });
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  return {
    items: items.map(shownDocument),
    next: rows.length > filter.limit && last ? `${last.arrived_on}_${last.id}` : null,
  };
}

export async function getDocument(
  db: Db,
  actor: Actor,
  { documentId }: InputOf<typeof c.getDocument>,
): Promise<OutputOf<typeof c.getDocument>> {
  const d = (await sql.findDocument(db, actor.reach('documents.read'), documentId)) ?? fail('not-found');
  return { document: await present(db, actor, d), fields: await sql.readFields(db, documentId) };
}

export async function getSource(
  db: Db,
  actor: Actor,
  { documentId }: InputOf<typeof c.getDocumentSource>,
): Promise<OutputOf<typeof c.getDocumentSource>> {
  const source = (await sql.readSource(db, actor.reach('documents.read'), documentId)) ?? fail('not-found');
  return {
    format: source.format ?? 'text',
    blocks: (source.blocks as unknown[] | null) ?? [],
    pages: source.pages as unknown[] | null,
  };
}

/** A paste is stored like a file, before the transaction. */
export async function storePaste(
  _db: Db,
  _actor: Actor,
  { pasted }: InputOf<typeof c.receiveDocument>,
): Promise<Stored | null> {
  return pasted === undefined ? null : storeContent(pasted);
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
  const known = given.id ? await sql.findDocument(tx, actor.reach('documents.read'), id) : undefined;
  if (known) return present(tx, actor, known);
  const owner = { unitId: unit.id, path: unit.path, readRight: 'documents.read' as const };
  const file = given.fileId
    ? await takeUploaded(tx, actor, given.fileId, owner)
    : await keepFile(
        tx,
        {
          ...(paste ?? fail('invalid', {}, { fields: { fileId: 'fields.required' } })),
          name: 'Văn bản dán.txt',
          mediaType: 'text/plain',
        },
        owner,
        { now: actor.now, personId: actor.person.id },
      );
  await sql.insertDocument(tx, {
    id,
    unit_id: unit.id,
    path: unit.path,
    arrival_no: given.arrivalNo || null,
    arrived_on: given.arrivedOn ?? dayOf(actor.now.getTime()),
    file_id: file.id,
    sha256: file.sha256,
    source_name: file.name,
    created_by: actor.person.id,
  });
  // The record names no file: should it turn out to be secret, nothing of it may have been kept.
  await record(
    tx,
    actor,
    documentReceived({
      subject: { id, unitId: unit.id, path: unit.path },
      before: null,
      after: { id, unitId: unit.id, state: 'reading' },
    }),
  );
  await enqueue(tx, 'documents.read-file', { documentId: id });
  return present(tx, actor, (await sql.findDocument(tx, actor.reach('documents.read'), id)) ?? fail('not-found'));
}

export async function editDocument(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.editDocument>,
): Promise<OutputOf<typeof c.editDocument>> {
  const d = await load(tx, actor, given.documentId, 'delete', given.version);
  if (given.issuerUnitId) await getUnitRow(tx, given.issuerUnitId);
  await sql.updateDocument(tx, d.id, {
    ...(given.arrivalNo !== undefined && { arrival_no: given.arrivalNo || null }),
    ...(given.arrivedOn !== undefined && { arrived_on: given.arrivedOn }),
    ...(given.issuerUnitId !== undefined && { issuer_unit_id: given.issuerUnitId }),
  });
  const after = (await sql.findDocument(tx, actor.reach('documents.read'), d.id)) ?? fail('not-found');
  await record(
    tx,
    actor,
    documentEdited({ subject: subject(d), before: shownDocument(d), after: shownDocument(after) }),
  );
  return present(tx, actor, after);
}

/** One act of the reader's eye. The field before and after is kept: corrections are future test cases. */
export async function correctDocument(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.correctDocument>,
): Promise<OutputOf<typeof c.correctDocument>> {
  const d = await load(tx, actor, given.documentId, 'review', given.version);
  const fields = await sql.readFields(tx, d.id);
  const result = correct(fields, given) ?? fail('documents.bad-field', { field: given.field });
  await keepFields(tx, d.id, result.fields);
  const [before, after] = [result.before, result.after].map((f) =>
    f ? { value: f.value, group: f.group, state: f.state, detail: f.detail } : null,
  );
  await sql.insertCorrection(tx, {
    id: newId(actor.now.getTime()),
    document_id: d.id,
    field: given.field,
    act: given.act,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
    rule: result.before?.rule ?? null,
    person_id: actor.person.id,
  });
  await record(
    tx,
    actor,
    documentCorrected({
      subject: subject(d),
      before: { field: given.field, ...before },
      after: { field: given.field, act: given.act, ...after },
    }),
  );
  return getDocument(tx, actor, given);
}

/** Stores the fields and what lists and duplicates need of them. */
async function keepFields(tx: Tx, documentId: string, fields: readonly ReviewField[]): Promise<void> {
  await sql.storeFields(tx, documentId, {
    fields: JSON.stringify(fields),
    open_fields: openCount(fields),
    ...headOf(fields),
  });
}

export async function checkDocument(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.checkDocument>,
): Promise<OutputOf<typeof c.checkDocument>> {
  const d = await load(tx, actor, given.documentId, 'check', given.version);
  await sql.setState(tx, d.id, 'checked', actor.person.id);
  await record(
    tx,
    actor,
    documentChecked({ subject: subject(d), before: { state: d.state, open: d.open }, after: { state: 'checked' } }),
  );
  return getDocument(tx, actor, given);
}

export async function reopenDocument(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.reopenDocument>,
): Promise<OutputOf<typeof c.reopenDocument>> {
  const d = await load(tx, actor, given.documentId, 'reopen', given.version);
  await sql.setState(tx, d.id, 'review', null);
  await record(
    tx,
    actor,
    documentReopened({ subject: subject(d), before: { state: d.state }, after: { state: 'review' } }),
  );
  return getDocument(tx, actor, given);
}

export async function deleteDocument(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.deleteDocument>,
): Promise<Record<string, never>> {
  const d = await load(tx, actor, given.documentId, 'delete', given.version);
  if ((await sql.plansFrom(tx, actor.reach('plans.read'), d.id)).length > 0) fail('documents.has-plans');
  await sql.deleteCorrections(tx, d.id);
  await sql.deleteDocument(tx, d.id);
  await record(
    tx,
    actor,
    documentDeleted({ subject: subject(d), before: d.source_name ? shownDocument(d) : null, after: null }),
  );
  return {};
}

export async function listCorrections(
  db: Db,
  actor: Actor,
  { documentId }: InputOf<typeof c.listCorrections>,
): Promise<OutputOf<typeof c.listCorrections>> {
  if (!(await sql.findDocument(db, actor.reach('documents.read'), documentId))) fail('not-found');
  const rows = await sql.listCorrections(db, documentId);
  return { items: rows.map((r) => ({ ...r, at: new Date(r.at).toISOString() })) };
}

/** For the plans module: the reviewed fields of a document in reach. */
export async function fieldsForPlan(
  db: Db,
  actor: Actor,
  documentId: string,
): Promise<{ document: Row; fields: ReviewField[] }> {
  const document = (await sql.findDocument(db, actor.reach('documents.read'), documentId)) ?? fail('not-found');
  if (document.state === 'reading') fail('documents.still-reading');
  if (document.state === 'failed') fail('documents.not-in-review');
  return {
    document,
    fields: (await sql.readFields(db, documentId)).filter((f) => f.state !== 'dropped' && f.value !== ''),
  };
}

export const linkIssuerPlan = (tx: Tx, documentId: string, planId: string) => sql.setIssuerPlan(tx, documentId, planId);

/** Whose plan the document is, by issuer, number and symbol; null while any of them is unknown. */
export async function issuerPlanOf(
  db: Db,
  documentId: string,
): Promise<{ unitId: string; number: string; symbol: string } | null> {
  const d = await sql.findDocumentForJob(db, documentId);
  return d?.issuer_unit_id && d.number && d.symbol
    ? { unitId: d.issuer_unit_id, number: d.number, symbol: d.symbol }
    : null;
}
