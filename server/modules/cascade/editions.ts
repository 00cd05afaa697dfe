import type { Tx } from '#platform/tx.ts';
import { lockAddressees, settle } from './addressees.sql.ts';
import { holdCounts } from './counters.sql.ts';
import * as sql from './editions.sql.ts';
import { tellUnits } from './telling.ts';

/**
 * An edition of a plan came into force: answers about lines that it changed are asked for again. Lines that it took out
 * keep their answers and are no longer asked; new lines are asked when the sender sends them.
 */
export async function followEdition(tx: Tx, planId: string): Promise<void> {
  await holdCounts(tx, [planId]);
  const touched = await sql.touchedByEditions(tx, planId);
  if (!touched || touched.ids.length === 0) return;
  await lockAddressees(tx, touched.ids);
  await sql.markChanged(tx, planId);
  await sql.dropRemovedCounts(tx, planId);
  await settle(tx, planId, touched.ids);
  await tellUnits(tx, { news: 'changed', planId, edition: touched.edition });
}

/** The plan was recalled: what was sent stays readable as recalled, nothing of it is answered any more. */
export async function followRecall(tx: Tx, planId: string, now: Date): Promise<void> {
  await sql.markRecalled(tx, planId, now);
  await tellUnits(tx, { news: 'recalled', planId });
}
