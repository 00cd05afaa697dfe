import type { InputOf, OutputOf } from '#lib/contract.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import { type DetailOf, monthsOfPeriod } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Db } from '#platform/tx.ts';
import { instrumentsNamed } from './checks.sql.ts';
import type * as c from './plans.contract.ts';
import type { PlanLine, PlanWhole } from './plans.contract.ts';
import { getPlan } from './plans.ts';

type Warning = OutputOf<typeof c.checkPlan>['items'][number];
interface Finding {
  code: string;
  params?: Record<string, string | number>;
  lineId?: string;
  severity?: Warning['severity'];
}

/** What an attentive colleague would point out: lapsed bases, activities without owner or time, gaps in the header. */
export async function checkPlan(
  db: Db,
  actor: Actor,
  { planId }: InputOf<typeof c.checkPlan>,
): Promise<OutputOf<typeof c.checkPlan>> {
  const whole = await getPlan(db, actor, { planId });
  const day = whole.plan.issuedOn ?? dayOf(actor.now);
  const findings = [
    ...(await amendedOver(db, actor, whole)),
    ...(await lapsedBases(db, whole.lines, day)),
    ...gaps(whole),
  ];
  return {
    items: findings.map((f) => ({
      code: f.code,
      sentence: say(actor.language, f.code, f.params),
      lineId: f.lineId ?? null,
      severity: f.severity ?? 'warning',
    })),
  };
}

/** An amendment on its way to a plan that is in force no longer leads nowhere. */
async function amendedOver(db: Db, actor: Actor, { plan }: PlanWhole): Promise<Finding[]> {
  if (plan.amendsId === null || plan.state === 'issued') return [];
  const amended = await getPlan(db, actor, { planId: plan.amendsId });
  const { state } = amended.plan;
  const params = { state: say(actor.language, `plans.state.${state}`) };
  return state === 'issued' ? [] : [{ code: 'plans.check.amended-over', params }];
}

const refPattern = /\d+(?:\/\d{4})?(?:\/|-)[A-ZĐ]+(?:-[A-ZĐ]+)*\d*/gu;

/** References as the dated table keys them: "09/2017/NĐ-CP", spaces and long dashes mended. */
export const refsIn = (line: PlanLine): string[] => {
  const ref = (line.detail as { ref?: string | null }).ref;
  return [...new Set([...(ref ? [ref] : []), ...refsOf(line.text)])];
};

export const refsOf = (text: string): string[] => text.replace(/\s*[–—-]\s*/g, '-').match(refPattern) ?? [];

async function lapsedBases(db: Db, lines: readonly PlanLine[], day: string): Promise<Finding[]> {
  const cited = lines.filter((l) => l.part === 'basis').flatMap((l) => refsIn(l).map((ref) => ({ ref, line: l })));
  const known = new Map(
    (
      await instrumentsNamed(
        db,
        cited.map((x) => x.ref),
      )
    ).map((i) => [i.ref, i]),
  );
  return cited.flatMap(({ ref, line }): Finding[] => {
    const instrument = known.get(ref);
    if (instrument?.valid_to && instrument.valid_to <= day) {
      const params = {
        ref,
        date: shortDay(instrument.valid_to),
        by: instrument.replaced_by ?? '',
      };
      return [
        {
          code: instrument.replaced_by ? 'plans.check.basis-replaced' : 'plans.check.basis-lapsed',
          params,
          lineId: line.id,
        },
      ];
    }
    if (instrument?.valid_from && instrument.valid_from > day)
      return [
        {
          code: 'plans.check.basis-not-yet',
          params: { ref, date: shortDay(instrument.valid_from) },
          lineId: line.id,
        },
      ];
    return [];
  });
}

function gaps({ plan, lines }: PlanWhole): Finding[] {
  const of = (part: PlanLine['part']) => lines.filter((l) => l.part === part);
  const activities = of('activity');
  const found: Finding[] = [];
  if (!plan.place) found.push({ code: 'plans.check.no-place' });
  if (!plan.signer.position) found.push({ code: 'plans.check.no-signer' });
  if (!plan.leadPersonId) found.push({ code: 'plans.check.no-lead' });
  if (of('basis').length === 0) found.push({ code: 'plans.check.no-basis' });
  if (of('recipient').length === 0) found.push({ code: 'plans.check.no-recipient' });
  if (activities.length === 0) found.push({ code: 'plans.check.no-activity' });
  const months = new Set(monthsOfPeriod(plan.period));
  return [...found, ...activities.flatMap((line) => activityGaps(line, months))];
}

/** What an activity lacks: who, when, and what can be counted within the time of the plan. */
function activityGaps(line: PlanLine, months: ReadonlySet<string>): Finding[] {
  const d = line.detail as Partial<DetailOf<'activity'>>;
  const params = { name: line.text.length > 60 ? `${line.text.slice(0, 58)}…` : line.text };
  const found: Finding[] = [];
  const point = (code: string, severity?: Finding['severity']) =>
    found.push({ code: `plans.check.${code}`, params, lineId: line.id, ...(severity && { severity }) });
  if (!d.leadUnits?.length) point('activity-no-lead');
  if (!d.months?.length && !d.quarters?.length && !d.deadline && !d.timeText) point('activity-no-time');
  if (line.targets.some((t) => Object.keys(t.months).some((m) => t.months[m]! > 0 && !months.has(m))))
    point('target-outside');
  if (line.targets.length === 0) point('activity-no-target', 'info');
  return found;
}
