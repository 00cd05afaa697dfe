import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { notifyOthers } from '../notices/notices.ts';
import { unitFor } from '../org/org.ts';
import { checkPurpose } from '../work/purposes.ts';
import { listKinds } from './articles.sql.ts';
import { settleAssignments } from './assignment-progress.ts';
import type * as c from './assignments.contract.ts';
import {
  type Assignment,
  type AssignmentAct,
  assignmentCancelled,
  assignmentChanged,
  assignmentMade,
} from './assignments.contract.ts';
import * as sql from './assignments.sql.ts';
import { actsOn, mustBelong, recordedAssignment, shownAssignment, subjectOf } from './assignments.ts';

type Facts = Omit<InputOf<typeof c.createAssignment>, 'id' | 'unitId'>;

/** Asks a team or a person for texts; the same id twice asks once. */
export async function createAssignment(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.createAssignment>,
): Promise<Assignment> {
  const unit = await unitFor(tx, actor, given.unitId, 'articles.assign');
  if (unit.closedOn !== null && unit.closedOn <= dayOf(actor.now))
    fail('org.unit-closed', { date: shortDay(unit.closedOn) });
  await mustFit(tx, actor, unit, given);
  const made = await sql.insertAssignment(tx, {
    id: given.id,
    unit_id: unit.id,
    path: unit.path,
    ...columnsOf(given),
    state: 'open',
    created_by: actor.person.id,
    created_at: actor.now.toISOString(),
  });
  const row = await read(tx, actor, given.id);
  if (!made) return row.unit_id === unit.id ? shownAssignment(actor, row) : fail('conflict');
  await recordInside(
    tx,
    actor,
    assignmentMade({ subject: subjectOf(row), before: null, after: recordedAssignment(row) }),
  );
  await tellAsked(tx, actor, row, 'assignment.given');
  return shownAssignment(actor, row);
}

export async function editAssignment(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.editAssignment>,
): Promise<Assignment> {
  const before = await load(tx, actor, given, 'edit');
  await mustFit(tx, actor, { id: before.unit_id, path: before.path }, given);
  const moved = given.dueOn !== before.due_on;
  await sql.updateAssignment(tx, before.id, { ...columnsOf(given), ...(moved && { reminded_on: null }) });
  const row = await read(tx, actor, before.id);
  const told = { before: recordedAssignment(before), after: recordedAssignment(row) };
  await recordInside(tx, actor, assignmentChanged({ subject: subjectOf(row), ...told }));
  const anew = row.team_id !== before.team_id || row.person_id !== before.person_id;
  await tellAsked(tx, actor, row, anew ? 'assignment.given' : 'assignment.changed');
  await settleAssignments(tx, actor, [row.id]);
  return shownAssignment(actor, await read(tx, actor, before.id));
}

export async function cancelAssignment(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.cancelAssignment>,
): Promise<Assignment> {
  const before = await load(tx, actor, given, 'cancel');
  await sql.updateAssignment(tx, before.id, { state: 'cancelled', reason: given.reason });
  const row = await read(tx, actor, before.id);
  const told = { before: recordedAssignment(before), after: recordedAssignment(row), reason: given.reason };
  await recordInside(tx, actor, assignmentCancelled({ subject: subjectOf(row), ...told }));
  await tellAsked(tx, actor, row, 'assignment.cancelled');
  return shownAssignment(actor, row);
}

const columnsOf = (given: Facts): sql.AssignmentFacts => ({
  team_id: given.teamId,
  person_id: given.personId,
  kind: given.kind,
  title: given.title,
  brief: given.brief,
  wanted: given.wanted,
  due_on: given.dueOn,
  line_id: given.lineId,
  target_id: given.targetId,
  series_id: given.seriesId,
});

/** Kind, people and purpose are such that it can be done. */
async function mustFit(tx: Tx, actor: Actor, unit: { id: string; path: string }, given: Facts): Promise<void> {
  const kinds = await listKinds(tx, dayOf(actor.now));
  if (kinds.every((k) => k.code !== given.kind)) fail('invalid', {}, { fields: { kind: 'fields.invalid' } });
  await mustBelong(tx, actor, unit.id, given);
  await checkPurpose(tx, actor, unit.path, given);
}

const read = async (db: Db, actor: Actor, id: string): Promise<sql.AssignmentRow> =>
  (await sql.findAssignment(db, actor, dayOf(actor.now), id)) ?? fail('not-found');

/** 404 unseen, 403 not theirs to change, 409 changed meanwhile or no longer open (with the assignment as it is). */
async function load(
  tx: Tx,
  actor: Actor,
  given: { assignmentId: string; version: number },
  act: AssignmentAct,
): Promise<sql.AssignmentRow> {
  await sql.lockAssignment(tx, given.assignmentId);
  const row = await read(tx, actor, given.assignmentId);
  if (!actor.can('articles.assign', row.path)) fail('forbidden');
  if (row.version !== given.version || !actsOn(actor, row).includes(act))
    fail('articles.assignment-moved', {}, { current: shownAssignment(actor, row) });
  return row;
}

async function tellAsked(tx: Tx, actor: Actor, row: sql.AssignmentRow, kind: string): Promise<void> {
  const people = await sql.askedPeople(tx, row, dayOf(actor.now));
  await notifyOthers(tx, actor, {
    personIds: people,
    kind,
    params: {
      by: actor.person.name,
      title: row.title,
      due: row.due_on ? shortDay(row.due_on) : '@notices.assignment.no-day',
      reason: row.reason ?? '',
    },
    link: '/app/giao-viet',
    dedupeKey: `${kind}:${row.id}:${row.version}`,
  });
}
