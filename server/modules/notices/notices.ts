import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { isId, newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import { messagesFor, tellEach } from '#platform/live.ts';
import { pageOf } from '#platform/page.ts';
import type { LiveMessage } from '#platform/route.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type * as contract from './notices.contract.ts';
import * as sql from './notices.sql.ts';
import { sentenceOf } from './sentence.ts';

export interface Notice {
  personIds: readonly string[];
  /** The sentence is `notices.<kind>` in the catalogue. */
  kind: string;
  /** Fills the sentence; a value that begins with '@' is itself a key of the catalogue, worded for each reader. */
  params: Record<string, string | number>;
  /** Page of the admin app as it stands in the address: '/app/ke-hoach/…'. */
  link: string | null;
  /** What it is about: with the same key nobody is told twice. */
  dedupeKey: string;
  /** A letter of its own goes out about it: the digest leaves it out. */
  mailed?: boolean;
}

/** Puts a notice into inboxes, in the transaction of what it tells; open screens hear of it after the commit. */
export const notify = (tx: Tx, notice: Notice, now: Date = new Date()): Promise<void> => notifyAll(tx, [notice], now);

/** The same for everybody but the one who has just acted; where nobody is known, nobody is told. */
export async function notifyOthers(
  tx: Tx,
  actor: Actor,
  notice: Omit<Notice, 'personIds'> & { personIds: readonly (string | null)[] },
): Promise<void> {
  const others = notice.personIds.filter((id): id is string => id !== null && id !== actor.person.id);
  await notify(tx, { ...notice, personIds: others }, actor.now);
}

/** Many notices in a few statements, however many they are. */
export async function notifyAll(tx: Tx, notices: readonly Notice[], now: Date = new Date()): Promise<void> {
  const rows = notices.flatMap(({ personIds, kind, params, link, dedupeKey, mailed }) =>
    [...new Set(personIds)].map((person_id) => ({
      id: newId(now.getTime()),
      person_id,
      kind,
      params,
      link,
      dedupe_key: dedupeKey,
      created_at: now,
      mailed_at: mailed ? now : null,
    })),
  );
  if (rows.length === 0) return;
  await tellUnread(tx, [...new Set(await sql.insertNotices(tx, rows))]);
}

/** Tells open screens how much is unread; a dispatch tells thousands, so all of them in two statements. */
async function tellUnread(tx: Tx, personIds: readonly string[]): Promise<Map<string, number>> {
  const unread = await sql.countUnreadOf(tx, personIds);
  const messages = personIds.map((personId) => ({ personId, data: { unread: unread.get(personId) ?? 0 } }));
  await tellEach(tx, 'inbox', messages);
  return unread;
}

export async function listInbox(
  db: Db,
  actor: Actor,
  input: InputOf<typeof contract.listInbox>,
): Promise<OutputOf<typeof contract.listInbox>> {
  const page = { unreadOnly: input.show === 'unread', after: placeOf(input.after), limit: input.limit };
  const rows = await sql.listInbox(db, actor.person.id, page);
  const { items, next } = pageOf(rows, input.limit, (last) => `${last.readAt ? 'read' : 'unread'}.${last.id}`);
  const shown = items.map(({ createdAt, readAt, params, ...row }) => ({
    ...row,
    sentence: sentenceOf(actor.language, { kind: row.kind, params }),
    at: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }));
  return { items: shown, next };
}

function placeOf(after: string | undefined): sql.InboxPage['after'] {
  if (after === undefined) return undefined;
  const [state, id = ''] = after.split('.');
  if (!isId(id)) return fail('unreadable');
  return { unread: state === 'unread', id };
}

export const countUnread = async (db: Db, actor: Actor): Promise<{ unread: number }> => ({
  unread: await sql.countUnread(db, actor.person.id),
});

/** Reading is a fact about the reader alone and is not audited. */
export async function readNotice(tx: Tx, actor: Actor, input: { noticeId: string }): Promise<{ unread: number }> {
  if (!(await sql.markRead(tx, actor.person.id, input.noticeId, actor.now))) fail('not-found');
  return { unread: (await tellUnread(tx, [actor.person.id])).get(actor.person.id) ?? 0 };
}

export async function readAllNotices(tx: Tx, actor: Actor): Promise<{ unread: number }> {
  await sql.markAllRead(tx, actor.person.id, actor.now);
  return { unread: (await tellUnread(tx, [actor.person.id])).get(actor.person.id) ?? 0 };
}

/** What concerns a person's open screens, until they leave or this session is ended elsewhere. */
export const inboxEvents = (_db: Db, actor: Actor, _input: unknown, signal: AbortSignal): AsyncGenerator<LiveMessage> =>
  whileSignedIn(actor, messagesFor(actor.person.id, signal));

async function* whileSignedIn(actor: Actor, messages: AsyncGenerator<LiveMessage>): AsyncGenerator<LiveMessage> {
  for await (const message of messages) {
    if (message.event !== 'session') yield message;
    else if ((message.data as { ended: string[] }).ended.includes(actor.sessionId)) return;
  }
}
