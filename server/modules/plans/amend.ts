import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { totalOf } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { unitFor } from '../org/org.ts';
import { amendments, isAmended, type LineAmendment, linesForPlan, originalIds, sameHeader } from './amended-content.ts';
import { copiedLines, copiedTargets } from './copied-lines.ts';
import { copyId } from './copy-id.ts';
import type * as c from './editions.contract.ts';
import * as sql from './editions.sql.ts';
import { type Amended, amendedBy } from './editions.ts';
import * as lineSql from './lines.sql.ts';
import { loadPlan } from './load-plan.ts';
import { move } from './move.ts';
import { type Plan, type PlanLine, type PlanWhole, planCreated } from './plans.contract.ts';
import * as planSql from './plans.sql.ts';
import { getPlan, startPlan } from './plans.ts';
import { recordedPlan, subjectOf } from './shown-plan.ts';
import { planReach } from './standing.ts';
import { tellPeople } from './told.ts';
import { freeze } from './versions.ts';
import { abstractOf, citationOf, closingFor, dayInWords, lowerFirst } from './wording.ts';

/** Soạn sửa đổi, bổ sung: a plan of its own with a copy of every line; what is changed there comes into the plan when it is issued. */
export async function draftAmendment(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.draftAmendment>,
): Promise<PlanWhole> {
  const amended = await loadPlan(tx, actor, given.planId, 'amend');
  const open = await sql.openAmendment(tx, amended.id);
  if (open && open.id === given.id) return getPlan(tx, actor, { planId: open.id });
  if (open) fail('plans.amendment-open', {}, { current: { planId: open.id } });
  const unit = await unitFor(tx, actor, amended.unit_id, 'plans.draft');
  const base = await getPlan(tx, actor, { planId: amended.id });
  const title = `Sửa đổi, bổ sung Kế hoạch ${lowerFirst(abstractOf(amended.title))}`.slice(0, 1000).trimEnd();
  const header = { id: given.id, unitId: unit.id, kind: base.plan.kind, title, period: base.plan.period };
  const { id, made } = await startPlan(tx, actor, unit, header, {
    opening: openingOf(base.plan),
    closing: closingFor({ kind: unit.kind, name: unit.name, upperBody: amended.upper_body }, title),
    budgetSource: base.plan.budgetSource,
    budgetAmountVnd: base.plan.budgetAmountVnd,
    amends: { planId: amended.id, reason: given.reason },
  });
  // A plan that has this id already is another one: what it amends stands above.
  if (!made) fail('conflict');
  await copyInto(tx, actor, id, base);
  const row = (await planSql.findPlan(tx, planReach(actor), id)) ?? fail('not-found');
  const whole = await getPlan(tx, actor, { planId: id });
  const after = { ...recordedPlan(row), lines: whole.lines };
  await recordInside(tx, actor, planCreated({ subject: subjectOf(row), before: null, after }));
  return whole;
}

const referenceOf = (plan: Pick<Plan, 'number' | 'symbol' | 'issuedOn'>): string =>
  `Kế hoạch số ${plan.number}/${plan.symbol}${plan.issuedOn ? ` ${dayInWords(plan.issuedOn)}` : ''}`;

const openingOf = (plan: Plan): string =>
  `${plan.issuingBody} sửa đổi, bổ sung một số nội dung của ${referenceOf(plan)} như sau:`;

/** Its own bases and recipients, and a copy of all that may be amended. */
async function copyInto(tx: Tx, actor: Actor, planId: string, base: PlanWhole): Promise<void> {
  const amended = base.lines.filter(isAmended);
  const recipients = base.lines.filter((l) => l.part === 'recipient');
  const by = { planId, personId: actor.person.id };
  const cited = [base.plan, ...(await amendmentsBefore(tx, actor, base.plan.id))];
  await lineSql.insertLines(tx, [
    ...cited.map((plan, i) => basisOn(by, plan, i + 1)),
    ...copiedLines([...recipients, ...amended], by),
  ]);
  await lineSql.insertTargets(tx, copiedTargets(amended, planId));
}

async function amendmentsBefore(tx: Tx, actor: Actor, planId: string): Promise<Plan[]> {
  const editions = (await sql.listEditions(tx, planId)).toReversed();
  const ids = editions.map((e) => e.amendment_id).filter((id) => id !== null);
  return Promise.all(ids.map(async (id) => (await getPlan(tx, actor, { planId: id })).plan));
}

/** A plan as the basis of another one. */
export function basisOn(by: { planId: string; personId: string }, plan: Plan, position: number): lineSql.NewLine {
  const { number, symbol, issuedOn, issuingBody, title } = plan;
  const doc = { doc_type: 'KẾ HOẠCH', number, symbol, issued_on: issuedOn, issuer_name: issuingBody, title };
  const detail = { type: 'Kế hoạch', ref: `${number}/${symbol}`, issuer: issuingBody, date: issuedOn, title };
  return {
    id: copyId(by.planId, plan.id),
    plan_id: by.planId,
    part: 'basis',
    parent_id: null,
    position,
    text: `Căn cứ ${citationOf(doc)}`,
    detail: JSON.stringify(detail),
    origin: 'own',
    trace: null,
    updated_by: by.personId,
  };
}

