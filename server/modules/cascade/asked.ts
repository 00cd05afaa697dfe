import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import { daysPast } from '#lib/working-days.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { acknowledge, answer } from './answer.ts';
import * as sql from './asked.sql.ts';
import { askFor } from './asking.ts';
import type * as c from './cascade.contract.ts';
import type { AskedWhole } from './cascade.contract.ts';
import { textOf } from './line-words.ts';
import { isClosed, mustRun, ownAsked, seenAsked, wholeFor } from './load-asked.ts';
import { shownRow } from './shown-asked.ts';

/** What was sent to the caller's own units, or to one unit in reach. */
export async function listAsked(
  db: Db,
  actor: Actor,
  filter: InputOf<typeof c.listAsked>,
): Promise<OutputOf<typeof c.listAsked>> {
  // Who reads everything below would find there what they sent themselves: without a unit it is about one's own.
  const reach = actor.reach(filter.unitId ? 'plans.read' : 'plans.comment');
  const rows = await sql.listAsked(db, reach, { ...filter, after: placeOf(filter.after) });
  const { items, next } = pageOf(rows, filter.limit, (last) => `${last.rank}_${last.id}`);
  return { items: items.map((row) => shownRow(row, actor.now)), next };
}

function placeOf(after: string | undefined): sql.AskedFilter['after'] {
  if (after === undefined) return undefined;
  const [rank = '', id = ''] = after.split('_');
  return /^-?\d{1,9}$/.test(rank) && isId(id) ? { rank: Number(rank), id } : fail('unreadable');
}

export const getAsked = async (db: Db, actor: Actor, { addresseeId }: { addresseeId: string }): Promise<AskedWhole> =>
  wholeFor(db, actor, await seenAsked(db, actor, addresseeId));

/** Opening acknowledges, once; what was added since is acknowledged by the next opening. A plan that was recalled is only read. */
export async function openAsked(
  tx: Tx,
  actor: Actor,
  { addresseeId }: { addresseeId: string },
): Promise<OutputOf<typeof c.openAsked>> {
  const row = await ownAsked(tx, actor, addresseeId);
  if (row.planState === 'issued' && !isClosed(row, actor.now)) await acknowledge(tx, actor, row, actor.person.id);
  const { state, version } = await seenAsked(tx, actor, addresseeId);
  return { state, version };
}

/** One act with exceptions; the same answer again changes nothing. */
export async function answerAsked(tx: Tx, actor: Actor, given: InputOf<typeof c.answerAsked>): Promise<AskedWhole> {
  const row = await ownAsked(tx, actor, given.addresseeId);
  mustRun(row, actor.now);
  const by = { author: actor, personId: actor.person.id, name: actor.person.name, via: 'account' as const };
  await answer(tx, by, row, given, () => wholeFor(tx, actor, row));
  return wholeFor(tx, actor, await seenAsked(tx, actor, row.id));
}

export async function askQuestion(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.askQuestion>,
): Promise<OutputOf<typeof c.askQuestion>> {
  const row = await ownAsked(tx, actor, given.addresseeId);
  mustRun(row, actor.now);
  return askFor(tx, actor, row, given, actor.person.id);
}

/** Lines that were given to the caller or to a team of theirs. */
export async function listMyAsks(
  db: Db,
  actor: Actor,
  { after, limit }: InputOf<typeof c.listMyAsks>,
): Promise<OutputOf<typeof c.listMyAsks>> {
  const day = dayOf(actor.now);
  const rows = await sql.listMyAsks(db, { personId: actor.person.id, day, after: myPlaceOf(after), limit });
  const { items, next } = pageOf(rows, limit, (last) =>
    [last.byOn ?? '9999-12-31', last.id, last.addresseeId].join('_'),
  );
  return {
    items: items.map((row) => ({
      addresseeId: row.addresseeId,
      lineId: row.id,
      planId: row.planId,
      planTitle: row.planTitle,
      unitName: row.unitName,
      text: textOf(row),
      byOn: row.byOn,
      lateDays: daysPast(row.byOn, day),
    })),
    next,
  };
}

function myPlaceOf(after: string | undefined): sql.MyAskFilter['after'] {
  if (after === undefined) return undefined;
  const [byOn = '', lineId = '', addresseeId = ''] = after.split('_');
  return /^\d{4}-\d{2}-\d{2}$/.test(byOn) && !Number.isNaN(Date.parse(byOn)) && isId(lineId) && isId(addresseeId)
    ? { byOn, lineId, addresseeId }
    : fail('unreadable');
}
