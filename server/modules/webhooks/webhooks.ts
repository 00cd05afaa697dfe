import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { isId, newId } from '#lib/id.ts';
import { isoOrNull } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import { pageById } from '#platform/page.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { unitFor } from '../org/org.ts';
import { newSecret } from './signature.ts';
import * as contract from './webhooks.contract.ts';
import * as sql from './webhooks.sql.ts';

const shown = (row: sql.HookRow): contract.Webhook => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  name: row.name,
  url: row.url,
  events: row.events as contract.HookEvent[],
  state: row.state as contract.Webhook['state'],
  createdAt: row.created_at.toISOString(),
  lastDeliveredAt: isoOrNull(row.last_delivered_at),
  waiting: row.waiting,
  givenUp: row.given_up,
  version: row.version,
});

const shownDelivery = (actor: Actor, row: sql.DeliveryRow): contract.Delivery => ({
  id: row.id,
  event: row.event,
  state: row.state as contract.Delivery['state'],
  attempts: row.attempts,
  status: row.status,
  trouble: row.trouble && say(actor.language, `webhooks.${row.trouble}`, { status: row.status ?? 0 }),
  createdAt: row.created_at.toISOString(),
  nextAt: row.state === 'waiting' ? isoOrNull(row.next_at) : null,
  deliveredAt: isoOrNull(row.delivered_at),
});

const reachOf = (actor: Actor) => actor.reach('webhooks.manage');
const recorded = ({ name, url, events, state }: sql.HookRow) => ({ name, url, events, state });
const subjectOf = (row: sql.HookRow) => ({ id: row.id, unitId: row.unit_id, path: row.path });

/** Finds, scopes and locks: 404 unseen, 409 with the address as it is when somebody changed it meanwhile. */
async function load(tx: Tx, actor: Actor, hookId: string, version?: number): Promise<sql.HookRow> {
  await sql.lockHook(tx, hookId);
  const row = (await sql.findHook(tx, reachOf(actor), hookId)) ?? fail('not-found');
  if (version !== undefined && row.version !== version) fail('conflict', {}, { current: shown(row) });
  return row;
}

const reload = async (tx: Tx, actor: Actor, hookId: string): Promise<sql.HookRow> =>
  (await sql.findHook(tx, reachOf(actor), hookId)) ?? fail('not-found');

export async function listWebhooks(
  db: Db,
  actor: Actor,
  { unitId }: InputOf<typeof contract.listWebhooks>,
): Promise<OutputOf<typeof contract.listWebhooks>> {
  return { items: (await sql.listHooks(db, reachOf(actor), unitId)).map(shown) };
}

export async function makeWebhook(
  tx: Tx,
  actor: Actor,
  { id, unitId, name, url, events }: InputOf<typeof contract.makeWebhook>,
): Promise<OutputOf<typeof contract.makeWebhook>> {
  const unit = await unitFor(tx, actor, unitId, 'webhooks.manage');
  const secret = newSecret();
  const row = { id, unit_id: unit.id, path: unit.path, name, url, events: [...new Set(events)], secret };
  const made = await sql.insertHook(tx, { ...row, created_by: actor.person.id });
  // Sent again: the secret was shown to the first answer only, so a new one is given.
  const kept = await load(tx, actor, id);
  if (kept.unit_id !== unit.id) fail('conflict');
  if (!made) return await replaceSecret(tx, actor, kept);
  await record(tx, actor, contract.webhookMade({ subject: subjectOf(kept), before: null, after: recorded(kept) }));
  return { secret, row: shown(kept) };
}

export async function editWebhook(
  tx: Tx,
  actor: Actor,
  { hookId, version, ...change }: InputOf<typeof contract.editWebhook>,
): Promise<contract.Webhook> {
  const before = await load(tx, actor, hookId, version);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const resumed = change.state === 'active' && before.state === 'paused';
  await sql.updateHook(tx, hookId, { ...given, ...(resumed && { failures: 0 }) });
  const after = await reload(tx, actor, hookId);
  await record(
    tx,
    actor,
    contract.webhookEdited({ subject: subjectOf(after), before: recorded(before), after: recorded(after) }),
  );
  if (resumed) for (const { id } of await sql.dueMessages(tx, actor.now, hookId)) await enqueue(tx, sendJob, { id });
  return shown(after);
}

