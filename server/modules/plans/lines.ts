import * as z from 'zod/mini';
import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { type Part, parentPart, partDetails, totalOf } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { canonical, shownLine, shownTarget } from './line-shape.ts';
import * as sql from './lines.sql.ts';
import {
  type deleteLine as deleteLineEndpoint,
  type PlanLine,
  planLineDeleted,
  planLineWritten,
  type putLine as putLineEndpoint,
} from './plans.contract.ts';
import { touchPlan } from './plans.sql.ts';
import { loadPlan } from './plans.ts';

type Wanted = InputOf<typeof putLineEndpoint>;

/** Creates or changes one line. The same content twice changes nothing; somebody else's change in between is a conflict with both texts. */
export async function putLine(tx: Tx, actor: Actor, given: Wanted): Promise<PlanLine> {
  const plan = await loadPlan(tx, actor, given.planId, 'edit');
  const detail = checkDetail(given.part, given.detail);
  await checkParent(tx, given);
  const before = await sql.findLine(tx, given.lineId);
  if (before && before.plan_id !== plan.id) fail('plans.line-elsewhere');
  const targetsBefore = before ? await sql.targetsOf(tx, before.id) : [];
  if (before && sameContent(before, targetsBefore, given, detail)) return shownLine(before, targetsBefore);
  if (before ? before.version !== given.version : given.version !== 0)
    fail('plans.line-conflict', {}, { current: before ? shownLine(before, targetsBefore) : null });
  const position = await placeFor(tx, given, before?.position);
  const row = {
    part: given.part,
    parent_id: given.parentId,
    position,
    text: given.text,
    detail: JSON.stringify(detail),
    updated_by: actor.person.id,
  };
  if (before) await sql.updateLine(tx, before.id, row);
  else
    await sql.insertLines(tx, [
      {
        ...row,
        id: given.lineId,
        plan_id: plan.id,
        origin: given.trace ? 'inherited' : 'own',
        trace: given.trace ? JSON.stringify(given.trace) : null,
      },
    ]);
  if (before) await sql.deleteTargets(tx, given.lineId);
  await sql.insertTargets(
    tx,
    given.targets.map((t, i) => ({
      id: t.id,
      line_id: given.lineId,
      plan_id: plan.id,
      product: t.product,
      counts: t.counts,
      months: JSON.stringify(t.months),
      total: totalOf(t),
      position: i,
    })),
  );
  await touchPlan(tx, plan.id);
  const after = shownLine((await sql.findLine(tx, given.lineId))!, await sql.targetsOf(tx, given.lineId));
  const subject = { id: given.lineId, unitId: plan.unit_id, path: plan.path };
  await record(
    tx,
    actor,
    planLineWritten({
      subject,
      before: before ? shownLine(before, targetsBefore) : null,
      after: { ...after, planId: plan.id },
    }),
  );
  return after;
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
    fail('plans.line-conflict', {}, { current: shownLine(line, await sql.targetsOf(tx, line.id)) });
  const lines = [line, ...(await sql.childrenOf(tx, line.id))];
  const deleted: PlanLine[] = [];
  for (const l of lines) deleted.push(shownLine(l, await sql.targetsOf(tx, l.id)));
  await sql.deleteLine(tx, line.id);
  await touchPlan(tx, plan.id);
  await record(
    tx,
    actor,
    planLineDeleted({
      subject: { id: line.id, unitId: plan.unit_id, path: plan.path },
      before: { planId: plan.id, lines: deleted },
      after: null,
    }),
  );
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
  const wanted = parentPart[given.part];
  if (given.parentId === null)
    return wanted && given.part === 'duty'
      ? fail('invalid', {}, { fields: { parentId: 'fields.required' } })
      : undefined;
  const parent = await sql.findLine(tx, given.parentId);
  if (!parent || parent.plan_id !== given.planId) fail('plans.line-elsewhere');
  const bearsOthers = (await sql.childrenOf(tx, given.lineId)).length > 0;
  if (parent?.part !== wanted || parent?.parent_id !== null || parent?.id === given.lineId || bearsOthers)
    fail('invalid', {}, { fields: { parentId: 'fields.invalid' } });
}

async function placeFor(tx: Tx, given: Wanted, now: number | undefined): Promise<number> {
  if (given.afterId === undefined && now !== undefined) return now;
  const rows = (await sql.siblings(tx, given.planId, given.part, given.parentId)).filter((r) => r.id !== given.lineId);
  if (given.afterId === undefined) return (rows.at(-1)?.position ?? 0) + 1;
  const at = given.afterId === null ? -1 : rows.findIndex((r) => r.id === given.afterId);
  const previous = rows[at]?.position;
  const next = rows[at + 1]?.position;
  if (previous === undefined && next === undefined) return 1;
  if (next === undefined) return previous! + 1;
  return ((previous ?? next - 2) + next) / 2;
}

function sameContent(
  before: sql.LineRow,
  targets: readonly sql.TargetRow[],
  given: Wanted,
  detail: Record<string, unknown>,
): boolean {
  const content = (x: { part: unknown; parent: unknown; text: unknown; detail: unknown; targets: unknown }) =>
    canonical(x);
  return (
    given.afterId === undefined &&
    content({
      part: before.part,
      parent: before.parent_id,
      text: before.text,
      detail: before.detail,
      targets: targets.map(shownTarget),
    }) === content({ part: given.part, parent: given.parentId, text: given.text, detail, targets: given.targets })
  );
}
