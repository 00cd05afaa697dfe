import { type Selectable, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { WebhookDeliveries, Webhooks } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type HookRow = Selectable<Webhooks> & {
  unit_name: string;
  last_delivered_at: Date | null;
  waiting: number;
  given_up: number;
};
export type DeliveryRow = Selectable<WebhookDeliveries>;

const hooks = (db: Db, reach: Reach) =>
  db
    .selectFrom('webhooks as w')
    .innerJoin('units as u', 'u.id', 'w.unit_id')
    .selectAll('w')
    .select('u.name as unit_name')
    .select([
      sql<Date | null>`(select max(d.delivered_at) from webhook_deliveries d where d.hook_id = w.id)`.as(
        'last_delivered_at',
      ),
      sql<number>`(select count(*)::int from webhook_deliveries d where d.hook_id = w.id and d.state = 'waiting')`.as(
        'waiting',
      ),
      sql<number>`(select count(*)::int from webhook_deliveries d where d.hook_id = w.id and d.state = 'given-up')`.as(
        'given_up',
      ),
    ])
    .where((eb) => inReach(eb.ref('w.path'), reach));

export const listHooks = (db: Db, reach: Reach, unitId: string | undefined): Promise<HookRow[]> =>
  hooks(db, reach)
    .$if(!!unitId, (q) => q.where('w.unit_id', '=', unitId!))
    .orderBy('w.id', 'desc')
    .limit(sql.lit(200))
    .execute();

export const findHook = (db: Db, reach: Reach, id: string): Promise<HookRow | undefined> =>
  hooks(db, reach).where('w.id', '=', id).executeTakeFirst();

export const lockHook = (tx: Tx, id: string) =>
  tx.selectFrom('webhooks').select('id').where('id', '=', id).forUpdate().execute();

export const insertHook = async (
  tx: Tx,
  row: Pick<HookRow, 'id' | 'unit_id' | 'path' | 'name' | 'url' | 'events' | 'secret' | 'created_by'>,
): Promise<boolean> =>
  (await tx
    .insertInto('webhooks')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

type Change = Partial<
  Pick<HookRow, 'name' | 'url' | 'events' | 'state' | 'secret' | 'former_secret' | 'former_until' | 'failures'>
>;
export const updateHook = (tx: Tx, id: string, change: Change) =>
  tx
    .updateTable('webhooks')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

export const deleteHook = (tx: Tx, id: string) => tx.deleteFrom('webhooks').where('id', '=', id).execute();

/** One message for each address whose unit stands at or above the place of the event; told twice of the same, still one. */
export async function insertMessages(
  tx: Tx,
  messages: readonly { auditId: string; event: string; path: string; body: string }[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into webhook_deliveries (id, hook_id, audit_id, event, body, next_at)
    select gen_random_uuid(), w.id, m.audit_id, m.event, m.body::jsonb, now()
      from unnest(${messages.map((m) => m.auditId)}::uuid[], ${messages.map((m) => m.event)}::text[],
        ${messages.map((m) => m.path)}::text[], ${messages.map((m) => m.body)}::text[]) as m (audit_id, event, path, body)
      join webhooks w on w.state = 'active' and m.event = any(w.events) and starts_with(m.path, w.path)
    on conflict (hook_id, audit_id) do nothing
    returning id`.execute(tx);
  return rows.map((row) => row.id);
}

export const insertTrial = (
  tx: Tx,
  row: { id: string; hook_id: string; audit_id: string; event: string; body: string; next_at: Date },
) => tx.insertInto('webhook_deliveries').values(row).execute();

export const findDelivery = (db: Db, hookId: string, id: string): Promise<DeliveryRow | undefined> =>
  db.selectFrom('webhook_deliveries').selectAll().where('hook_id', '=', hookId).where('id', '=', id).executeTakeFirst();

export const listDeliveries = (db: Db, hookId: string, after: string | undefined, limit: number) =>
  db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('hook_id', '=', hookId)
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(created_at, id) < ((select d.created_at from webhook_deliveries d where d.id = ${after}::uuid), ${after}::uuid)`,
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(limit + 1))
    .execute();

/** A message that waits, with where it goes and what signs it; undefined once it is delivered, given up, or the address is paused. */
export const messageToSend = (db: Db, id: string) =>
  db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('webhooks as w', 'w.id', 'd.hook_id')
    .select(['d.id', 'd.hook_id', 'd.body', 'd.attempts', 'w.url', 'w.secret', 'w.former_secret', 'w.former_until'])
    .select(['w.name', 'w.unit_id', 'w.path', 'w.created_by', 'w.failures'])
    .where('d.id', '=', id)
    .where('d.state', '=', 'waiting')
    .where('w.state', '=', 'active')
    .executeTakeFirst();
export type Message = NonNullable<Awaited<ReturnType<typeof messageToSend>>>;

type Attempt = Partial<Pick<DeliveryRow, 'state' | 'status' | 'trouble' | 'next_at' | 'delivered_at'>>;
export const noteAttempt = (tx: Tx, id: string, attempt: Attempt) =>
  tx
    .updateTable('webhook_deliveries')
    .set({ ...attempt, attempts: sql`attempts + 1` })
    .where('id', '=', id)
    .execute();

export const waitAgain = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable('webhook_deliveries')
    .set({ state: 'waiting', attempts: 0, next_at: now })
    .where('id', '=', id)
    .execute();

/** Messages that are due and whose job may have been lost: of addresses that were resumed, or of a process that was killed. */
export const dueMessages = (db: Db, before: Date, hookId?: string) =>
  db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('webhooks as w', 'w.id', 'd.hook_id')
    .select('d.id')
    .where('d.state', '=', 'waiting')
    .where('d.next_at', '<', before)
    .where('w.state', '=', 'active')
    .$if(hookId !== undefined, (q) => q.where('d.hook_id', '=', hookId!))
    .orderBy('d.next_at')
    .limit(sql.lit(1000))
    .execute();

/** What was delivered or given up is kept for a month. */
export const dropOldMessages = (tx: Tx, before: Date) =>
  tx.deleteFrom('webhook_deliveries').where('state', '<>', 'waiting').where('created_at', '<', before).execute();
