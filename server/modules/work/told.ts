import { dayOf } from '#lib/format.ts';
import { type Right, type Role, roles } from '#lib/rights.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { notify } from '../notices/notices.ts';
import type { EvidenceRow } from './evidence.contract.ts';
import * as sql from './told.sql.ts';

/** Roles that confirm; administrators keep the system and are not asked. */
const confirming = (Object.keys(roles) as Role[]).filter(
  (role) => role !== 'administrator' && (roles[role] as readonly Right[]).includes('outputs.confirm'),
);

const linkOf = (row: Pick<EvidenceRow, 'lineId'>): string => `/app/hoat-dong/${row.lineId}`;

/** Whose doing it was; nobody's where an item counts by itself. */
interface Teller {
  person?: Actor['person'];
  now: Date;
}
type Told = Omit<EvidenceRow, 'files' | 'can'>;

/** Tells those who are to confirm a piece of evidence, except the one who has just recorded it. */
export async function tellConfirmers(tx: Tx, by: Teller, row: Told): Promise<void> {
  const day = dayOf(by.now);
  const unitId = row.confirmedBy === 'unit-above' ? await sql.unitAbove(tx, row.unitId) : row.unitId;
  const holders = unitId ? await sql.holdersAt(tx, unitId, confirming, day) : [];
  const notice = {
    personIds: holders.filter((id) => id !== by.person?.id),
    kind: 'evidence.waits',
    params: { by: by.person?.name ?? row.authorName ?? row.unitName, title: row.title, unit: row.unitName },
    link: linkOf(row),
    dedupeKey: `evidence.waits:${row.id}`,
  };
  await notify(tx, notice, by.now);
}

/** Tells the one who recorded it that it was refused, and why. */
export async function tellRecorder(tx: Tx, actor: Actor, row: EvidenceRow, recordedBy: string | null): Promise<void> {
  if (!recordedBy || recordedBy === actor.person.id) return;
  const notice = {
    personIds: [recordedBy],
    kind: 'evidence.refused',
    params: { by: actor.person.name, title: row.title, reason: row.reason ?? '' },
    link: linkOf(row),
    dedupeKey: `evidence.refused:${row.id}:${row.version}`,
  };
  await notify(tx, notice, actor.now);
}
