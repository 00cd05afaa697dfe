import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { getUnitRow, lockedUnitFor, type Unit, unitFor } from '../org/org.ts';
import type { RunStep } from './articles.policy.ts';
import { colleagues } from './step-holders.ts';
import type { Step } from './steps.contract.ts';
import { activePeople } from './steps.sql.ts';
import type * as c from './workflows.contract.ts';
import { workflowEnded, workflowSet } from './workflows.contract.ts';
import * as sql from './workflows.sql.ts';

/** The steps that hold for a unit now, and how runs go on with them. */
export interface WorkflowNow {
  steps: RunStep[];
  resume: 'same-step' | 'start';
  lastOnly: boolean;
}

/** Steps of the nearest unit that set any, else those of the kind of unit. */
export async function workflowOf(db: Db, unit: Pick<Unit, 'path' | 'kind'>, day: string): Promise<WorkflowNow> {
  const [nearest] = await sql.listAlong(db, unit.path);
  if (nearest) return { steps: stepsIn(nearest.steps), resume: resumeOf(nearest.resume), lastOnly: nearest.last_only };
  return { steps: stepsIn((await sql.defaultFor(db, unit.kind, day)).steps), resume: 'same-step', lastOnly: false };
}

/** By whom a text goes from a unit (and a team of it) to approval, in words: for the writing page. */
export async function stepsFor(db: Db, unitId: string, teamId: string | null, day: string): Promise<string[]> {
  const unit = await getUnitRow(db, unitId);
  const { steps } = await workflowOf(db, unit, day);
  return steps.filter((step) => step.by !== 'team-head' || teamId !== null).map((step) => step.name);
}

const stepsIn = (value: unknown): RunStep[] => value as RunStep[];
const resumeOf = (value: string): WorkflowNow['resume'] => (value === 'start' ? 'start' : 'same-step');

/** Steps as the contract shows them, with the names of those named in them. */
export async function shownSteps(db: Db, steps: readonly RunStep[]): Promise<Step[]> {
  const named = steps.flatMap((step) => step.personId ?? []);
  const people = named.length > 0 ? await activePeople(db, named) : [];
  const names = new Map(people.map((one) => [one.id, one.name]));
  return steps.map(({ key, name, by, personId, days, optional, ownToo }) => ({
    key,
    name,
    by,
    personId: personId ?? null,
    personName: (personId && names.get(personId)) ?? null,
    days,
    optional,
    ownToo: ownToo ?? null,
  }));
}

/** Units at which the actor holds the right by a role there. */
export async function listWorkflowUnits(db: Db, actor: Actor): Promise<OutputOf<typeof c.listWorkflowUnits>> {
  const paths = actor.reach('newsroom.manage').map((span) => span.path);
  return { items: await sql.unitsAt(db, paths) };
}

export async function getWorkflow(db: Db, actor: Actor, { unitId }: { unitId: string }): Promise<c.Workflow> {
  const unit = await unitFor(db, actor, unitId, 'articles.read');
  return await shown(db, actor, unit);
}

export async function setWorkflow(tx: Tx, actor: Actor, input: InputOf<typeof c.setWorkflow>): Promise<c.Workflow> {
  const unit = await lockedUnitFor(tx, actor, input.unitId, 'newsroom.manage');
  const current = await shown(tx, actor, unit as Unit);
  if (input.setAt !== (current.from === 'own' ? current.setAt : null)) fail('conflict', {}, { current });
  const steps = input.steps.map(typedStep);
  await mustBeSound(tx, actor, unit, steps);
  const before = await sql.endNow(tx, unit.id, actor.now);
  const id = newId(actor.now.getTime());
  const set = { resume: input.resume, last_only: input.lastOnly };
  await sql.insertWorkflow(tx, {
    id,
    unit_id: unit.id,
    path: unit.path,
    steps,
    valid_from: actor.now,
    set_by: actor.person.id,
    ...set,
  });
  const subject = { id, unitId: unit.id, path: unit.path };
  await record(tx, actor, workflowSet({ subject, before: before ?? null, after: { steps, ...set } }));
  return await shown(tx, actor, unit as Unit);
}

