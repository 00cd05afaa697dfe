import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId, newId } from '#lib/id.ts';
import { isPlaceInTime } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { holderOf, type Unit, unitFor, upperBodyOn } from '../org/org.ts';
import { seesPerson } from '../org/people.ts';
import { listComments } from './comments.sql.ts';
import { shownLine } from './line-shape.ts';
import * as lineSql from './lines.sql.ts';
import { loadPlan } from './load-plan.ts';
import { type ParentLine, parentChange, parentFor } from './parent-line.ts';
import type * as c from './plans.contract.ts';
import { type Plan, type PlanWhole, planCreated, planDeleted, planEdited } from './plans.contract.ts';
import * as sql from './plans.sql.ts';
import { recordedPlan, shownPlan, shownSummary, subjectOf } from './shown-plan.ts';
import { isInside, planReach } from './standing.ts';
import { listSteps } from './steps.sql.ts';
import { signerPosition } from './wording.ts';

export async function listPlans(
  db: Db,
  actor: Actor,
  filter: InputOf<typeof c.listPlans>,
): Promise<OutputOf<typeof c.listPlans>> {
  const rows = await sql.listPlans(db, planReach(actor), { ...filter, after: placeOf(filter.after) });
  const { items, next } = pageOf(rows, filter.limit, (last) => `${last.cursor_at}_${last.id}`);
  return { items: items.map((row) => shownSummary(actor, row)), next };
}

/** Where a page goes on: the `next` of the page before. */
function placeOf(after: string | undefined): sql.PlanFilter['after'] {
  if (after === undefined) return undefined;
  const [updatedAt = '', id = ''] = after.split('_');
  return isPlaceInTime(updatedAt) && isId(id) ? { updatedAt, id } : fail('unreadable');
}

export async function getPlan(db: Db, actor: Actor, { planId }: { planId: string }): Promise<PlanWhole> {
  const row = (await sql.findPlan(db, planReach(actor), planId)) ?? fail('not-found');
  const [lines, targets, history] = await Promise.all([
    lineSql.listLines(db, planId),
    lineSql.listTargets(db, planId),
    listSteps(db, planId),
  ]);
  const byLine = Map.groupBy(targets, (t) => t.line_id);
  return {
    plan: shownPlan(actor, row),
    lines: lines.map((line) => shownLine(line, byLine.get(line.id) ?? [])),
    history: isInside(actor, row) ? history : openHistory(history),
  };
}

/** What others than colleagues see of the way: the stops since the plan was submitted, without the words that went with them. */
const openHistory = (history: PlanWhole['history']): PlanWhole['history'] =>
  history.slice(history.findLastIndex((s) => s.step === 'submission')).map((s) => ({ ...s, note: null }));

/** A unit's own plan as an empty frame: header filled from the unit, by the day it is made. */
export async function createPlan(tx: Tx, actor: Actor, given: InputOf<typeof c.createPlan>): Promise<PlanWhole> {
  const unit = await unitFor(tx, actor, given.unitId, 'plans.draft');
  const parent = await parentFor(tx, unit.id, given.kind, given.parentLineId);
  const { id, made } = await startPlan(tx, actor, unit, given, { parent });
  const row = (await sql.findPlan(tx, planReach(actor), id)) ?? fail('not-found');
  if (made)
    await recordInside(tx, actor, planCreated({ subject: subjectOf(row), before: null, after: recordedPlan(row) }));
  return getPlan(tx, actor, { planId: id });
}

export interface Frame {
  opening?: string | null;
  closing?: string | null;
  budgetSource?: string | null;
  budgetAmountVnd?: number | null;
  sourceDocumentId?: string | null;
  /** The plan that this one amends, and why. */
  amends?: { planId: string; reason: string };
  /** The plan of the year before. */
  followsId?: string;
  /** The activity from which a thematic plan hangs. */
  parent?: ParentLine;
}

