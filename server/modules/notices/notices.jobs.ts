import { dayOf } from '#lib/format.ts';
import { grantFacts } from '#modules/access/access.ts';
import { onClockOutside, subscribe } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { mailDigests } from './digest.ts';
import { notify } from './notices.ts';
import { tellUnitChanged, tellUnitChangeFailed } from './unit-changes.ts';

/** Somebody tried the owner's password again and again: told once a day. */
export async function tellSignInsFailed(tx: Tx, personId: string, now: Date): Promise<void> {
  const dedupeKey = `access.sign-ins-failed:${dayOf(now)}`;
  await notify(
    tx,
    {
      personIds: [personId],
      kind: 'access.sign-ins-failed',
      params: {},
      link: '/app/tai-khoan/phien-dang-nhap',
      dedupeKey,
    },
    now,
  );
}

export async function tellRoleGiven(tx: Tx, grantId: string): Promise<void> {
  const grant = await grantFacts(tx, grantId);
  if (!grant) return;
  const params = { role: `@access.role.${grant.role}`, unit: grant.unitName };
  await notify(tx, {
    personIds: [grant.personId],
    kind: 'access.role-given',
    params,
    link: `/app/don-vi/${grant.unitId}`,
    dedupeKey: `access.role-given:${grantId}`,
  });
}

export function noticeJobs(): void {
  subscribe('sign-ins.failed', 'notices', (tx, note) => tellSignInsFailed(tx, note.subjectId, new Date()));
  subscribe('grant.added', 'notices', (tx, note) => tellRoleGiven(tx, note.subjectId));
  subscribe('unit-change.done', 'notices', (tx, note) => tellUnitChanged(tx, note.subjectId, new Date()));
  subscribe('unit-change.failed', 'notices', (tx, note) => tellUnitChangeFailed(tx, note.subjectId, new Date()));
  onClockOutside('notices.mail-digests', '0 7,11,16 * * *', async (db) => {
    await mailDigests(db, new Date());
  });
}
