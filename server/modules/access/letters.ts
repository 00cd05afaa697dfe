import { dayOf, shortDay } from '#lib/format.ts';
import type { Language } from '#platform/actor.ts';
import { sendMail } from '#platform/mail.ts';
import { say } from '#platform/texts.ts';
import type { Db } from '#platform/tx.ts';
import * as accounts from './accounts.sql.ts';
import * as invitations from './invitations.sql.ts';
import { findReader } from './letters.sql.ts';
import { secretLink } from './links.ts';
import { hashToken, newToken } from './tokens.ts';

type Params = Record<string, string>;

/** A letter from the catalogue: `<key>.subject` and `<key>.text`, in the reader's language. */
async function write(to: string, language: Language, key: string, params: Params): Promise<void> {
  await sendMail({ to, subject: say(language, `${key}.subject`, params), text: say(language, `${key}.text`, params) });
}

/** Makes the one-time link and sends it. Run again after a failure, it makes a new one and the last letter counts. */
export async function mailInvitation(db: Db, { invitationId }: { invitationId: string }): Promise<void> {
  const row = await invitations.findForMail(db, invitationId, new Date());
  if (!row?.email) return;
  const token = newToken();
  await db.transaction().execute((tx) => invitations.setToken(tx, invitationId, hashToken(token)));
  await write(row.email, row.language, 'access.mail.invitation', {
    name: row.personName,
    unit: row.unitName,
    role: say(row.language, `access.role.${row.role}`),
    by: row.invitedBy ?? row.unitName,
    link: secretLink('invitation', token),
    date: shortDay(dayOf(row.expiresAt)),
  });
}

export async function mailResetLink(db: Db, { resetId }: { resetId: string }): Promise<void> {
  const token = newToken();
  const row = await db.transaction().execute((tx) => accounts.setResetToken(tx, resetId, hashToken(token)));
  if (!row?.email) return;
  await write(row.email, row.language, 'access.mail.reset', { name: row.name, link: secretLink('password', token) });
}

/** Goes to the address that no longer counts: its owner may not know of the change. */
export async function mailAddressChanged(db: Db, data: { personId: string; formerEmail: string }): Promise<void> {
  const reader = await findReader(db, data.personId);
  if (reader)
    await write(data.formerEmail, reader.language, 'access.mail.address-changed', {
      name: reader.name,
      email: reader.email ?? '',
    });
}
