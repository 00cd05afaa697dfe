import { handle, handleOutside, onClock } from '#platform/jobs.ts';
import { dropOldAttempts } from './accounts.sql.ts';
import { mailAddressChanged, mailInvitation, mailResetLink } from './letters.ts';
import { beginReset } from './passwords.ts';
import { dropOldSessions } from './sessions.sql.ts';

const DAY = 24 * 60 * 60_000;

export function accessJobs(): void {
  handle<Parameters<typeof beginReset>[1]>('access.begin-reset', (tx, data) => beginReset(tx, data, new Date()));
  handleOutside('access.mail-invitation', mailInvitation);
  handleOutside('access.mail-reset-link', mailResetLink);
  handleOutside('access.mail-address-changed', mailAddressChanged);
  onClock('access.drop-old-sessions', '15 3 * * *', async (tx) => {
    const now = new Date();
    await dropOldSessions(tx, now);
    await dropOldAttempts(tx, new Date(now.getTime() - DAY));
  });
}
