import type { Tx } from '#platform/tx.ts';
import { type Author, recordInside } from '../audit/audit.ts';
import { notify } from '../notices/notices.ts';
import { assignmentDone, assignmentReopened } from './assignments.contract.ts';
import * as sql from './assignments.sql.ts';

/** Texts moved: what was asked for with them is done by itself once enough are approved, and open again where one fell away. */
export async function settleOf(tx: Tx, author: Author, articleIds: readonly string[]): Promise<void> {
  await settleAssignments(tx, author, await sql.assignmentsOf(tx, articleIds));
}

export async function settleAssignments(tx: Tx, author: Author, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql.lockAssignments(tx, ids);
  for (const row of await sql.standingOf(tx, ids)) {
    const state = row.approved >= row.wanted ? 'done' : 'open';
    if (state === row.state) continue;
    await sql.updateAssignment(tx, row.id, { state });
    const subject = { id: row.id, unitId: row.unit_id, path: row.path };
    const told = { subject, before: { title: row.title, state: row.state }, after: { title: row.title, state } };
    await recordInside(tx, author, state === 'done' ? assignmentDone(told) : assignmentReopened(told));
    if (state === 'done' && row.created_by) await tellDone(tx, author, { ...row, created_by: row.created_by });
  }
}

async function tellDone(
  tx: Tx,
  author: Author,
  row: { id: string; title: string; wanted: number; created_by: string },
): Promise<void> {
  const notice = {
    personIds: [row.created_by],
    kind: 'assignment.done',
    params: { title: row.title, n: row.wanted },
    link: '/app/giao-viet',
    dedupeKey: `assignment.done:${row.id}`,
  };
  await notify(tx, notice, author.now);
}
