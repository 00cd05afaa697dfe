import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { AddresseeRow } from './addressees.sql.ts';
import * as addressees from './addressees.sql.ts';
import { type AskRow, asksOf } from './asked.sql.ts';
import type { AskedWhole } from './cascade.contract.ts';
import { askedActs } from './cascade.policy.ts';
import { shareCounts } from './counters.sql.ts';
import { wholeOf } from './shown-asked.ts';

/** What was sent to a unit; 404 for whoever does not reach the unit. */
export const seenAsked = async (db: Db, actor: Actor, id: string): Promise<AddresseeRow> =>
  (await addressees.findAddressee(db, actor.reach('plans.read'), id)) ?? fail('not-found');

/** Takes the addressee before any of its lines; a recount of the plan waits for it, and it for a recount. */
export async function holdAsked(tx: Tx, id: string): Promise<void> {
  const planId = (await addressees.planOfAddressee(tx, id)) ?? fail('not-found');
  await shareCounts(tx, planId);
  await addressees.lockAddressees(tx, [id]);
}

/** For the unit's own acts: 404 unseen, 403 not theirs to answer. */
export async function ownAsked(tx: Tx, actor: Actor, id: string): Promise<AddresseeRow> {
  await seenAsked(tx, actor, id);
  await holdAsked(tx, id);
  const row = await seenAsked(tx, actor, id);
  return actor.can('asks.answer', row.path) ? row : fail('forbidden');
}

export const isClosed = (row: AddresseeRow, now: Date): boolean =>
  row.unitClosedOn !== null && row.unitClosedOn <= dayOf(now);

/** Nothing is answered of a plan that does not run any more, nor in the name of a unit that has ended. */
export function mustRun(row: AddresseeRow, now: Date): void {
  if (row.planState === 'recalled') fail('cascade.recalled');
  if (row.planState !== 'issued') fail('plans.wrong-state', { state: `@plans.state.${row.planState}` });
  if (isClosed(row, now)) fail('org.unit-closed', { date: shortDay(row.unitClosedOn!) });
}

export const adoptedOf = (asks: readonly AskRow[]): AskRow[] =>
  asks.filter((ask) => ask.state === 'adopted' || ask.state === 'loose');

/** Everything the answer page shows, for somebody who is signed in. */
export async function wholeFor(db: Db, actor: Actor, row: AddresseeRow): Promise<AskedWhole> {
  const asks = await asksOf(db, row.id);
  const can = askedActs(actor.can, {
    path: row.path,
    planPath: row.planPath,
    planState: row.planState,
    unitClosed: isClosed(row, actor.now),
    adopted: adoptedOf(asks).length,
  });
  return wholeOf(db, row, asks, { now: actor.now, can, named: true, colleagues: actor.can('asks.answer', row.path) });
}
