import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import type { Part } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import type { Unit } from '../org/org.ts';
import { upperBodyOn } from '../org/org.ts';
import { basisOn } from './amend.ts';
import { copiedTargets } from './copied-lines.ts';
import { copyId } from './copy-id.ts';
import { fittingDetail, usualRecipients } from './from-document.ts';
import { insertLines, insertTargets, type NewLine } from './lines.sql.ts';
import { type PlanLine, planCreated } from './plans.contract.ts';
import * as sql from './plans.sql.ts';
import { getPlan, startPlan } from './plans.ts';
import { recordedPlan, subjectOf } from './shown-plan.ts';
import { planReach } from './standing.ts';
import { inPaperOrder } from './versions.ts';
import { budgetFor, closingFor, openingFor } from './wording.ts';

/** What a unit settled for a line that it takes over: which of its teams does it, and until when. */
export interface TakenOver {
  lineId: string;
  team: { id: string; name: string } | null;
  byOn: string | null;
}

/**
 * A unit's own plan out of lines of a plan above: that plan is the first basis, each line that is taken over is a line
 * of its own, with targets, and an id that leads back to the line above (`copyId`).
 */
export async function createFromPlan(
  tx: Tx,
  actor: Actor,
  unit: Unit,
  given: { planId: string; title?: string | undefined; taken: readonly TakenOver[] },
): Promise<string> {
  const above = await getPlan(tx, actor, { planId: given.planId });
  const title = given.title || above.plan.title.replaceAll(above.plan.unitName, unit.name);
  const upperBody = await upperBodyOn(tx, unit.id, dayOf(actor.now));
  const maker = { kind: unit.kind, name: unit.name, upperBody };
  const header = { unitId: unit.id, kind: above.plan.kind, title, period: above.plan.period };
  const id = newId(actor.now.getTime());
  await startPlan(
    tx,
    actor,
    unit,
    { id, ...header },
    {
      opening: openingFor(maker, title),
      closing: closingFor(maker, title),
      budgetSource: budgetFor(maker, above.plan.period),
    },
  );
  const own = { plan_id: id, parent_id: null, updated_by: actor.person.id };
  const basis = basisOn({ planId: id, personId: actor.person.id }, above.plan, 0);
  const lines = takenLines(above.lines, given.taken);
  await insertLines(tx, [
    { ...basis, origin: 'inherited' },
    ...lines.map((line, i) => rowOf(own, line, i + 1, unit)),
    ...usualRecipients(own, maker),
  ]);
  await insertTargets(
    tx,
    copiedTargets(
      lines.map(({ line }) => line),
      id,
    ),
  );
  await recordMade(tx, actor, id);
  return id;
}

interface Taken {
  line: PlanLine;
  by: TakenOver;
  /** The area that the line hangs from, where it is taken over too: below anything else it would not be printed. */
  parentId: string | null;
}

/** In the order of the paper, so that what bears others stands before it. */
function takenLines(lines: readonly PlanLine[], taken: readonly TakenOver[]): Taken[] {
  const by = new Map(taken.map((t) => [t.lineId, t]));
  return inPaperOrder(lines).flatMap((line) => {
    const one = by.get(line.id);
    if (!one) return [];
    const parentId = line.part === 'area' && line.parentId && by.has(line.parentId) ? line.parentId : null;
    return [{ line, by: one, parentId }];
  });
}

function rowOf(
  own: { plan_id: string; updated_by: string },
  { line, by, parentId }: Taken,
  position: number,
  unit: Unit,
): NewLine {
  // What the plan above says as a duty of ours is what we are going to do.
  const part: Part = line.part === 'duty' ? 'solution' : line.part;
  return {
    id: copyId(own.plan_id, line.id),
    plan_id: own.plan_id,
    part,
    parent_id: parentId && copyId(own.plan_id, parentId),
    position,
    text: line.text,
    detail: JSON.stringify(fittingDetail(part, { ...line.detail, ...settled(line, by, unit) })),
    origin: 'inherited',
    trace: null,
    updated_by: own.updated_by,
  };
}

/** Who does it and until when, in the words of the part; whom the plan above asked is not said again. */
function settled(line: PlanLine, { team, byOn }: TakenOver, unit: Unit): Record<string, unknown> {
  if (line.part === 'activity') {
    const lead = { name: team?.name ?? unit.name, unitId: team?.id ?? unit.id };
    return { leadUnits: [lead], ...(byOn && { deadline: byOn }) };
  }
  return { actor: team?.name ?? null };
}

async function recordMade(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = (await sql.findPlan(tx, planReach(actor), id)) ?? fail('not-found');
  const { lines } = await getPlan(tx, actor, { planId: id });
  const after = { ...recordedPlan(row), lines };
  await recordInside(tx, actor, planCreated({ subject: subjectOf(row), before: null, after }));
}
