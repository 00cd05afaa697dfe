import { sql } from 'kysely';
import type { Tx } from '#platform/tx.ts';

/** Cancels what is scheduled on the text's own site; true where there was something. */
export async function cancelOwnScheduled(
  tx: Tx,
  article: { id: string; unit_id: string },
  reason: string,
): Promise<boolean> {
  const rows = await tx
    .updateTable('article_publications')
    .set({ state: 'cancelled', reason, version: sql`version + 1` })
    .where('article_id', '=', article.id)
    .where('unit_id', '=', article.unit_id)
    .where('state', 'in', ['scheduled', 'failed'])
    .returning('id')
    .execute();
  return rows.length > 0;
}
