import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import type * as o from './comments.contract.ts';
import { planCommented, planCommentResolved } from './comments.contract.ts';
import * as sql from './comments.sql.ts';
import { findLine } from './lines.sql.ts';
import { loadPlan } from './load-plan.ts';
import { findPlan } from './plans.sql.ts';
import { subjectOf } from './shown-plan.ts';
import { isInside, planReach } from './standing.ts';
import { tellPeople } from './told.ts';

type Shown = OutputOf<typeof o.addComment>;

const shown = (actor: Actor, row: sql.CommentRow): Shown => ({
  id: row.id,
  lineId: row.line_id,
  personName: row.person_name,
  text: row.text,
  at: new Date(row.at).toISOString(),
  resolvedAt: row.resolved_at ? new Date(row.resolved_at).toISOString() : null,
  mine: row.person_id === actor.person.id,
});

export async function listComments(
  db: Db,
  actor: Actor,
  { planId }: InputOf<typeof o.listComments>,
): Promise<OutputOf<typeof o.listComments>> {
  const plan = (await findPlan(db, planReach(actor), planId)) ?? fail('not-found');
  // Opinions are given among colleagues.
  if (!isInside(actor, plan)) return { items: [] };
  return { items: (await sql.listComments(db, planId)).map((row) => shown(actor, row)) };
}

export async function addComment(tx: Tx, actor: Actor, given: InputOf<typeof o.addComment>): Promise<Shown> {
  const plan = await loadPlan(tx, actor, given.planId, 'comment');
  if (given.lineId && (await findLine(tx, given.lineId))?.plan_id !== plan.id) fail('plans.line-elsewhere');
  const id = given.id ?? newId(actor.now.getTime());
  const fresh = await sql.insertComment(tx, {
    id,
    plan_id: plan.id,
    line_id: given.lineId,
    person_id: actor.person.id,
    text: given.text,
  });
  const row = (await sql.findComment(tx, id)) ?? fail('not-found');
  if (row.plan_id !== plan.id) fail('not-found');
  if (!fresh) return shown(actor, row);
  await recordInside(
    tx,
    actor,
    planCommented({
      subject: subjectOf(plan),
      before: null,
      after: { comment: id, lineId: given.lineId, text: given.text },
    }),
  );
  const told = { kind: 'plan.commented', turn: id };
  const about = { id: plan.id, title: plan.title, unitName: plan.unit_name };
  await tellPeople(tx, actor, about, [plan.drafted_by, plan.lead_person_id], told);
  return shown(actor, row);
}

export async function resolveComment(tx: Tx, actor: Actor, given: InputOf<typeof o.resolveComment>): Promise<Shown> {
  const plan = (await findPlan(tx, planReach(actor), given.planId)) ?? fail('not-found');
  if (!actor.can('plans.draft', plan.path)) fail('forbidden');
  const row = await sql.findComment(tx, given.commentId);
  if (!row || row.plan_id !== plan.id) return fail('not-found');
  if (await sql.resolveComment(tx, row.id, actor.person.id)) {
    await recordInside(
      tx,
      actor,
      planCommentResolved({
        subject: subjectOf(plan),
        before: { comment: row.id, resolved: false },
        after: { comment: row.id, resolved: true },
      }),
    );
  }
  return shown(actor, (await sql.findComment(tx, row.id))!);
}
