import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { correct, openCount, type ReviewField } from '#lib/review.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import * as corrections from './corrections.sql.ts';
import { headOf } from './document-head.ts';
import type * as c from './documents.contract.ts';
import { documentChecked, documentCorrected, documentReopened } from './documents.contract.ts';
import * as sql from './documents.sql.ts';
import { getDocument } from './documents.ts';
import { issuerUnit } from './issuer.ts';
import { load, type Row, subject } from './load-document.ts';

/** One act of the reader's eye. The field before and after is kept: corrections are future test cases. */
export async function correctDocument(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.correctDocument>,
): Promise<OutputOf<typeof c.correctDocument>> {
  const d = await load(tx, actor, given.documentId, 'review', given.version);
  const fields = await sql.readFields(tx, d.id);
  const result = correct(fields, composed(given)) ?? fail('documents.bad-field', { field: given.field });
  await keepFields(tx, d, result.fields);
  const [before, after] = [result.before, result.after].map((f) =>
    f ? { value: f.value, group: f.group, state: f.state, detail: f.detail } : null,
  );
  await corrections.insertCorrection(tx, {
    id: newId(actor.now.getTime()),
    document_id: d.id,
    field: given.field,
    act: given.act,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
    rule: result.before?.rule ?? null,
    person_id: actor.person.id,
  });
  await recordInside(
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

/** Marks composed (NFC), as every text enters the system. */
const composed = (given: InputOf<typeof c.correctDocument>): InputOf<typeof c.correctDocument> => ({
  ...given,
  value: given.value?.normalize('NFC'),
  detail: given.detail && (JSON.parse(JSON.stringify(given.detail).normalize('NFC')) as Record<string, unknown>),
});

/** Stores the fields and what lists and duplicates need of them; another issuer is another unit. */
async function keepFields(tx: Tx, d: Row, fields: readonly ReviewField[]): Promise<void> {
  const head = headOf(fields);
  const renamed = head.issuer_name !== d.issuer_name;
  await sql.storeFields(tx, d.id, {
    fields: JSON.stringify(fields),
    open_fields: openCount(fields),
    ...head,
    ...(renamed && { issuer_unit_id: await issuerUnit(tx, head.issuer_name) }),
  });
}

export async function checkDocument(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.checkDocument>,
): Promise<OutputOf<typeof c.checkDocument>> {
  const d = await load(tx, actor, given.documentId, 'check', given.version);
  await sql.setState(tx, d.id, 'checked', actor.person.id);
  await recordInside(
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
  await recordInside(
    tx,
    actor,
    documentReopened({ subject: subject(d), before: { state: d.state }, after: { state: 'review' } }),
  );
  return getDocument(tx, actor, given);
}

export async function listCorrections(
  db: Db,
  actor: Actor,
  { documentId }: InputOf<typeof c.listCorrections>,
): Promise<OutputOf<typeof c.listCorrections>> {
  if (!(await sql.findDocument(db, actor.reach('documents.read'), documentId))) fail('not-found');
  const rows = await corrections.listCorrections(db, documentId);
  return { items: rows.map((r) => ({ ...r, at: new Date(r.at).toISOString() })) };
}
