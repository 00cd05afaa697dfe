import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { lockAddressees, settle } from './addressees.sql.ts';
import type * as c from './cascade.contract.ts';
import { choice as choiceShape, planSent } from './cascade.contract.ts';
import { chosenBy, type Sender, senderFor } from './choosing.ts';
import { shareCounts } from './counters.sql.ts';
import { coveredPlan, sendersPlan } from './coverage-plan.ts';
import * as sql from './dispatches.sql.ts';

type Outcome = OutputOf<typeof c.previewDispatch>;
type Sent = OutputOf<typeof c.sendPlan>;

const isClosed = (r: sql.Receiver, day: string): boolean => r.closedOn !== null && r.closedOn <= day;

/** Why a unit gets nothing; null where it gets something, or has it all already. */
function refusal(actor: Actor, chosen: sql.Chosen, r: sql.Receiver): string | null {
  const because = (key: string, params = {}) => say(actor.language, key, { unit: r.name, ...params });
  if (r.id === chosen.senderId) return because('cascade.skipped.sender');
  if (isClosed(r, chosen.day)) return because('cascade.skipped.closed', { date: shortDay(r.closedOn!) });
  if (chosen.lines.length > 0 && r.lines === 0) return because('cascade.skipped.nothing');
  return null;
}

interface Sorted {
  fresh: sql.Receiver[];
  extended: sql.Receiver[];
  outcome: Outcome;
}

/** Sorts those who are meant into who gets the plan, who gets more of it, and who gets nothing and why. */
function sorted(actor: Actor, chosen: sql.Chosen, all: readonly sql.Receiver[], onlyNew: boolean): Sorted {
  const refusals = all.map((r) => [r, refusal(actor, chosen, r)] as const);
  const reached = refusals.filter(([, sentence]) => sentence === null).map(([r]) => r);
  const fresh = reached.filter((r) => r.addresseeId === null);
  const extended = onlyNew ? [] : reached.filter((r) => r.addresseeId !== null && r.fresh > 0);
  const got = [...fresh, ...extended];
  const skipped = refusals.flatMap(([{ id, name }, sentence]) =>
    sentence === null ? [] : [{ unitId: id, name, sentence }],
  );
  return {
    fresh,
    extended,
    outcome: {
      units: got.length,
      asks: got.reduce((sum, r) => sum + r.fresh, 0),
      extended: extended.length,
      withoutAccount: got.filter((r) => !r.hasAccount).length,
      skipped,
    },
  };
}

export async function previewDispatch(
  db: Db,
  actor: Actor,
  given: InputOf<typeof c.previewDispatch>,
): Promise<Outcome> {
  const sender = await senderFor(db, actor, given.planId);
  const chosen = await chosenBy(db, actor, sender, given.choice);
  return sorted(actor, chosen, await sql.receivers(db, chosen), false).outcome;
}

/** The first reasons in full; a list of hundreds is what the preview is for. */
const reasonsOf = ({ skipped }: Outcome): string =>
  skipped
    .slice(0, 3)
    .map((s) => s.sentence)
    .join(' ');

interface Act {
  id: string;
  choice: c.Choice;
  dueOn: string | null;
  note: string | null;
  waveOf: string | null;
}

/** Sends an issued plan down in one act; the same id again answers what was answered before. */
export async function sendPlan(tx: Tx, actor: Actor, given: InputOf<typeof c.sendPlan>): Promise<Sent> {
  await sendersPlan(tx, actor, given.planId);
  return (
    (await sentBefore(tx, given.planId, given.id)) ?? dispatch(tx, actor, given.planId, { ...given, waveOf: null })
  );
}

/** The same choice once more, for units that have not got the plan. */
export async function sendWave(tx: Tx, actor: Actor, given: InputOf<typeof c.sendWave>): Promise<Sent> {
  await sendersPlan(tx, actor, given.planId);
  const before = await sentBefore(tx, given.planId, given.id);
  if (before) return before;
  const first = await sql.findDispatch(tx, given.dispatchId);
  if (!first || first.planId !== given.planId) return fail('not-found');
  const { note, dueOn } = first;
  return dispatch(tx, actor, given.planId, {
    id: given.id,
    choice: choiceShape.parse(first.choice),
    dueOn: given.dueOn ?? dueOn,
    note,
    waveOf: first.waveOf ?? first.id,
  });
}