/** Writes the plan row with its header; lines and the record follow. Creating the same id twice makes one plan (`made` false). */
export async function startPlan(
  tx: Tx,
  actor: Actor,
  unit: Unit,
  given: InputOf<typeof c.createPlan>,
  frame: Frame,
): Promise<{ id: string; made: boolean }> {
  const id = given.id ?? newId(actor.now.getTime());
  const today = dayOf(actor.now);
  const signer = await holderOf(tx, unit.id, 'head', today);
  const made = await sql.insertPlan(tx, {
    id,
    unit_id: unit.id,
    path: unit.path,
    kind: given.kind,
    title: given.title,
    period_kind: given.period.kind,
    period_from: given.period.from,
    period_to: Math.max(given.period.from, given.period.to),
    upper_body: await upperBodyOn(tx, unit.id, today),
    issuing_body: unit.name,
    symbol: `KH-${unit.symbol ?? 'ĐV'}`,
    place: unit.place ?? '',
    opening: frame.opening ?? null,
    closing: frame.closing ?? null,
    budget_source: frame.budgetSource ?? null,
    signer_mode: null,
    signer_position: signer ? signerPosition(signer.title) : null,
    signer_name: signer?.name ?? null,
    source_document_id: frame.sourceDocumentId ?? null,
    lead_person_id: actor.person.id,
    drafted_by: actor.person.id,
    budget_amount_vnd: frame.budgetAmountVnd ?? null,
    ...(frame.amends && { amends_id: frame.amends.planId, amend_reason: frame.amends.reason }),
    ...(frame.followsId && { follows_id: frame.followsId }),
    ...frame.parent,
  });
  if (!made && (await sql.findPlan(tx, planReach(actor), id))?.unit_id !== unit.id) fail('conflict');
  return { id, made: made !== undefined };
}

export async function editPlan(tx: Tx, actor: Actor, given: InputOf<typeof c.editPlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'edit', given.version);
  const lead = given.leadPersonId;
  if (lead && lead !== before.lead_person_id && !(await seesPerson(tx, actor, lead)))
    fail('invalid', {}, { fields: { leadPersonId: 'fields.person' } });
  await sql.updatePlan(tx, before, { ...headerChange(given), ...(await parentChange(tx, before, given)) });
  const after = (await sql.findPlan(tx, planReach(actor), before.id)) ?? fail('not-found');
  await recordInside(
    tx,
    actor,
    planEdited({ subject: subjectOf(before), before: recordedPlan(before), after: recordedPlan(after) }),
  );
  return shownPlan(actor, after);
}

function headerChange(g: InputOf<typeof c.editPlan>): sql.PlanChange {
  const all = {
    title: g.title,
    kind: g.kind,
    period_kind: g.period?.kind,
    period_from: g.period?.from,
    period_to: g.period && Math.max(g.period.from, g.period.to),
    upper_body: g.upperBody,
    issuing_body: g.issuingBody,
    symbol: g.symbol,
    place: g.place,
    opening: g.opening,
    closing: g.closing,
    budget_source: g.budgetSource,
    budget_amount_vnd: g.budgetAmountVnd,
    signer_mode: g.signer?.mode,
    signer_on_behalf: g.signer?.onBehalf,
    signer_position: g.signer?.position,
    signer_name: g.signer?.name,
    lead_person_id: g.leadPersonId,
    due_on: g.dueOn,
  };
  return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined)) as sql.PlanChange;
}

export async function deletePlan(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.deletePlan>,
): Promise<Record<string, never>> {
  const before = await loadPlan(tx, actor, given.planId, 'delete', given.version);
  const { lines, history } = await getPlan(tx, actor, { planId: before.id });
  const comments = await listComments(tx, before.id);
  await sql.deletePlan(tx, before.id);
  const was = { ...recordedPlan(before), lines, history, comments };
  await recordInside(tx, actor, planDeleted({ subject: subjectOf(before), before: was, after: null }));
  return {};
}
