import { isoOf, isoOrNull } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import type { Plan, PlanState, PlanSummary } from './plans.contract.ts';
import { waitingAct } from './plans.policy.ts';
import type * as sql from './plans.sql.ts';
import { actsOn, isInside, stepsOf } from './standing.ts';

const periodOf = (row: { period_kind: string; period_from: number; period_to: number }): Plan['period'] => ({
  kind: row.period_kind as Plan['period']['kind'],
  from: row.period_from,
  to: row.period_to,
});

/** What the row says, without who looks at it. */
const plainPlan = (row: sql.WholePlanRow) => ({
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
  leadPersonId: row.lead_person_id,
  leadName: row.lead_name,
  dueOn: row.due_on,
  signedFileId: row.signed_file_id,
  returnedReason: row.returned_reason,
  edition: row.edition,
  amendsId: row.amends_id,
  amendReason: row.amend_reason,
  followsId: row.follows_id,
  recall: row.recall_reason === null ? null : { reason: row.recall_reason, ref: row.recall_ref, on: row.recalled_on },
  version: row.version,
});

export const shownPlan = (actor: Actor, row: sql.WholePlanRow): Plan => ({
  ...plainPlan(row),
  // The title of an incoming document is its unit's: who may not read the document does not read its title here.
  sourceTitle: row.source_path !== null && actor.can('documents.read', row.source_path) ? row.source_title : null,
  parentLine: parentLineOf(actor, row),
  updatedAt: isoOf(row.updated_at),
  can: actsOn(actor, row),
  steps: stepsOf(row),
});

/** Colleagues read the plan from which theirs hangs: it is their own, or it was sent to them. */
const parentLineOf = (actor: Actor, row: sql.WholePlanRow): Plan['parentLine'] =>
  row.parent_plan_id !== null &&
  row.parent_line_id !== null &&
  (isInside(actor, row) || actor.can('plans.read', row.parent_path ?? ''))
    ? {
        lineId: row.parent_line_id,
        text: row.parent_text ?? '',
        planId: row.parent_plan_id,
        planTitle: row.parent_title ?? '',
      }
    : null;

/** The row for the audit: all that was kept, nothing that depends on who looks. */
export const recordedPlan = (row: sql.WholePlanRow): Record<string, unknown> => ({
  ...plainPlan(row),
  draftedBy: row.drafted_by,
  submittedAt: isoOrNull(row.submitted_at),
  signedAt: isoOrNull(row.signed_at),
  signedHash: row.signed_hash,
  parentPlanId: row.parent_plan_id,
  parentLineId: row.parent_line_id,
  signerPersonId: row.signer_person_id,
});

export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
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
