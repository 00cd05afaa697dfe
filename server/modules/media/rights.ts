import { dayOf, shortDay } from '#lib/format.ts';
import { addDays } from '#lib/working-days.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersOf } from '../access/access.ts';
import { record } from '../audit/audit.ts';
import { notify } from '../notices/notices.ts';
import { listSeenByPublic } from './blocks.sql.ts';
import { systemAt } from './drawing.ts';
import * as sql from './rights.sql.ts';
import { mediaBlocked, mediaUnblocked } from './withdrawals.contract.ts';

type Author = Parameters<typeof record>[1];

/** So many days ahead people are told that rights end. */
const AHEAD = [7, 30] as const;

/** Brings what is held back into line with the rights of these pictures, in the transaction in which those changed. */
export async function followRights(tx: Tx, author: Author, mediaIds: readonly string[]): Promise<void> {
  const day = dayOf(author.now);
  await tell(tx, author, await sql.blockEnded(tx, day, author.now, mediaIds), true);
  await tell(tx, author, await sql.liftGoingOn(tx, day, author.now, mediaIds), false);
}

/** Every night: pictures whose rights have ended are held back, and who keeps the library is told what ends soon. */
export async function watchRights(tx: Tx, now: Date): Promise<void> {
  const today = dayOf(now);
  const ended = await sql.blockEnded(tx, today, now, null);
  await tell(tx, systemAt(now), ended, true);
  for (const [unitId, of] of Map.groupBy(ended, (one) => one.unitId))
    await tellKeepers(tx, now, {
      unitId,
      path: of[0]!.path,
      kind: 'ended',
      until: today,
      n: new Set(of.map((b) => b.mediaId)).size,
    });
  let from = today;
  for (const days of AHEAD) {
    const upTo = addDays(today, days);
    for (const one of await sql.listEnding(tx, from, upTo))
      await tellKeepers(tx, now, { ...one, until: one.until!, kind: `ending-${days}` });
    from = upTo;
  }
}

interface Ending {
  unitId: string;
  path: string;
  kind: 'ended' | `ending-${number}`;
  until: string;
  n: number;
}

async function tellKeepers(tx: Tx, now: Date, { unitId, path, kind, until, n }: Ending): Promise<void> {
  const personIds = await holdersOf(tx, 'media.manage', path, dayOf(now));
  const rights = kind === 'ended' ? 'ended' : 'ending';
  const notice = {
    personIds,
    kind: `media.rights-${rights}`,
    params: { n, date: shortDay(until) },
    link: `/app/anh?quyen=${rights}`,
    dedupeKey: `media-rights:${unitId}:${until}:${kind}`,
  };
  await notify(tx, notice, now);
}

/** Only what the public sees is worth a word: everything else is simply not offered. */
async function tell(tx: Tx, author: Author, blocks: readonly sql.RightsBlock[], blocked: boolean): Promise<void> {
  const seen = new Map(
    (
      await listSeenByPublic(
        tx,
        blocks.map((one) => one.cutId),
      )
    ).map((one) => [one.cutId, one.channels]),
  );
  for (const [id, of] of Map.groupBy(blocks, (one) => one.mediaId)) {
    const shown = of.filter((one) => seen.has(one.cutId));
    if (shown.length === 0) continue;
    const { unitId, path } = of[0]!;
    const facts = {
      channels: [...new Set(shown.flatMap((one) => seen.get(one.cutId)!))],
      cutIds: shown.map((one) => one.cutId),
    };
    const event = blocked ? mediaBlocked : mediaUnblocked;
    await record(tx, author, event({ subject: { id, unitId, path }, before: null, after: facts }));
  }
}
