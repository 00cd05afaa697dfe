import type { OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { covers } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { shownDocument } from './document-head.ts';
import type * as c from './documents.contract.ts';
import { type DocumentAct, documentActs } from './documents.policy.ts';
import * as sql from './documents.sql.ts';
import { duplicatesOf, plansFrom } from './relations.sql.ts';

export type Row = NonNullable<Awaited<ReturnType<typeof sql.findDocument>>>;

export const subject = (d: { id: string; unit_id: string; path: string }) => ({
  id: d.id,
  unitId: d.unit_id,
  path: d.path,
});

const actsOn = (actor: Actor, d: { path: string; state: string }): DocumentAct[] =>
  documentActs(actor.reach('documents.receive'), actor.reach('plans.draft'), d);

/** Finds, scopes and checks: 404 unseen, 403 not yours to do, 409 wrong state or version. */
export async function load(tx: Tx, actor: Actor, documentId: string, act: DocumentAct, version?: number): Promise<Row> {
  await sql.lockDocument(tx, documentId);
  const d = (await sql.findDocument(tx, actor.reach('documents.read'), documentId)) ?? fail('not-found');
  if (!covers(actor.reach('documents.receive'), d.path)) fail('forbidden');
  if (version !== undefined && d.version !== version)
    fail('documents.conflict', {}, { current: await present(tx, actor, d) });
  if (!actsOn(actor, d).includes(act))
    fail(d.state === 'reading' ? 'documents.still-reading' : 'documents.not-in-review');
  return d;
}

/**
 * The row for the audit. Before it is read nobody knows whether a document bears a secrecy marking: until then, and where
 * it could not be read, the record names nothing of it.
 */
export function recordedDocument(d: Row): Record<string, unknown> {
  const { unitName: _unit, createdAt: _at, sourceName, title, ...row } = shownDocument(d);
  const rest = { ...row, issuerUnitId: d.issuer_unit_id, issuerPlanId: d.issuer_plan_id, version: d.version };
  return d.state === 'reading' || d.state === 'failed' ? rest : { ...rest, sourceName, title };
}

/** The document as this reader may see it. */
export async function present(db: Db, actor: Actor, d: Row): Promise<OutputOf<typeof c.receiveDocument>> {
  const reach = actor.reach('documents.read');
  const [warnings, duplicates, plans] = await Promise.all([
    sql.readWarnings(db, d.id),
    d.state === 'reading' || d.state === 'failed' ? [] : duplicatesOf(db, reach, d),
    plansFrom(db, { plans: actor.reach('plans.read'), drafts: actor.reach('plans.comment') }, d.id),
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
