import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { record } from '#modules/audit/audit.ts';
import { managedPerson, setEmail } from '#modules/org/people.ts';
import type { Actor } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { emailChanged, type changeEmail as endpoint } from './access.contract.ts';
import { mayGrant } from './access.policy.ts';
import { dropResets } from './accounts.sql.ts';
import { listHeld } from './grants.sql.ts';
import { listOffered, withdrawLinks } from './invitations.sql.ts';
import { endSessions } from './sessions.ts';

/**
 * Whoever sets the address can have a password sent there, so it hands over all that the person holds or is invited to:
 * only somebody who might give each of those roles may do it. All sessions end, links that went to the old address no
 * longer work (waiting invitations are sent again, to the new one), and the old address is told.
 */
export async function changeEmail(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const { before, unit } = await managedPerson(tx, actor, input);
  const self = before.id === actor.person.id;
  const offered = await listOffered(tx, before.id, actor.now);
  const held = [...(await listHeld(tx, before.id, dayOf(actor.now))), ...offered];
  if (!self && !held.every((grant) => mayGrant(actor, grant.role, grant.path, before.id))) fail('access.beyond-own');
  const { version } = await setEmail(tx, before, input.email);
  await endSessions(tx, before.id, actor.now, self ? actor.sessionId : undefined);
  await dropResets(tx, before.id, actor.now);
  await withdrawLinks(tx, before.id);
  for (const { id } of offered) await enqueue(tx, 'access.mail-invitation', { invitationId: id }, { once: id });
  if (before.email)
    await enqueue(tx, 'access.mail-address-changed', { personId: before.id, formerEmail: before.email });
  const subject = { id: before.id, unitId: unit.unitId, path: unit.path };
  await record(tx, actor, emailChanged({ subject, before: { email: before.email }, after: { email: input.email } }));
  return { id: before.id, email: input.email, version };
}
