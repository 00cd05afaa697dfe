import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { shiftLine, shiftText, type YearShift } from '#lib/next-year.ts';
import { monthsOfPeriod } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { unitFor } from '../org/org.ts';
import { amendedValues, monthlyCounts } from './amended-values.ts';
import { insertComment } from './comments.sql.ts';
import { copiedLines, copiedTargets } from './copied-lines.ts';
import { copyId } from './copy-id.ts';
import { insertLines, insertTargets } from './lines.sql.ts';
import { loadPlan } from './load-plan.ts';
import { mapUnits, type UnitMapping } from './mapped-units.ts';
import type * as c from './next-year.contract.ts';
import * as sql from './next-year.sql.ts';
import { type Plan, type PlanLine, type PlanState, type PlanWhole, planCreated } from './plans.contract.ts';
import * as planSql from './plans.sql.ts';
import { getPlan, startPlan } from './plans.ts';
import { type Renewal, renewBases } from './renewed-bases.ts';
import { resultsOf } from './results.ts';
import { recordedPlan, subjectOf } from './shown-plan.ts';
import { planReach } from './standing.ts';

type Report = Omit<OutputOf<typeof c.makeNextYear>, 'planId'>;
type Shifted = Report['shifted'][number];

interface NextYear {
  lines: PlanLine[];
  header: Pick<Plan, 'opening' | 'closing' | 'budgetSource'>;
  report: Report;
}

export async function previewNextYear(
  db: Db,
  actor: Actor,
  given: InputOf<typeof c.previewNextYear>,
): Promise<OutputOf<typeof c.previewNextYear>> {
  const whole = await getPlan(db, actor, { planId: given.planId });
  if (!whole.plan.can.includes('next-year')) fail('forbidden');
  const { kind, from, to } = whole.plan.period;
  const first = given.from ?? from + usualStep(whole.plan.period);
  const { report, lines } = await nextYearOf(db, actor, whole, { kind, from: first, to: first + to - from });
  const made = await sql.plansAfter(db, given.planId);
  return {
    ...report,
    lines: lines.length,
    made: made.map((p) => ({ planId: p.id, title: p.title, state: p.state as PlanState })),
  };
}

/** One year on; a plan of several years is followed by the stretch after it. */
const usualStep = ({ kind, from, to }: Plan['period']): number => (kind === 'range' ? to - from + 1 : 1);

/** Lập kế hoạch năm sau: a draft of the same unit, with times moved, bases and units as they are now; nothing is done silently. */
export async function makeNextYear(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.makeNextYear>,
): Promise<OutputOf<typeof c.makeNextYear>> {
  const before = await loadPlan(tx, actor, given.planId, 'next-year');
  const whole = await getPlan(tx, actor, { planId: before.id });
  const next = await nextYearOf(tx, actor, whole, given.period);
  const title = given.title ?? next.report.title;
  const unit = await unitFor(tx, actor, before.unit_id, 'plans.draft');
  const wanted = { id: given.id, unitId: unit.id, kind: whole.plan.kind, title, period: given.period };
  const { id, made } = await startPlan(tx, actor, unit, wanted, { ...next.header, followsId: before.id });
  const row = (await planSql.findPlan(tx, planReach(actor), id)) ?? fail('not-found');
  if (row.follows_id !== before.id) fail('conflict');
  if (!made) return { planId: id, ...next.report };
  await insertLines(tx, copiedLines(next.lines, { planId: id, personId: actor.person.id }));
  await insertTargets(tx, copiedTargets(next.lines, id));
  await noteOnLines(tx, actor, id, next.report);
  const { lines } = await getPlan(tx, actor, { planId: id });
  const after = { ...recordedPlan(row), lines };
  await recordInside(tx, actor, planCreated({ subject: subjectOf(row), before: null, after }));
  return { planId: id, ...next.report, title };
}

async function nextYearOf(db: Db, actor: Actor, whole: PlanWhole, period: Plan['period']): Promise<NextYear> {
  const shift = shiftTo(whole.plan, period);
  const first = `${monthsOfPeriod(period)[0]}-01`;
  const today = dayOf(actor.now);
  const bases = await renewBases(db, whole.lines, first > today ? first : today);
  const units = await mapUnits(db, bases.lines, today);
  const lines = units.lines.map((line): PlanLine => {
    const { text, detail, targets } = shiftLine(line, shift);
    // What was taken from last year's document is the unit's own by now.
    return { ...line, text, detail, origin: 'own', trace: null, targets: targetsOf(line, targets) };
  });
  const moved = (text: string | null) => text && shiftText(text, shift);
  const { title, opening, closing, budgetSource } = whole.plan;
  const header = { opening: moved(opening), closing: moved(closing), budgetSource: moved(budgetSource) };
  const report = {
    title: shiftText(title, shift),
    period,
    shifted: [
      ...shiftedHeader(whole.plan, { title: shiftText(title, shift), ...header }),
      ...units.lines.flatMap((line, i) => shiftedFacts(line, lines[i]!)),
    ],
    counted: lines.filter((l) => l.targets.length > 0).length,
    ...toldOf(actor, bases.renewals, units.mappings),
    renew: oldPlans(whole, lines),
  };
  return { lines, header, report };
}

