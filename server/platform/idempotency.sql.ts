import type { Tx } from './tx.ts';

export interface KeptReply {
  endpoint: string;
  request_hash: string;
  status: number | null;
  body: unknown;
}

/** Takes the key for this request; returns what an earlier request with it answered, or null when the key is new. */
export async function takeKey(
  tx: Tx,
  key: { person_id: string; key: string; endpoint: string; request_hash: string },
): Promise<KeptReply | null> {
  const fresh = await tx
    .insertInto('idempotency_keys')
    .values(key)
    .onConflict((c) => c.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (fresh) return null;
  return await tx
    .selectFrom('idempotency_keys')
    .select(['endpoint', 'request_hash', 'status', 'body'])
    .where('person_id', '=', key.person_id)
    .where('key', '=', key.key)
    .executeTakeFirstOrThrow();
}

export async function keepReply(tx: Tx, personId: string, key: string, status: number, body: unknown): Promise<void> {
  await tx
    .updateTable('idempotency_keys')
    .set({ status, body: JSON.stringify(body ?? null) })
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .execute();
}

export const dropOldKeys = (tx: Tx, before: Date) =>
  tx.deleteFrom('idempotency_keys').where('created_at', '<', before).execute();
