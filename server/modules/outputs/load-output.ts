import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import type { OutputAct } from './outputs.contract.ts';
import { isKeptElsewhere } from './outputs.policy.ts';
import * as sql from './outputs.sql.ts';
import { actsOn, shownOutput } from './shown-output.ts';

/** Finds, scopes, locks and checks: 404 unseen, 403 not yours to do, 409 other version or no longer open (with the item as it is). */
export async function loadOutput(
  tx: Tx,
  actor: Actor,
  given: { outputId: string; version: number },
  act: OutputAct,
): Promise<sql.ShownOutputRow> {
  await sql.lockOutput(tx, given.outputId);
  const row = (await sql.findOutput(tx, actor.reach('outputs.read'), given.outputId)) ?? fail('not-found');
  if (row.version !== given.version) fail('outputs.conflict', {}, { current: shownOutput(actor, row) });
  if (actsOn(actor, row).includes(act)) return row;
  if (row.withdrawn_at !== null) fail('outputs.withdrawn');
  if (row.joined_to !== null && act !== 'withdraw') fail('outputs.joined', { title: row.joined_title ?? '' });
  if (isKeptElsewhere(row.origin_kind) && act !== 'pick' && act !== 'unpick') fail('outputs.from-newsroom');
  return fail('forbidden');
}
