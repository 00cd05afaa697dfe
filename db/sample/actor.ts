import { dayOf } from '../../lib/format.ts';
import { newId } from '../../lib/id.ts';
import type { GrantSpan } from '../../lib/reach.ts';
import { listHeld } from '../../server/modules/access/grants.sql.ts';
import { actorFrom } from '../../server/modules/access/sessions.ts';
import { personByEmail } from '../../server/modules/org/people.ts';
import type { Actor } from '../../server/platform/actor.ts';
import type { Tx } from '../../server/platform/tx.ts';

/** Somebody of the sample, acting at that time with the grants of that day. */
export async function actorOf(tx: Tx, email: string, now: Date): Promise<Actor> {
  const person = await personByEmail(tx, email);
  if (!person) throw new Error(`the sample has nobody with the address ${email}`);
  const grants: GrantSpan[] = await listHeld(tx, person.id, dayOf(now));
  const visitor = {
    requestId: newId(),
    now,
    language: 'vi' as const,
    network: '',
    agent: 'sample',
    setSession: () => {},
  };
  return actorFrom(visitor, person, newId(), grants);
}
