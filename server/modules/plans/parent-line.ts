import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { unitFor } from '../org/org.ts';
import * as sql from './parent-line.sql.ts';
import type * as c from './plans.contract.ts';
import type { WholePlanRow } from './plans.sql.ts';

export interface ParentLine {
  parent_plan_id: string | null;
  parent_line_id: string | null;
}

/**
 * The activity from which a thematic plan hangs: of an issued plan of the same unit, or of one that was sent to it. What hangs
 * is a draft and what it hangs from was issued before, so the plans never run in a circle.
 */
export async function parentFor(
  tx: Tx,
  unitId: string,
  kind: string,
  lineId: string | null | undefined,
): Promise<ParentLine> {
  if (!lineId) return { parent_plan_id: null, parent_line_id: null };
  if (kind !== 'thematic') fail('invalid', {}, { fields: { parentLineId: 'fields.thematic-only' } });
  const line =
    (await sql.findActivity(tx, unitId, lineId)) ??
    fail('invalid', {}, { fields: { parentLineId: 'fields.parent-line' } });
  return { parent_plan_id: line.planId, parent_line_id: line.lineId };
}

/** What an edit of the header means for it: a plan that is thematic no more hangs from nothing. */
export async function parentChange(
  tx: Tx,
  before: WholePlanRow,
  given: InputOf<typeof c.editPlan>,
): Promise<ParentLine | Record<string, never>> {
  const kind = given.kind ?? before.kind;
  if (given.parentLineId === undefined)
    return kind === 'thematic' ? {} : { parent_plan_id: null, parent_line_id: null };
  if (given.parentLineId && given.parentLineId === before.parent_line_id) return {};
  if (given.parentLineId && before.amends_id !== null)
    fail('invalid', {}, { fields: { parentLineId: 'fields.thematic-only' } });
  return parentFor(tx, before.unit_id, kind, given.parentLineId);
}

export async function listParentLines(
  db: Db,
  actor: Actor,
  { unitId, q, limit }: InputOf<typeof c.listParentLines>,
): Promise<OutputOf<typeof c.listParentLines>> {
  const unit = await unitFor(db, actor, unitId, 'plans.draft');
  return { items: await sql.listActivities(db, unit.id, q, limit) };
}
