import type { InputOf, OutputOf } from '#lib/contract.ts';
import { dayOf } from '#lib/format.ts';
import { webUrl } from '#lib/web-address.ts';
import type { Actor } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { hostFacts } from './outlets.ts';
import type * as c from './outputs.contract.ts';
import { keepItem, placeFor } from './outputs.ts';
import { type CaptureFacts, shownOutput } from './shown-output.ts';

/** Each address becomes a row at once; its page is read by a job. What is no address stays as a refused row to correct. */
export async function pasteAddresses(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.pasteAddresses>,
): Promise<OutputOf<typeof c.pasteAddresses>> {
  const place = await placeFor(tx, actor, given.unitId, given.teamId);
  const items = [];
  for (const address of given.addresses.filter((a) => a !== '')) {
    const url = webUrl(address);
    const facts: CaptureFacts = url ? {} : { reason: 'bad-url', at: actor.now.toISOString() };
    const proposed = url ? await hostFacts(tx, place.unitId, url, dayOf(actor.now)) : {};
    const item = {
      counts: 'other' as const,
      ...proposed,
      title: address.slice(0, 500),
      url: url?.href ?? address,
      madeOn: dayOf(actor.now),
      authorName: given.authorName,
      source: 'pasted' as const,
    };
    const row = await keepItem(tx, actor, place, item, {
      recorded_by: actor.person.id,
      stands: false,
      capture_state: url ? 'waiting' : 'refused',
      capture: JSON.stringify(facts),
    });
    if (row.capture_state === 'waiting') await enqueue(tx, 'outputs.capture-page', { outputId: row.id });
    items.push(shownOutput(actor, row));
  }
  return { items };
}