const targetsOf = (line: PlanLine, shifted: readonly { months: Record<string, number> }[]): PlanLine['targets'] =>
  line.targets.map((t, i) => ({ ...t, months: shifted[i]?.months ?? t.months }));

/** A plan is followed by one of the same kind and length that begins later. */
function shiftTo({ period: old }: Plan, period: Plan['period']): YearShift {
  const by = period.from - old.from;
  const fits = period.kind === old.kind && period.to - period.from === old.to - old.from && by >= 1 && by <= 20;
  if (!fits) fail('invalid', {}, { fields: { period: 'fields.next-year' } });
  return { period: { from: old.from, to: old.to }, by };
}

function shiftedHeader(plan: Plan, next: Record<'title' | keyof NextYear['header'], string | null>): Shifted[] {
  return (['title', 'opening', 'closing', 'budgetSource'] as const)
    .filter((name) => plan[name] !== next[name])
    .map((name) => ({
      lineId: null,
      part: 'header',
      text: '',
      name,
      before: plan[name] ?? '',
      after: next[name] ?? '',
    }));
}

const shiftedFacts = (before: PlanLine, after: PlanLine): Shifted[] =>
  amendedValues(before, after)
    .filter((value) => value.name !== monthlyCounts)
    .map((value) => ({ lineId: before.id, part: before.part, text: before.text, ...value }));

/** Plans of the old time among the bases: the ones of the next year take their place once they are issued. */
function oldPlans({ plan }: PlanWhole, lines: readonly PlanLine[]): Report['renew'] {
  const years = new RegExp(`(?<!\\d)(${plan.period.from}|${plan.period.to})(?!\\d)`);
  return lines
    .filter((l) => l.part === 'basis' && /Kế hoạch|Công văn|Hướng dẫn|Chỉ thị/u.test(l.text) && years.test(l.text))
    .map((l) => ({ lineId: l.id, text: l.text }));
}

function toldOf(
  actor: Actor,
  renewals: readonly Renewal[],
  mappings: readonly UnitMapping[],
): Pick<Report, 'replaced' | 'lapsed' | 'mapped' | 'unmapped'> {
  const sentence = ({ refs, by, since, after }: Renewal) => {
    const code = after !== null ? 'renewed' : by ? 'lapsed-replaced' : 'lapsed';
    return say(actor.language, `plans.next-year.${code}`, { ref: refs, by, date: since });
  };
  return {
    replaced: renewals.flatMap((r) =>
      r.after === null ? [] : [{ lineId: r.lineId, before: r.before, after: r.after, sentence: sentence(r) }],
    ),
    lapsed: renewals
      .filter((r) => r.after === null)
      .map((r) => ({ lineId: r.lineId, text: r.before, sentence: sentence(r) })),
    mapped: mappings.flatMap(({ to, ...m }) => (to === null ? [] : [{ ...m, to }])),
    unmapped: mappings.filter((m) => m.to === null).map(({ lineId, text, from }) => ({ lineId, text, from })),
  };
}

/** What was replaced, and what waits for a person, stands as an opinion at its line. */
async function noteOnLines(tx: Tx, actor: Actor, planId: string, report: Report): Promise<void> {
  const words = (code: string, params = {}) => say(actor.language, `plans.next-year.${code}`, params);
  const notes = [
    ...[...report.replaced, ...report.lapsed].map((r) => ({ lineId: r.lineId, text: r.sentence })),
    ...report.mapped.map((m) => ({ lineId: m.lineId, text: words('mapped', { from: m.from, to: m.to }) })),
    ...report.unmapped.map((m) => ({ lineId: m.lineId, text: words('unmapped', { from: m.from }) })),
    ...report.renew.map((r) => ({ lineId: r.lineId, text: words('renew') })),
  ];
  for (const { lineId, text } of notes)
    await insertComment(tx, {
      id: newId(actor.now.getTime()),
      plan_id: planId,
      line_id: copyId(planId, lineId),
      person_id: actor.person.id,
      text,
    });
}

/** What was planned and done last year, under the lines of this year that were made from them. */
export async function lastYear(
  db: Db,
  actor: Actor,
  { planId }: InputOf<typeof c.lastYear>,
): Promise<OutputOf<typeof c.lastYear>> {
  const { plan } = await getPlan(db, actor, { planId });
  const before = plan.followsId && (await planSql.findPlan(db, planReach(actor), plan.followsId));
  if (!before) return { plan: null, items: [] };
  const results = await resultsOf(db, await getPlan(db, actor, { planId: before.id }));
  return {
    plan: { planId: before.id, title: before.title },
    items: results.map((r) => ({ ...r, lineId: copyId(planId, r.lineId) })),
  };
}
