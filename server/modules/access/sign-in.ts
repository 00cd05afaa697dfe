import { createHash } from 'node:crypto';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { record } from '#modules/audit/audit.ts';
import type { Visitor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { type signIn as signInEndpoint, signInsFailed } from './access.contract.ts';
import { delayAfter, failuresUntilNotice, freeEverywhere, freeFailures } from './access.policy.ts';
import * as accounts from './accounts.sql.ts';
import { verifyPassword } from './password.ts';
import { type Known, startSession } from './sessions.ts';

const DAY = 24 * 60 * 60_000;
/** How long a network from which the right password came is no stranger: its people never wait for what others try. */
const FAMILIAR_DAYS = 90;
type Input = InputOf<typeof signInEndpoint>;

/** Account × network, hashed: the table of delays names nobody. */
const delayKey = (email: string, network: string) =>
  createHash('sha256').update(`${email}\n${network}`).digest('base64url');
/** No network is called so: the account as all strange networks together see it, and networks that are no strangers. */
const everywhere = (email: string) => delayKey(email, '*');
const familiar = (email: string, network: string) => delayKey(email, `known ${network}`);

/**
 * Before the transaction: counts the attempt, then compares the password. An unknown address takes the same way, time
 * and answer as a known one. Null when they do not fit.
 */
export async function checkPassword(db: Db, visitor: Visitor, input: Input): Promise<Known | null> {
  const key = delayKey(input.email, visitor.network);
  const stranger = !(await accounts.isFamiliar(db, familiar(input.email, visitor.network), visitor.now));
  const failures = await attempt(db, visitor, key);
  if (stranger) await attempt(db, visitor, everywhere(input.email), freeEverywhere);
  const account = await accounts.findByEmail(db, input.email);
  const fits = await verifyPassword(input.password, account?.state === 'active' ? account.passwordHash : null);
  if (fits && account) {
    await begin(db, async (tx) => {
      await accounts.forgetAttempts(tx, key);
      if (stranger) await welcome(tx, visitor, input.email);
    });
    return account;
  }
  if (account && failures === failuresUntilNotice) await tellOwner(db, visitor, account, failures);
  return null;
}

/** The owner has proved to be in this network: what others tried is forgotten, and from here they wait for nobody again. */
export async function welcome(tx: Tx, { network, now }: Visitor, email: string): Promise<void> {
  await accounts.forgetAttempts(tx, everywhere(email));
  await accounts.setFamiliar(tx, familiar(email, network), new Date(now.getTime() + FAMILIAR_DAYS * DAY));
}

const begin = <T>(db: Db, work: (tx: Tx) => Promise<T>) => db.transaction().execute(work);

/** Counts an attempt and returns the number in a row with this one; 429 while a delay runs. */
export async function attempt(db: Db, visitor: Visitor, key: string, free = freeFailures): Promise<number> {
  const { now } = visitor;
  const wait = await begin(db, async (tx) => {
    const before = await accounts.countAttempt(tx, key, { now, forgetBefore: new Date(now.getTime() - DAY) });
    // Without a delay that is only the time of another attempt: requests that overlap come in any order.
    if (delayAfter(before.failures, free) > 0 && before.nextAt > now)
      return { seconds: Math.ceil((before.nextAt.getTime() - now.getTime()) / 1000), failures: before.failures };
    const failures = before.failures + 1;
    await accounts.setAttempts(tx, key, failures, new Date(now.getTime() + delayAfter(failures, free) * 1000));
    return { seconds: 0, failures };
  });
  if (wait.seconds > 0) fail('access.slow-down', { seconds: wait.seconds });
  return wait.failures;
}

/** The event becomes a notice and a mail to the owner; the one who tries learns nothing of it. */
async function tellOwner(db: Db, visitor: Visitor, account: Known, failures: number): Promise<void> {
  const subject = { id: account.id, unitId: null, path: null };
  const { network } = visitor;
  await begin(db, (tx) => record(tx, visitor, signInsFailed({ subject, before: null, after: { failures, network } })));
}

export async function signIn(
  tx: Tx,
  visitor: Visitor,
  _input: Input,
  person: Known | null,
): Promise<OutputOf<typeof signInEndpoint>> {
  if (!person) return fail('access.wrong-credentials');
  await startSession(tx, visitor, person);
  return { personId: person.id, name: person.name };
}
