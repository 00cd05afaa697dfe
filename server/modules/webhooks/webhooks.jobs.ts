import { type Fetched, fetchGuarded } from '#platform/fetch/fetch.ts';
import { type EventNote, enqueue, handleOutside, onClock, subscribeTogether } from '#platform/jobs.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { notify } from '../notices/notices.ts';
import { signatureOf } from './signature.ts';
import { hookEvents } from './webhooks.contract.ts';
import * as sql from './webhooks.sql.ts';
import { sendJob } from './webhooks.ts';

const MINUTE = 60_000;
/** Waits between attempts in minutes, about a day in all; after the last one the message is given up. */
const waits = [0.1, 1, 5, 15, 60, 180, 360, 720];
/** So many messages in a row given up: nobody listens there any more. */
const patience = 5;

/** Puts a message for each address that wants to know into its outbox, in the transaction of these jobs. */
async function tellHooks(tx: Tx, notes: readonly EventNote[]): Promise<void> {
  const at = new Date().toISOString();
  const messages = notes.flatMap(({ auditId, event, path, subjectKind, subjectId, unitId }) => {
    const body = { id: auditId, event, at, subject: { kind: subjectKind, id: subjectId }, unitId };
    return path === null ? [] : [{ auditId, event, path, body: JSON.stringify(body) }];
  });
  for (const id of await sql.insertMessages(tx, messages)) await enqueue(tx, sendJob, { id });
}

/** Why an attempt failed, as the catalogue words it (`webhooks.<trouble>`); null when it arrived. */
const troubleOf = (fetched: Fetched): string | null =>
  fetched.outcome !== 'answered'
    ? fetched.outcome
    : fetched.status >= 200 && fetched.status < 300
      ? null
      : 'bad-status';

/** Sends one message once. Twice at the same time is possible only after a crash; receivers know it by `webhook-id`. */
export async function sendMessage(db: Db, { id }: { id: string }, now: Date = new Date()): Promise<void> {
  const message = await sql.messageToSend(db, id);
  if (!message) return;
  const body = JSON.stringify(message.body);
  const fetched = await fetchGuarded(message.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed(message, body, now) },
    body,
    timeoutMs: 10_000,
    maxBytes: 64 * 1024,
    maxRedirects: 0,
  });
  await db.transaction().execute((tx) => settle(tx, message, fetched, now));
}

function signed(message: sql.Message, body: string, now: Date): Record<string, string> {
  const seconds = Math.floor(now.getTime() / 1000);
  const former = message.former_secret && message.former_until && message.former_until > now;
  const secrets = former ? [message.secret, message.former_secret!] : [message.secret];
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((secret) => signatureOf(secret, message.id, seconds, body)).join(' '),
  };
}

async function settle(tx: Tx, message: sql.Message, fetched: Fetched, now: Date): Promise<void> {
  const trouble = troubleOf(fetched);
  const status = fetched.outcome === 'answered' ? fetched.status : null;
  if (trouble === null) {
    await sql.noteAttempt(tx, message.id, { state: 'delivered', status, trouble, delivered_at: now });
    if (message.failures > 0) await sql.updateHook(tx, message.hook_id, { failures: 0 });
    return;
  }
  const wait = waits[message.attempts];
  if (wait === undefined) return await giveUp(tx, message, { status, trouble }, now);
  const next_at = new Date(now.getTime() + wait * MINUTE);
  await sql.noteAttempt(tx, message.id, { status, trouble, next_at });
  await enqueue(tx, sendJob, { id: message.id }, { after: next_at });
}

async function giveUp(
  tx: Tx,
  message: sql.Message,
  why: { status: number | null; trouble: string },
  now: Date,
): Promise<void> {
  await sql.noteAttempt(tx, message.id, { state: 'given-up', ...why });
  const failures = message.failures + 1;
  const pause = failures >= patience;
  await sql.updateHook(tx, message.hook_id, { failures, ...(pause && { state: 'paused' as const }) });
  if (!pause) return;
  await notify(
    tx,
    {
      personIds: [message.created_by],
      kind: 'webhook.paused',
      params: { name: message.name },
      link: '/app/ket-noi',
      dedupeKey: `webhook.paused:${message.hook_id}:${message.id}`,
    },
    now,
  );
}

export function webhookJobs(): void {
  for (const event of hookEvents) subscribeTogether(event, 'tell-webhooks', tellHooks);
  handleOutside<{ id: string }>(sendJob, (db, data) => sendMessage(db, data));
  // A message whose job was lost is found again; one that is on its way finds nothing to send.
  onClock('webhooks.find-lost', '*/10 * * * *', async (tx) => {
    const before = new Date(Date.now() - 10 * MINUTE);
    for (const { id } of await sql.dueMessages(tx, before)) await enqueue(tx, sendJob, { id }, { once: id });
    await sql.dropOldMessages(tx, new Date(Date.now() - 30 * 24 * 60 * MINUTE));
  });
}
