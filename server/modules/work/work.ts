import { type InputOf, isDay, type OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import { prefixQuery } from '#lib/prefix-query.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { pathOf } from '../org/org.ts';
import { getPlan } from '../plans/plans.ts';
import { countWaiting } from './evidence.sql.ts';
import { ownPaths } from './evidence.ts';
import { loadLine } from './load-line.ts';
import { saidDone, targetCounts } from './recount.sql.ts';
import { recountLines } from './recount.ts';
import { shownActivities } from './shown-activity.ts';
import type * as c from './work.contract.ts';
import { type Activity, activitySaid } from './work.contract.ts';
import * as sql from './work.sql.ts';

type Narrowing = InputOf<typeof c.countActivities>;

async function filterOf(db: Db, actor: Actor, given: Narrowing): Promise<sql.WorkFilter> {
  return {
    ...given,
    withinPath: given.within && (await pathOf(db, given.within)),
    mineOf: given.mine && actor.person.id,
    // What cannot be searched for finds nothing.
    q: given.q ? (prefixQuery(given.q) ?? 'nothing_') : undefined,
    today: dayOf(actor.now),
  };
}

/** Where a page goes on: the `next` of the page before. */
function placeOf(after: string | undefined): { on: string; id: string } | undefined {
  if (after === undefined) return undefined;
  const [on = '', id = ''] = after.split('_');
  return /^9999-12-3[01]$/.test(on) || (isDay(on) && isId(id))
    ? { on, id: isId(id) ? id : fail('unreadable') }
    : fail('unreadable');
}

/** Late ones first, the longest first; then what comes due next; what is done stands last. */
export async function listActivities(
  db: Db,
  actor: Actor,
  given: InputOf<typeof c.listActivities>,
): Promise<OutputOf<typeof c.listActivities>> {
  const filter = { ...(await filterOf(db, actor, given)), state: given.state, limit: given.limit };
  const rows = await sql.listActivities(db, actor.reach('plans.read'), { ...filter, after: placeOf(given.after) });
  const { items, next } = pageOf(rows, given.limit, (last) => `${last.sortOn}_${last.lineId}`);
  return { items: await shownActivities(db, actor, items), next };
}

export async function countActivities(
  db: Db,
  actor: Actor,
  given: InputOf<typeof c.countActivities>,
): Promise<OutputOf<typeof c.countActivities>> {
  const reach = actor.reach('plans.read');
  const [counted, leads, waiting] = await Promise.all([
    sql.countActivities(db, reach, await filterOf(db, actor, given)),
    given.unitId ? sql.listLeads(db, reach, given.unitId) : [],
    countWaiting(db, actor.reach('outputs.confirm'), { own: ownPaths(actor), unitId: given.unitId }),
  ]);
  const { total, made, ...states } = counted;
  return { states, total, done: made, leads, waiting };
}

export async function listHappenings(
  db: Db,
  actor: Actor,
  given: InputOf<typeof c.listHappenings>,
): Promise<OutputOf<typeof c.listHappenings>> {
  if (given.to < given.from) fail('invalid', {}, { fields: { to: 'fields.day-order' } });
  const withinPath = given.within && (await pathOf(db, given.within));
  return { items: await sql.listHappenings(db, actor.reach('plans.read'), { ...given, withinPath }) };
}

export async function planProgress(
  db: Db,
  actor: Actor,
  { planId }: { planId: string },
): Promise<OutputOf<typeof c.planProgress>> {
  // Whoever may read the plan may ask; what was made of it is seen within reach only.
  await getPlan(db, actor, { planId });
  const items = await shownActivities(db, actor, await sql.activitiesOfPlan(db, actor.reach('plans.read'), planId));
  const sum = (of: (a: Activity) => number) => items.reduce((n, a) => n + of(a), 0);
  return { total: sum((a) => a.total), done: sum((a) => a.done), items };
}

/** A person's word stands for an activity without counts; with counts it is the evidence that speaks. */
export async function sayDone(tx: Tx, actor: Actor, given: InputOf<typeof c.sayDone>): Promise<Activity> {
  const line = await loadLine(tx, actor, given.lineId);
  if ((await targetCounts(tx, [line.id])).some((t) => Object.values(t.months).some((n) => n > 0)))
    fail('work.has-counts');
  await recountLines(tx, [line.id]);
  const before = await shownLine(tx, actor, line.id);
  const said = given.done
    ? { done: true, note: given.note || null, by: actor.person.id, at: actor.now }
    : { done: false, note: null, by: null, at: null };
  await saidDone(tx, line.id, said);
  await recountLines(tx, [line.id]);
  const after = await shownLine(tx, actor, line.id);
  const subject = { id: line.id, unitId: line.unitId, path: line.path };
  const note = given.note ? { note: given.note } : {};
  await record(tx, actor, activitySaid({ subject, before, after: { ...after, ...note } }));
  return after;
}

async function shownLine(db: Db, actor: Actor, lineId: string): Promise<Activity> {
  const row = (await sql.findActivity(db, actor.reach('plans.read'), lineId)) ?? fail('not-found');
  return (await shownActivities(db, actor, [row]))[0]!;
}
