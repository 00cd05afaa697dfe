import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { foundUnit } from '#modules/org/new-units.ts';
import { addPerson } from '#modules/org/people.ts';
import type { Visitor } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type * as contract from './access.contract.ts';
import * as accounts from './accounts.sql.ts';
import { giveRole } from './grants.ts';
import { secretLink } from './links.ts';
import { hashPassword } from './password.ts';
import { requireStrong, setPassword } from './passwords.ts';
import { startSession } from './sessions.ts';
import { hashToken, newToken } from './tokens.ts';

/**
 * For the start in production: while no account exists, the address that lets one person make the first; it replaces
 * the one printed before. Null once there is an account.
 */
export async function openSetup(db: Db, now: Date): Promise<string | null> {
  if (await accounts.anyAccount(db)) return null;
  const token = newToken();
  await db.transaction().execute((tx) => accounts.replaceSetupLink(tx, hashToken(token), now));
  return secretLink('setup', token);
}

export async function getSetup(db: Db): Promise<{ open: boolean }> {
  return { open: !(await accounts.anyAccount(db)) };
}

type Input = InputOf<typeof contract.setUp>;

/** The link is looked at before the costly hash, so that strangers cannot keep the machine busy. */
export async function checkSetup(db: Db, _visitor: Visitor, input: Input): Promise<string> {
  if (await accounts.anyAccount(db)) fail('access.setup-done');
  if (!(await accounts.setupLinkFits(db, hashToken(input.token)))) fail('access.link-gone');
  requireStrong(input.password, input, 'password');
  return await hashPassword(input.password);
}

/** The first unit, and somebody who may invite all others: administrator and head in one. */
export async function setUp(
  tx: Tx,
  visitor: Visitor,
  input: Input,
  hash: string,
): Promise<OutputOf<typeof contract.setUp>> {
  if (!(await accounts.spendSetupLink(tx, hashToken(input.token)))) fail('access.link-gone');
  if (await accounts.anyAccount(tx)) fail('access.setup-done');
  const today = dayOf(visitor.now);
  const person = { id: newId(visitor.now.getTime()), name: input.name, email: input.email, phone: null };
  const author = { ...visitor, person };
  const unit = await foundUnit(tx, author, { name: input.unitName, kind: input.unitKind });
  await addPerson(tx, author, unit, person, { kind: 'member', title: say('vi', 'access.role.administrator') });
  await setPassword(tx, author, person, hash, 'setup');
  for (const role of ['administrator', 'head'] as const) {
    await giveRole(tx, author, unit, person.id, { role, validFrom: today, validTo: null, basis: null });
  }
  await startSession(tx, visitor, person);
  return { personId: person.id, unitId: unit.id };
}