/** Whether an amendment may go on its way: the plan is still in force, and something of it is changed. */
export async function mustAmend(tx: Tx, actor: Actor, row: planSql.WholePlanRow): Promise<void> {
  if (row.amends_id === null) return;
  const amended = await standing(tx, actor, row.amends_id);
  if (amended.state !== 'issued') fail('plans.not-amendable', { state: `@plans.state.${amended.state}` });
  const { before, after } = await amendedBy(tx, actor, await getPlan(tx, actor, { planId: row.id }));
  if (amendments(before, after).length === 0 && sameHeader(before, after)) fail('plans.nothing-amended');
}

/** The amended plan, held: it is not recalled, closed or sent in between. */
async function standing(tx: Tx, actor: Actor, planId: string): Promise<planSql.WholePlanRow> {
  await planSql.lockPlan(tx, planId);
  return (await planSql.findPlan(tx, planReach(actor), planId)) ?? fail('not-found');
}

/** The amendment has its number: what it says comes into the plan, line by line, as its next edition. */
export async function applyAmendment(tx: Tx, actor: Actor, amendment: PlanWhole): Promise<void> {
  const amendsId = amendment.plan.amendsId;
  if (amendsId === null) return;
  const row = await standing(tx, actor, amendsId);
  const change = await amendedBy(tx, actor, amendment);
  const edition = row.edition + 1;
  await sql.writeFirstEdition(tx, row.id);
  const changes = amendments(change.before, change.after);
  await writeLines(tx, actor, amendment, change, { planId: row.id, edition, changes });
  await sql.putBudget(tx, row.id, amendment.plan);
  const { n } = await freeze(tx, actor, row.id, 'edition');
  const { number, symbol, issuedOn, amendReason: reason } = amendment.plan;
  await sql.insertEdition(tx, {
    plan_id: row.id,
    n: edition,
    amendment_id: amendment.plan.id,
    version_n: n,
    number,
    symbol,
    issued_on: issuedOn ?? fail('internal'),
    reason,
    person_id: actor.person.id,
    at: actor.now,
  });
  await sql.insertLineChanges(tx, row.id, edition, changes);
  const plan = await move(tx, actor, row, {
    step: 'amendment',
    event: 'amended',
    set: { edition },
    note: reason,
    versionN: n,
  });
  await tellPeople(tx, actor, plan, [row.drafted_by, row.lead_person_id], {
    kind: 'plan.amended',
    turn: edition,
    params: { number: `${number}/${symbol}` },
  });
}

async function writeLines(
  tx: Tx,
  actor: Actor,
  amendment: PlanWhole,
  { before }: Amended,
  { planId, edition, changes }: { planId: string; edition: number; changes: readonly LineAmendment[] },
): Promise<void> {
  const targets = await lineSql.listTargets(tx, planId);
  const originals = [...before.lines.map((l) => l.id), ...targets.map((t) => t.id)];
  const lines = linesForPlan(amendment.lines, originalIds(amendment.plan.id, planId, originals));
  const out = changes.filter((x) => x.change === 'removed').map((x) => x.lineId);
  const written = new Set(changes.filter((x) => x.change !== 'removed').map((x) => x.lineId));
  const wanted = lines.filter((l) => written.has(l.id));
  // Those that bear others come first: a line must stand before its children do.
  const ordered = [...wanted.filter((l) => l.parentId === null), ...wanted.filter((l) => l.parentId !== null)];
  await sql.putLines(tx, planId, ordered, actor.person.id);
  await sql.placeLines(tx, planId, lines);
  await sql.removeLines(tx, planId, edition, out);
  await sql.putTargets(tx, planId, edition, [...written], targetRows(wanted, planId, targets));
}

/** A target that was written anew with the same product keeps its id, so that evidence goes on counting towards it. */
function targetRows(
  lines: readonly PlanLine[],
  planId: string,
  before: readonly lineSql.TargetRow[],
): lineSql.NewTarget[] {
  return lines.flatMap((line) => {
    const old = before.filter((t) => t.line_id === line.id);
    const free = old.filter((t) => !line.targets.some((x) => x.id === t.id));
    return line.targets.map((t, i): lineSql.NewTarget => {
      const known = old.some((x) => x.id === t.id);
      const at = known ? -1 : free.findIndex((x) => x.product === t.product && x.counts === t.counts);
      const id = at >= 0 ? free.splice(at, 1)[0]!.id : t.id;
      const { product, counts, moment, months } = t;
      const row = { id, line_id: line.id, plan_id: planId, product, counts, moment, position: i };
      return { ...row, months: JSON.stringify(months), total: totalOf(t) };
    });
  });
}
