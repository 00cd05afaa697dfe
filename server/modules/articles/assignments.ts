import { type InputOf, isDay, type OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import { isoOf } from '#lib/instants.ts';
import { type Right, type Role, roles } from '#lib/rights.ts';
import { daysPast } from '#lib/working-days.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db } from '#platform/tx.ts';
import { unitFor } from '../org/org.ts';
import { purposeChoices } from '../work/purposes.ts';
import { listKinds } from './articles.sql.ts';
import type * as c from './assignments.contract.ts';
import type { Assignment, AssignmentState } from './assignments.contract.ts';
import { assignmentActs } from './assignments.policy.ts';
import * as sql from './assignments.sql.ts';
import { listArticles } from './lists.ts';

export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});

const mayOf = (actor: Actor, row: sql.AssignmentRow) => ({
  assigns: actor.can('articles.assign', row.path),
  asked: row.asked === true || actor.can('articles.assign', row.path),
});

export const actsOn = (actor: Actor, row: sql.AssignmentRow) =>
  assignmentActs(mayOf(actor, row), row.state as AssignmentState);

export const shownAssignment = (actor: Actor, row: sql.AssignmentRow): Assignment => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  teamId: row.team_id,
  teamName: row.team_name,
  personId: row.person_id,
  personName: row.person_name,
  kind: row.kind,
  title: row.title,
  brief: row.brief,
  wanted: row.wanted,
  dueOn: row.due_on,
  lineId: row.line_id,
  lineText: row.line_text,
  planId: row.plan_id,
  planTitle: row.plan_title,
  targetId: row.target_id,
  targetProduct: row.target_product,
  seriesId: row.series_id,
  seriesTitle: row.series_title,
  state: row.state as AssignmentState,
  reason: row.reason,
  begun: row.begun,
  sent: row.sent,
  approved: row.approved,
  daysLate: latenessOf(row, dayOf(actor.now)),
  createdByName: row.created_by_name,
  createdAt: isoOf(row.created_at),
  version: row.version,
  can: actsOn(actor, row),
});

/** Late is what was not handed in: how long the approval takes is the school's own affair. */
const latenessOf = (row: sql.AssignmentRow, today: string): number | null =>
  row.state === 'open' && row.sent < row.wanted ? daysPast(row.due_on, today) || null : null;

export const recordedAssignment = (row: sql.AssignmentRow): Record<string, unknown> => ({
  teamId: row.team_id,
  personId: row.person_id,
  kind: row.kind,
  title: row.title,
  wanted: row.wanted,
  textsDueOn: row.due_on,
  lineId: row.line_id,
  targetId: row.target_id,
  seriesId: row.series_id,
  state: row.state,
  reason: row.reason,
});

export async function listAssignments(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listAssignments>,
): Promise<OutputOf<typeof c.listAssignments>> {
  const rows = await sql.listAssignments(db, actor, dayOf(actor.now), { ...input, after: placeOf(input.after) });
  const { items, next } = pageOf(rows, input.limit, (last) => `${last.due}_${last.id}`);
  return { items: items.map((row) => shownAssignment(actor, row)), next };
}

function placeOf(after: string | undefined): sql.AssignmentFilter['after'] {
  if (after === undefined) return undefined;
  const [day = '', id = ''] = after.split('_');
  return (isDay(day) || day === '9999-12-31') && isId(id) ? { day, id } : fail('unreadable');
}

export async function getAssignment(
  db: Db,
  actor: Actor,
  { assignmentId }: { assignmentId: string },
): Promise<OutputOf<typeof c.getAssignment>> {
  const row = (await sql.findAssignment(db, actor, dayOf(actor.now), assignmentId)) ?? fail('not-found');
  const scope = actor.can('articles.read', row.path) ? 'unit' : 'mine';
  const { items } = await listArticles(db, actor, { scope, unitId: row.unit_id, assignmentId, limit: 100 });
  return { assignment: shownAssignment(actor, row), articles: items };
}

/** Roles that write; administrators keep the system and are asked for nothing. */
const writing = (Object.keys(roles) as Role[]).filter(
  (role) => role !== 'administrator' && (roles[role] as readonly Right[]).includes('articles.write'),
);

export async function getAssigning(
  db: Db,
  actor: Actor,
  { unitId }: { unitId: string },
): Promise<OutputOf<typeof c.getAssigning>> {
  const unit = await unitFor(db, actor, unitId, 'articles.assign');
  const [teams, people, kinds, choices] = await Promise.all([
    sql.teamsOf(db, unit.id),
    sql.writersAt(db, unit.id, writing, dayOf(actor.now)),
    listKinds(db, dayOf(actor.now)),
    purposeChoices(db, actor, unit.path),
  ]);
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    people,
    kinds: kinds.map((k) => ({ code: k.code, nameVi: k.name_vi, nameEn: k.name_en })),
    choices,
  };
}

/** Whether the unit may ask this team and this person: they belong to it. */
export async function mustBelong(
  db: Db,
  actor: Actor,
  unitId: string,
  given: { teamId: string | null; personId: string | null },
): Promise<void> {
  if (!given.teamId && !given.personId) fail('invalid', {}, { fields: { teamId: 'fields.required' } });
  const teams = given.teamId ? await sql.teamsOf(db, unitId) : [];
  const people = given.personId ? await sql.writersAt(db, unitId, writing, dayOf(actor.now)) : [];
  const fields = {
    ...(given.teamId && teams.every((t) => t.id !== given.teamId) && { teamId: 'fields.team' }),
    ...(given.personId && people.every((p) => p.id !== given.personId) && { personId: 'fields.invalid' }),
  };
  if (Object.keys(fields).length > 0) fail('invalid', {}, { fields });
}

/**
 * A text may be begun for what its unit asks for; also when that was closed meanwhile: an offline draft that comes late is
 * kept, and counts as begun.
 */
export async function mustBeOfUnit(db: Db, unitId: string, assignmentId: string | null): Promise<void> {
  if (assignmentId !== null && (await sql.unitOf(db, assignmentId)) !== unitId)
    fail('invalid', {}, { fields: { assignmentId: 'fields.invalid' } });
}
