import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { holderOf, unitFor, upperBodyOn } from '../org/org.ts';
import { shownLine } from './line-shape.ts';
import * as lineSql from './lines.sql.ts';
import type * as c from './plans.contract.ts';
import {
  type Plan,
  type PlanAct,
  type PlanState,
  type PlanSummary,
  type PlanWhole,
  planCreated,
  planDeleted,
  planEdited,
  type SigningStep,
} from './plans.contract.ts';
import { planActs, waitingAct } from './plans.policy.ts';
import * as sql from './plans.sql.ts';
import { listSteps } from './steps.sql.ts';

const doneBy: Record<SigningStep, string> = {
  consultation: 'consultation',
  initials: 'initials',
  'format-check': 'format-check',
};

export const planReach = (actor: Actor): sql.PlanReach => ({
  plans: actor.reach('plans.read'),
  drafts: actor.reach('plans.comment'),
});

const stepsOf = (row: { taken: string[]; wanted: string[] }) =>
  (row.wanted as SigningStep[]).map((step) => ({ step, done: row.taken.includes(doneBy[step]) }));

const actsOn = (actor: Actor, row: { path: string; state: string; taken: string[]; wanted: string[] }): PlanAct[] =>
  planActs((right) => actor.can(right, row.path), { state: row.state as PlanState, steps: stepsOf(row) });

/** Finds, scopes, locks and checks: 404 unseen, 403 not yours to do, 409 wrong state or version (with the plan as it is now). */
export async function loadPlan(
  tx: Tx,
  actor: Actor,
  planId: string,
  act: PlanAct,
  version?: number,
): Promise<sql.WholePlanRow> {
  await sql.lockPlan(tx, planId);
  const row = (await sql.findPlan(tx, planReach(actor), planId)) ?? fail('not-found');
  if (version !== undefined && row.version !== version) fail('plans.conflict', {}, { current: shownPlan(actor, row) });
  if (actsOn(actor, row).includes(act)) return row;
  // With every right on hand, would the state allow it? Then it is the right that is missing.
  const inState = planActs(() => true, { state: row.state as PlanState, steps: stepsOf(row) }).includes(act);
  if (inState) return fail('forbidden');
  const missing =
    act === 'sign' && row.state === 'submitted'
      ? stepsOf(row).find((s) => !s.done && s.step !== 'consultation')
      : undefined;
  if (missing) return fail('plans.step-missing', { step: missing.step });
  return fail(
    act === 'edit'
      ? 'plans.frozen'
      : act === 'issue' && row.state === 'submitted'
        ? 'plans.not-signed'
        : 'plans.wrong-state',
    { state: row.state },
  );
}

const isoOf = (value: Date | string): string => new Date(value).toISOString();
const periodOf = (row: { period_kind: string; period_from: number; period_to: number }): Plan['period'] => ({
  kind: row.period_kind as Plan['period']['kind'],
  from: row.period_from,
  to: row.period_to,
});

export const shownPlan = (actor: Actor, row: sql.WholePlanRow): Plan => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  kind: row.kind as Plan['kind'],
  title: row.title,
  period: periodOf(row),
  state: row.state as PlanState,
  upperBody: row.upper_body,
  issuingBody: row.issuing_body,
  number: row.number,
  symbol: row.symbol,
  place: row.place,
  issuedOn: row.issued_on,
  opening: row.opening,
  closing: row.closing,
  budgetSource: row.budget_source,
  budgetAmountVnd: row.budget_amount_vnd === null ? null : Number(row.budget_amount_vnd),
  signer: {
    mode: row.signer_mode as Plan['signer']['mode'],
    onBehalf: row.signer_on_behalf,
    position: row.signer_position,
    name: row.signer_name,
  },
  sourceDocumentId: row.source_document_id,
  sourceTitle: row.source_title,
  leadPersonId: row.lead_person_id,
  leadName: row.lead_name,
  dueOn: row.due_on,
  signedFileId: row.signed_file_id,
  returnedReason: row.returned_reason,
  version: row.version,
  updatedAt: isoOf(row.updated_at),
  can: actsOn(actor, row),
  steps: stepsOf(row),
});

type SummaryRow = Awaited<ReturnType<typeof sql.listPlans>>[number];

export const shownSummary = (actor: Actor, row: SummaryRow): PlanSummary => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  kind: row.kind as PlanSummary['kind'],
  title: row.title,
  period: periodOf(row),
  state: row.state as PlanState,
  number: row.number,
  symbol: row.symbol,
  issuedOn: row.issued_on,
  dueOn: row.due_on,
  leadName: row.lead_name,
  updatedAt: isoOf(row.updated_at),
  waiting: waitingAct(actsOn(actor, row)),
});

export async function listPlans(
  db: Db,
  actor: Actor,
  filter: InputOf<typeof c.listPlans>,
): Promise<OutputOf<typeof c.listPlans>> {
  const [updatedAt, id] = filter.after?.split('_') ?? [];
  const rows = await sql.listPlans(db, planReach(actor), {
    ...filter,
    after: updatedAt && id ? { updatedAt, id } : undefined,
  });
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => shownSummary(actor, row)),
    next: rows.length > filter.limit && last ? `${last.cursor_at}_${last.id}` : null,
  };
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
    history,
  };
}

/** A unit's own plan as an empty frame: header filled from the unit, by the day it is made. */
export async function createPlan(tx: Tx, actor: Actor, given: InputOf<typeof c.createPlan>): Promise<PlanWhole> {
  const id = await startPlan(tx, actor, given, {});
  return getPlan(tx, actor, { planId: id });
}

export interface Frame {
  opening?: string | null;
  closing?: string | null;
  budgetSource?: string | null;
  sourceDocumentId?: string;
}

/** Writes the plan row with its header; lines follow. Creating the same id twice gives the same plan. */
export async function startPlan(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.createPlan>,
  frame: Frame,
): Promise<string> {
  const unit = await unitFor(tx, actor, given.unitId, 'plans.draft');
  const id = given.id ?? newId(actor.now.getTime());
  const today = dayOf(actor.now.getTime());
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
    signer_position: signer?.title ?? null,
    signer_name: signer?.name ?? null,
    source_document_id: frame.sourceDocumentId ?? null,
    lead_person_id: actor.person.id,
    drafted_by: actor.person.id,
  });
  const row = (await sql.findPlan(tx, planReach(actor), id)) ?? fail('not-found');
  if (made)
    await record(tx, actor, planCreated({ subject: subjectOf(row), before: null, after: shownPlan(actor, row) }));
  return id;
}

export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});

export async function editPlan(tx: Tx, actor: Actor, given: InputOf<typeof c.editPlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'edit', given.version);
  await sql.updatePlan(tx, before, headerChange(given));
  const after = (await sql.findPlan(tx, planReach(actor), before.id)) ?? fail('not-found');
  await record(
    tx,
    actor,
    planEdited({ subject: subjectOf(before), before: shownPlan(actor, before), after: shownPlan(actor, after) }),
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
  const whole = await getPlan(tx, actor, { planId: before.id });
  await sql.deletePlan(tx, before.id);
  await record(tx, actor, planDeleted({ subject: subjectOf(before), before: whole, after: null }));
  return {};
}
