import * as z from 'zod/mini';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { type Part, parentPart, partDetails, totalOf } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { placeFor, standsThere } from './line-place.ts';
import { canonical, shownLine } from './line-shape.ts';
import * as sql from './lines.sql.ts';
import { loadPlan } from './load-plan.ts';
import {
  type deleteLine as deleteLineEndpoint,
  type PlanLine,
  planLineDeleted,
  planLineWritten,
  type putLine as putLineEndpoint,
} from './plans.contract.ts';
import { touchPlan } from './plans.sql.ts';

type Wanted = InputOf<typeof putLineEndpoint>;
type Written = OutputOf<typeof putLineEndpoint>;

/** Creates or changes one line. The same content twice changes nothing; somebody else's change in between is a conflict with both texts. */
export async function putLine(tx: Tx, actor: Actor, given: Wanted): Promise<Written> {
  const plan = await loadPlan(tx, actor, given.planId, 'edit');
  const detail = checkDetail(given.part, given.detail);
  const row = await sql.findLine(tx, given.lineId);
  if (row && row.plan_id !== plan.id) fail('plans.line-elsewhere');
  const before = row ? shownLine(row, await sql.targetsOf(tx, [row.id])) : null;
  if (before && (await isWrittenAlready(tx, before, given, detail))) return before;
  if ((before?.version ?? 0) !== given.version) fail('plans.line-conflict', {}, { current: before });
  await checkParent(tx, given);
  if (before) await checkChildren(tx, before, given);
  checkTargets(given.targets);
  const moves = given.afterId !== undefined || before?.part !== given.part || before.parentId !== given.parentId;
  const { position, moved } = moves
    ? await placeFor(tx, { ...given, afterId: given.afterId })
    : { position: before.position, moved: [] };
  await store(tx, actor, given, { detail, position, fresh: before === null });
  await touchPlan(tx, plan.id);
  const after = await lineNow(tx, given.lineId);
  const subject = { id: given.lineId, unitId: plan.unit_id, path: plan.path };
  const told = (line: PlanLine | null) => line && { planId: plan.id, ...line };
  await recordInside(tx, actor, planLineWritten({ subject, before: told(before), after: told(after) }));
  return moved.length > 0 ? { ...after, moved } : after;
}

const lineNow = async (tx: Tx, lineId: string): Promise<PlanLine> =>
  shownLine((await sql.findLine(tx, lineId)) ?? fail('not-found'), await sql.targetsOf(tx, [lineId]));

async function store(
  tx: Tx,
  actor: Actor,
  given: Wanted,
  { detail, position, fresh }: { detail: Record<string, unknown>; position: number; fresh: boolean },
): Promise<void> {
  const id = given.lineId;
  const row = {
    part: given.part,
    parent_id: given.parentId,
    position,
    text: given.text,
    detail: JSON.stringify(detail),
    updated_by: actor.person.id,
  };
  const trace = given.trace ? JSON.stringify(given.trace) : null;
  if (fresh)
    await sql.insertLines(tx, [{ ...row, id, plan_id: given.planId, origin: trace ? 'inherited' : 'own', trace }]);
  else {
    await sql.updateLine(tx, id, row);
    await sql.deleteTargets(tx, id);
  }
  await sql.insertTargets(
    tx,
    given.targets.map((t, i) => ({
      id: t.id,
      line_id: id,
      plan_id: given.planId,
      product: t.product,
      counts: t.counts,
      moment: t.moment,
      months: JSON.stringify(t.months),
      total: totalOf(t),
      position: i,
    })),
  );
}

/** Deletes a line with its children; the reply holds them, so that "Hoàn tác" can write them again. */
export async function deleteLine(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof deleteLineEndpoint>,
): Promise<{ deleted: PlanLine[] }> {
  const plan = await loadPlan(tx, actor, given.planId, 'edit');
  const line = await sql.findLine(tx, given.lineId);
  if (!line || line.plan_id !== plan.id) return fail('not-found');
  if (line.version !== given.version)
    fail('plans.line-conflict', {}, { current: shownLine(line, await sql.targetsOf(tx, [line.id])) });
  const lines = [line, ...(await sql.childrenOf(tx, line.id))];
  const targets = Map.groupBy(
    await sql.targetsOf(
      tx,
      lines.map((l) => l.id),
    ),
    (t) => t.line_id,
  );
  const deleted = lines.map((l) => shownLine(l, targets.get(l.id) ?? []));
  await sql.deleteLine(tx, line.id);
  await touchPlan(tx, plan.id);
  const subject = { id: line.id, unitId: plan.unit_id, path: plan.path };
  const before = { planId: plan.id, lines: deleted };
  await recordInside(tx, actor, planLineDeleted({ subject, before, after: null }));
  return { deleted };
}

/** The part's own shape; unknown keys are dropped, wrong values named by field. */
export function checkDetail(part: Part, detail: Record<string, unknown>): Record<string, unknown> {
  const parsed = z.safeParse(partDetails[part] as z.ZodMiniType<Record<string, unknown>>, detail);
  if (parsed.success) return parsed.data;
  return fail(
    'invalid',
    {},
    { fields: Object.fromEntries(parsed.error.issues.map((i) => [`detail.${i.path.join('.')}`, i.message])) },
  );
}

/** A duty hangs from an actor, an item of a content area from its area; nothing else hangs from anything. */
async function checkParent(tx: Tx, given: Wanted): Promise<void> {
  if (given.parentId === null) {
    if (given.part === 'duty') fail('invalid', {}, { fields: { parentId: 'fields.required' } });
    return;
  }
  const parent = (await sql.findLine(tx, given.parentId)) ?? fail('plans.parent-gone');
  if (parent.plan_id !== given.planId) fail('plans.line-elsewhere');
  const fits = parent.part === parentPart[given.part] && parent.parent_id === null && parent.id !== given.lineId;
  if (!fits) fail('invalid', {}, { fields: { parentId: 'fields.invalid' } });
}

/** What bears others keeps its part and hangs from nothing: else the others would stand nowhere on the paper. */
async function checkChildren(tx: Tx, before: PlanLine, given: Wanted): Promise<void> {
  if (before.part === given.part && given.parentId === null) return;
  if (!(await sql.hasChildren(tx, before.id))) return;
  const field = before.part === given.part ? 'parentId' : 'part';
  fail('invalid', {}, { fields: { [field]: 'fields.bears-others' } });
}

function checkTargets(targets: Wanted['targets']): void {
  const twice = targets.findIndex((t, i) => targets.findIndex((other) => other.id === t.id) < i);
  if (twice >= 0) fail('invalid', {}, { fields: { [`targets.${twice}.id`]: 'fields.invalid' } });
}

/**
 * True for a line that is as it is wanted: also when the first answer got lost and it is sent again. A line that was
 * made (version 0) is not moved back by the second try.
 */
async function isWrittenAlready(
  tx: Tx,
  before: PlanLine,
  given: Wanted,
  detail: Record<string, unknown>,
): Promise<boolean> {
  const now = { part: before.part, parent: before.parentId, text: before.text, detail: before.detail };
  const wanted = { part: given.part, parent: given.parentId, text: given.text, detail };
  const same =
    canonical({ ...now, targets: before.targets }) ===
    canonical({ ...wanted, targets: given.targets.map((t) => ({ ...t })) });
  return same && (given.version === 0 || (await standsThere(tx, { ...given, afterId: given.afterId })));
}
