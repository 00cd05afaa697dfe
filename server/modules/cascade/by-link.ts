import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Visitor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { hashToken, isToken } from '../access/tokens.ts';
import { type AddresseeRow, addresseeById } from './addressees.sql.ts';
import { type Answers, acknowledge, answer } from './answer.ts';
import { asksOf } from './asked.sql.ts';
import { askFor } from './asking.ts';
import type { AskedWhole } from './cascade.contract.ts';
import type * as c from './links.contract.ts';
import * as sql from './links.sql.ts';
import { stateOf } from './links.ts';
import { holdAsked, isClosed, mustRun } from './load-asked.ts';
import { wholeOf } from './shown-asked.ts';

async function linkOf(db: Db, token: string): Promise<{ link: sql.LinkRow; row: AddresseeRow }> {
  const link = isToken(token) ? await sql.findLink(db, hashToken(token)) : undefined;
  const row = link && (await addresseeById(db, link.addresseeId));
  return link && row ? { link, row } : fail('access.link-gone');
}

/** Programs that show what is behind an address ask this; it never begins, and names nobody but the two units. */
export async function peekLink(
  db: Db,
  visitor: Visitor,
  { token }: InputOf<typeof c.peekLink>,
): Promise<OutputOf<typeof c.peekLink>> {
  const { link, row } = await linkOf(db, token);
  return { unitName: row.unitName, fromUnit: row.fromUnit, state: stateOf(link, visitor.now) };
}

interface Held {
  link: sql.LinkRow;
  row: AddresseeRow;
  device: Buffer;
  state: ReturnType<typeof stateOf>;
}

/** Holds the link and what was sent to its unit; refuses what was taken back, has expired, or is another device's. */
async function held(tx: Tx, visitor: Visitor, given: { token: string; device: string }): Promise<Held> {
  const found = await linkOf(tx, given.token);
  await holdAsked(tx, found.row.id);
  const link = (await sql.lockLink(tx, found.link.id)) ?? fail('access.link-gone');
  const row = (await addresseeById(tx, link.addresseeId)) ?? fail('access.link-gone');
  const state = stateOf(link, visitor.now);
  const device = hashToken(given.device);
  const unit = { unit: row.fromUnit };
  if (state === 'revoked') fail('cascade.link-revoked', unit);
  // Also for whoever has answered: a phone does not go on reading what the unit does, long after.
  if (link.expiresAt <= visitor.now) fail('cascade.link-expired', unit);
  if (link.deviceHash && !link.deviceHash.equals(device))
    fail(state === 'used' ? 'cascade.link-used' : 'cascade.link-elsewhere', unit);
  mustRun(row, visitor.now);
  return { link, row, device, state };
}

/** The device that answered may look at its answers again; it answers no more. */
async function shown(db: Db, visitor: Visitor, addresseeId: string, used: boolean): Promise<AskedWhole> {
  const row = (await addresseeById(db, addresseeId)) ?? fail('access.link-gone');
  const can: AskedWhole['can'] = used || isClosed(row, visitor.now) ? [] : ['answer', 'ask'];
  return wholeOf(db, row, await asksOf(db, row.id), { now: visitor.now, can, named: false, colleagues: false });
}

/** Binds the link to the device that begins first, and acknowledges the plan; beginning again there only reads. */
export async function beginLink(tx: Tx, visitor: Visitor, given: InputOf<typeof c.beginLink>): Promise<AskedWhole> {
  const { link, row, device, state } = await held(tx, visitor, given);
  if (!link.deviceHash) await sql.bindLink(tx, link.id, device, visitor.now);
  if (state !== 'used') await acknowledge(tx, visitor, row, null);
  return shown(tx, visitor, row.id, state === 'used');
}

/** For acts after the beginning; a link that was never begun is begun by them. */
async function begun(tx: Tx, visitor: Visitor, given: { token: string; device: string }): Promise<Held> {
  const all = await held(tx, visitor, given);
  if (!all.link.deviceHash) await sql.bindLink(tx, all.link.id, all.device, visitor.now);
  return all;
}

/** Whoever answers does it, where the answer names nobody else. */
function named(given: InputOf<typeof c.answerByLink>): Answers {
  const who = <T extends { ownerName?: string | null | undefined }>(one: T): T => ({
    ...one,
    ownerName: one.ownerName?.trim() || given.by,
  });
  return { version: given.version, answers: given.answers.map(who), rest: given.rest && who(given.rest) };
}

/** Answers in the unit's name; once nothing is open any more the link has done its work. */
export async function answerByLink(
  tx: Tx,
  visitor: Visitor,
  given: InputOf<typeof c.answerByLink>,
): Promise<AskedWhole> {
  const { link, row, state } = await begun(tx, visitor, given);
  const current = () => shown(tx, visitor, row.id, false);
  const used = state === 'used';
  const by = { author: visitor, personId: null, name: given.by, via: 'link' as const };
  // Sent again because the reply was lost, it says what is written already and changes nothing.
  const refuse = used ? (): never => fail('cascade.link-used', { unit: row.fromUnit }) : undefined;
  await answer(tx, by, row, named(given), current, refuse);
  const after = (await addresseeById(tx, row.id)) ?? fail('access.link-gone');
  const done = after.state !== 'unopened' && after.state !== 'unanswered';
  if (done && !used) await sql.markUsed(tx, link.id, visitor.now);
  return shown(tx, visitor, row.id, used || done);
}

export async function askByLink(
  tx: Tx,
  visitor: Visitor,
  given: InputOf<typeof c.askByLink>,
): Promise<OutputOf<typeof c.askByLink>> {
  const { row, state } = await begun(tx, visitor, given);
  if (state === 'used') fail('cascade.link-used', { unit: row.fromUnit });
  return askFor(tx, visitor, row, given, null);
}