async function sentBefore(tx: Tx, planId: string, id: string): Promise<Sent | undefined> {
  const found = await sql.findDispatch(tx, id);
  if (found && found.planId !== planId) fail('conflict');
  return found && { id, ...(found.outcome as Outcome) };
}

async function dispatch(tx: Tx, actor: Actor, planId: string, act: Act): Promise<Sent> {
  const sender = await senderFor(tx, actor, planId);
  if (act.dueOn && act.dueOn < dayOf(actor.now.getTime()))
    fail('invalid', {}, { fields: { dueOn: 'fields.day-past' } });
  await shareCounts(tx, planId);
  const chosen = await chosenBy(tx, actor, sender, act.choice, { forgiving: act.waveOf !== null });
  const { fresh, extended, outcome } = sorted(actor, chosen, await sql.receivers(tx, chosen), act.waveOf !== null);
  if (fresh.length + extended.length === 0) fail('cascade.nobody', { reason: reasonsOf(outcome) });
  const row = {
    id: act.id,
    plan_id: planId,
    unit_id: sender.unitId,
    path: sender.path,
    wave_of: act.waveOf,
    note: act.note || null,
    due_on: act.dueOn,
    choice: JSON.stringify(act.choice),
    outcome: JSON.stringify(outcome),
    extended: extended.map((r) => r.addresseeId!),
    sent_by: actor.person.id,
    sent_at: actor.now,
  };
  await sql.insertDispatch(tx, row);
  await deliver(tx, actor, row, chosen, fresh, extended);
  const { skipped, ...figures } = outcome;
  const after = { planId, waveOf: act.waveOf, note: row.note, dueOn: act.dueOn, ...figures, skipped: skipped.length };
  const subject = { id: act.id, unitId: sender.unitId, path: sender.path };
  await record(tx, actor, planSent({ subject, before: null, after }));
  return { id: act.id, ...outcome };
}

async function deliver(
  tx: Tx,
  actor: Actor,
  row: sql.NewDispatch,
  chosen: sql.Chosen,
  fresh: readonly sql.Receiver[],
  extended: readonly sql.Receiver[],
): Promise<void> {
  const added = fresh.map((r) => ({
    id: newId(actor.now.getTime()),
    unitId: r.id,
    mode: r.mode,
    asked: r.mode === 'inform' ? 0 : r.fresh,
  }));
  await lockAddressees(tx, row.extended);
  await sql.insertAddressees(tx, row, added);
  const ids = new Map(added.map((a) => [a.unitId, a.id]));
  const units = [...fresh, ...extended].map(({ id, kind, mode, addresseeId }) => ({
    addresseeId: addresseeId ?? ids.get(id)!,
    unitId: id,
    kind,
    mode,
  }));
  if (chosen.lines.length > 0) await sql.insertAsks(tx, row, units, chosen.lines);
  await sql.countNewAddressees(
    tx,
    row.plan_id,
    added.map((a) => a.id),
  );
  if (row.extended.length > 0) await settle(tx, row.plan_id, row.extended);
}

/** How the plan went down; for units that received it nothing of the others. */
export async function listDispatches(
  db: Db,
  actor: Actor,
  { planId }: InputOf<typeof c.listDispatches>,
): Promise<OutputOf<typeof c.listDispatches>> {
  const plan = await coveredPlan(db, actor, planId);
  if (!plan.whole) return { items: [] };
  const sender = { planId, unitId: plan.unit_id, path: plan.path };
  const rows = await sql.listDispatches(db, planId);
  // One after the other: a plan of many sendings would otherwise take all connections at once.
  const items: Awaited<ReturnType<typeof shown>>[] = [];
  for (const row of rows) items.push(await shown(db, actor, sender, row));
  return { items };
}

async function shown(
  db: Db,
  actor: Actor,
  sender: Sender,
  row: Awaited<ReturnType<typeof sql.listDispatches>>[number],
): Promise<OutputOf<typeof c.listDispatches>['items'][number]> {
  const choice = choiceShape.parse(row.choice);
  const chosen = await chosenBy(db, actor, sender, choice, { forgiving: true });
  const { outcome, sentAt, ...rest } = row;
  const { units } = outcome as Outcome;
  return { ...rest, choice, sentAt: new Date(sentAt).toISOString(), units, newUnits: await sql.countNew(db, chosen) };
}
