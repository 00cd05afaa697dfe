import { dayOf, shortDay } from '#lib/format.ts';
import { addDays } from '#lib/working-days.ts';
import { holdersAt } from '#modules/access/access.ts';
import { notify } from '#modules/notices/notices.ts';
import type { Tx } from '#platform/tx.ts';
import type { ChangedBlock } from './blocks.sql.ts';
import { tellBlocked, tellLifted } from './blocks.ts';
import * as sql from './consent-ends.sql.ts';
import { systemAt } from './drawing.ts';

/** So many days after the day itself a night that did not run is made up for. */
const madeUpFor = 7;

/**
 * Every night: what the public sees by consents that have run out is held back, unless their words say that it stays; who
 * keeps consents and the head are told days ahead, as many as the rule says, and on the day.
 */
export async function watchConsentEnds(tx: Tx, now: Date): Promise<void> {
  const today = dayOf(now);
  const made = await sql.blockRunOut(tx, today, now);
  await tellBlocked(tx, systemAt(now), made);
  // A birthday that was corrected may ask one party less.
  await tellLifted(tx, systemAt(now), await sql.liftRunOut(tx, null, today, now));
  for (const one of await sql.listEnding(tx, addDays(today, -madeUpFor), today))
    await tellKeepers(tx, now, one, 'ended', picturesOf(made, one.unitId));
  let from = today;
  for (const days of (await sql.findDaysAhead(tx, today)).toSorted((a, b) => a - b)) {
    const upTo = addDays(today, days);
    for (const one of await sql.listEnding(tx, from, upTo)) await tellKeepers(tx, now, one, `ending-${days}`, 0);
    from = upTo;
  }
}

const picturesOf = (made: readonly ChangedBlock[], unitId: string): number =>
  new Set(made.filter((one) => one.unitId === unitId).map((one) => one.mediaId)).size;

async function tellKeepers(
  tx: Tx,
  now: Date,
  one: sql.Ending,
  kind: 'ended' | `ending-${number}`,
  pictures: number,
): Promise<void> {
  const day = dayOf(now);
  const keepers = await holdersAt(tx, 'consents.record', one.path, day);
  const heads = await holdersAt(tx, 'consents.decide', one.path, day);
  const notice = {
    personIds: [...new Set([...keepers, ...heads])],
    kind: kind === 'ended' ? 'consent.ended' : 'consent.ending',
    params: { unit: one.unitName, n: one.pupils, pictures, date: shortDay(addDays(one.until, -1)) },
    link: '/app/dong-y',
    dedupeKey: `consent-ends:${one.unitId}:${one.until}:${kind}`,
  };
  await notify(tx, notice, now);
}
