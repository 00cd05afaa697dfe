import { type InputOf, isDay, type OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { isId } from '#lib/id.ts';
import type { ReviewField } from '#lib/review.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { getUnitRow } from '../org/org.ts';
import { deleteCorrections } from './corrections.sql.ts';
import { shownDocument } from './document-head.ts';
import type * as c from './documents.contract.ts';
import { documentDeleted, documentEdited } from './documents.contract.ts';
import * as sql from './documents.sql.ts';
import { load, present, type Row, recordedDocument, subject } from './load-document.ts';
import { findDocumentForJob } from './reading.sql.ts';
import { checkArrival } from './receiving.ts';
import { hasPlans } from './relations.sql.ts';

export {
  pictureAt,
  readStory,
  type Story,
  type StoryBlock,
  type StoryPara,
  type StoryPicture,
  type StoryTable,
  storyPicture,
} from './read-story.ts';

export async function listDocuments(
  db: Db,
  actor: Actor,
  filter: InputOf<typeof c.listDocuments>,
): Promise<OutputOf<typeof c.listDocuments>> {
  const rows = await sql.listDocuments(db, actor.reach('documents.read'), { ...filter, after: placeOf(filter.after) });
  const { items, next } = pageOf(rows, filter.limit, (last) => `${last.arrived_on}_${last.id}`);
  return { items: items.map(shownDocument), next };
}

/** Where a page goes on: the `next` of the page before. */
function placeOf(after: string | undefined): sql.DocumentFilter['after'] {
  if (after === undefined) return undefined;
  const [arrivedOn = '', id = ''] = after.split('_');
  return isDay(arrivedOn) && isId(id) ? { arrivedOn, id } : fail('unreadable');
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

export async function editDocument(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.editDocument>,
): Promise<OutputOf<typeof c.editDocument>> {
  const d = await load(tx, actor, given.documentId, 'enter', given.version);
  if (given.issuerUnitId) await getUnitRow(tx, given.issuerUnitId);
  if (given.arrivedOn !== undefined) checkArrival(given.arrivedOn, actor.now);
  await sql.updateDocument(tx, d.id, {
    ...(given.arrivalNo !== undefined && { arrival_no: given.arrivalNo || null }),
    ...(given.arrivedOn !== undefined && { arrived_on: given.arrivedOn }),
    ...(given.issuerUnitId !== undefined && { issuer_unit_id: given.issuerUnitId }),
  });
  const after = (await sql.findDocument(tx, actor.reach('documents.read'), d.id)) ?? fail('not-found');
  await recordInside(
    tx,
    actor,
    documentEdited({ subject: subject(d), before: recordedDocument(d), after: recordedDocument(after) }),
  );
  return present(tx, actor, after);
}

export async function deleteDocument(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.deleteDocument>,
): Promise<Record<string, never>> {
  const d = await load(tx, actor, given.documentId, 'delete', given.version);
  if (await hasPlans(tx, d.id)) fail('documents.has-plans');
  await deleteCorrections(tx, d.id);
  await sql.deleteDocument(tx, d.id);
  await recordInside(tx, actor, documentDeleted({ subject: subject(d), before: recordedDocument(d), after: null }));
  return {};
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

export const linkIssuerPlan = (tx: Tx, documentId: string, planId: string | null) =>
  sql.setIssuerPlan(tx, documentId, planId);

/** Whose plan the document is, by issuer, number and symbol; null while any of them is unknown. */
export async function issuerPlanOf(
  db: Db,
  documentId: string,
): Promise<{ unitId: string; number: string; symbol: string; issuedOn: string | null } | null> {
  const d = await findDocumentForJob(db, documentId);
  return d?.issuer_unit_id && d.number && d.symbol
    ? { unitId: d.issuer_unit_id, number: d.number, symbol: d.symbol, issuedOn: d.issued_on }
    : null;
}