/** The job that sends one message; `webhooks.jobs.ts` handles it. */
export const sendJob = 'webhooks.send-message';

const DAY = 86_400_000;

async function replaceSecret(
  tx: Tx,
  actor: Actor,
  before: sql.HookRow,
): Promise<OutputOf<typeof contract.renewSecret>> {
  const secret = newSecret();
  const former = { former_secret: before.secret, former_until: new Date(actor.now.getTime() + DAY) };
  await sql.updateHook(tx, before.id, { secret, ...former });
  const after = await reload(tx, actor, before.id);
  await record(
    tx,
    actor,
    contract.webhookSecretRenewed({ subject: subjectOf(after), before: recorded(before), after: recorded(after) }),
  );
  return { secret, row: shown(after) };
}

export const renewSecret = async (
  tx: Tx,
  actor: Actor,
  { hookId, version }: InputOf<typeof contract.renewSecret>,
): Promise<OutputOf<typeof contract.renewSecret>> =>
  await replaceSecret(tx, actor, await load(tx, actor, hookId, version));

export async function deleteWebhook(
  tx: Tx,
  actor: Actor,
  { hookId }: InputOf<typeof contract.deleteWebhook>,
): Promise<{ done: true }> {
  const before = await load(tx, actor, hookId);
  await sql.deleteHook(tx, hookId);
  await record(
    tx,
    actor,
    contract.webhookDeleted({ subject: subjectOf(before), before: recorded(before), after: null }),
  );
  return { done: true };
}

export async function listDeliveries(
  db: Db,
  actor: Actor,
  { hookId, after, limit }: InputOf<typeof contract.listDeliveries>,
): Promise<OutputOf<typeof contract.listDeliveries>> {
  if (after !== undefined && !isId(after)) fail('unreadable');
  if (!(await sql.findHook(db, reachOf(actor), hookId))) fail('not-found');
  const rows = await sql.listDeliveries(db, hookId, after, limit);
  const { items, next } = pageById(rows, limit);
  return { items: items.map((row) => shownDelivery(actor, row)), next };
}

/** A message of trial tells nothing but that it arrives; trials are facts about the address, not about the unit. */
export async function tryWebhook(
  tx: Tx,
  actor: Actor,
  { hookId }: InputOf<typeof contract.tryWebhook>,
): Promise<contract.Delivery> {
  const hook = await load(tx, actor, hookId);
  if (hook.state === 'paused') fail('webhooks.paused');
  const id = newId(actor.now.getTime());
  const body = { id, event: 'webhook.trial', at: actor.now.toISOString(), subject: { kind: 'webhook', id: hookId } };
  await sql.insertTrial(tx, {
    id,
    hook_id: hookId,
    audit_id: id,
    event: body.event,
    body: JSON.stringify({ ...body, unitId: hook.unit_id }),
    next_at: actor.now,
  });
  await enqueue(tx, sendJob, { id });
  return shownDelivery(actor, (await sql.findDelivery(tx, hookId, id)) ?? fail('not-found'));
}

export async function resend(
  tx: Tx,
  actor: Actor,
  { hookId, deliveryId }: InputOf<typeof contract.resend>,
): Promise<contract.Delivery> {
  const hook = await load(tx, actor, hookId);
  if (hook.state === 'paused') fail('webhooks.paused');
  const row = (await sql.findDelivery(tx, hookId, deliveryId)) ?? fail('not-found');
  // What arrived is not sent a second time, and what waits is on its way.
  if (row.state !== 'given-up') return shownDelivery(actor, row);
  await sql.waitAgain(tx, deliveryId, actor.now);
  await enqueue(tx, sendJob, { id: deliveryId });
  return shownDelivery(actor, (await sql.findDelivery(tx, hookId, deliveryId)) ?? fail('not-found'));
}