export async function inheritWorkflow(tx: Tx, actor: Actor, { unitId }: { unitId: string }): Promise<c.Workflow> {
  const unit = await lockedUnitFor(tx, actor, unitId, 'newsroom.manage');
  const before = await sql.endNow(tx, unit.id, actor.now);
  if (before) {
    const subject = { id: before.id, unitId: unit.id, path: unit.path };
    await record(tx, actor, workflowEnded({ subject, before, after: null }));
  }
  return await shown(tx, actor, unit as Unit);
}

export async function listHolders(
  db: Db,
  actor: Actor,
  { unitId }: { unitId: string },
): Promise<OutputOf<typeof c.listHolders>> {
  const unit = await unitFor(db, actor, unitId, 'newsroom.manage');
  return { items: await colleagues(db, { path: unit.path, team_path: null }, actor.now) };
}

function typedStep(given: InputOf<typeof c.setWorkflow>['steps'][number], i: number, all: readonly unknown[]): RunStep {
  const { key, name, by, personId, days, optional, ownToo } = given;
  const last = i === all.length - 1;
  return {
    key,
    name,
    by,
    ...(by === 'person' && personId !== null && { personId }),
    days,
    // The last step is the approval itself: it is never passed over.
    optional: optional && !last,
    ...(last && ownToo !== null && { ownToo }),
  };
}

/**
 * The text is approved by the head or by somebody the head names: whoever manages the newsroom without approving there
 * could otherwise make themselves the one who approves.
 */
async function mustBeSound(db: Db, actor: Actor, unit: { path: string }, steps: readonly RunStep[]): Promise<void> {
  if (new Set(steps.map((step) => step.key)).size < steps.length) fail('articles.steps-twice');
  const people = await colleagues(db, { path: unit.path, team_path: null }, actor.now);
  for (const [i, { by, personId }] of steps.entries())
    if (by === 'person' && !people.some((one) => one.id === personId))
      fail('invalid', {}, { fields: { [`steps.${i}.personId`]: 'fields.required' } });
  const last = steps.at(-1);
  if (last?.by === 'person' ? !actor.can('articles.approve', unit.path) : last?.by !== 'head')
    fail('articles.last-step');
}

async function shown(db: Db, actor: Actor, unit: Pick<Unit, 'id' | 'name' | 'path' | 'kind'>): Promise<c.Workflow> {
  const along = await sql.listAlong(db, unit.path);
  const own = along.find((row) => row.unit_id === unit.id);
  const above = along.find((row) => row.unit_id !== unit.id);
  const fallback = await sql.defaultFor(db, unit.kind, dayOf(actor.now));
  const from = own ?? above;
  const inherited = above
    ? { from: 'above' as const, fromUnitName: above.unit_name, steps: await shownSteps(db, stepsIn(above.steps)) }
    : { from: 'default' as const, fromUnitName: null, steps: await shownSteps(db, stepsIn(fallback.steps)) };
  return {
    unitId: unit.id,
    unitName: unit.name,
    steps: from ? await shownSteps(db, stepsIn(from.steps)) : inherited.steps,
    resume: resumeOf(from?.resume ?? 'same-step'),
    lastOnly: from?.last_only ?? false,
    from: own ? 'own' : above ? 'above' : 'default',
    fromUnitId: from?.unit_id ?? null,
    fromUnitName: from?.unit_name ?? null,
    source: from ? null : fallback.source,
    setAt: from ? new Date(from.valid_from).toISOString() : null,
    setByName: from?.set_by_name ?? null,
    inherited: own ? inherited : null,
    takenUpBy: await sql.countTakingUp(db, unit.path),
    underWay: await sql.countUnderWay(db, unit.path),
    can: actor.can('newsroom.manage', unit.path) ? (own ? ['set', 'inherit'] : ['set']) : [],
  };
}
