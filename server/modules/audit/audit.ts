import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { DomainEvent } from '#lib/event.ts';
import { isId, newId } from '#lib/id.ts';
import { type Right, roles } from '#lib/rights.ts';
import type { Actor, Visitor } from '#platform/actor.ts';
import { publish, publishAll } from '#platform/jobs.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { listAudit } from './audit.contract.ts';
import * as sql from './audit.sql.ts';

/** Who a write is recorded for: a person, or the system by the name of what it did. */
export type Author = Visitor | Actor | { requestId: string; now: Date; system: string };

/** Writes what happened and queues what follows from it, in the transaction of the change. Returns the record's id. */
export const record = (tx: Tx, author: Author, event: DomainEvent): Promise<string> => write(tx, author, event, false);

/**
 * The same for what is the unit's own affair: drafts, opinions, incoming documents. The levels above may read who did
 * what and when, but not what was written (rights with span 'unit').
 */
export const recordInside = (tx: Tx, author: Author, event: DomainEvent): Promise<string> =>
  write(tx, author, event, true);

/** The same as `record` for many events of a set-based write: a few statements, however many they are. */
export async function recordAll(tx: Tx, author: Author, events: readonly DomainEvent[]): Promise<void> {
  const rows = events.map((event) => ({ event, ...rowsOf(author, event, false) }));
  await sql.insertRecords(
    tx,
    rows.map((r) => r.row),
  );
  await sql.insertPersonals(
    tx,
    rows.flatMap((r) => r.personal ?? []),
  );
  await publishAll(
    tx,
    rows.map(({ event, row }) => ({ event, auditId: row.id })),
  );
}

async function write(tx: Tx, author: Author, event: DomainEvent, inside: boolean): Promise<string> {
  const { row, personal } = rowsOf(author, event, inside);
  await sql.insertRecords(tx, [row]);
  if (personal) await sql.insertPersonals(tx, [personal]);
  await publish(tx, event, row.id);
  return row.id;
}

/** What the record keeps for ever, and what the law may demand to erase. */
function rowsOf(author: Author, event: DomainEvent, inside: boolean) {
  const id = newId(author.now.getTime());
  const before = part(event.before, event.personal);
  const after = part(event.after, event.personal);
  const row: sql.AuditRow = {
    id,
    person_id: 'person' in author ? author.person.id : null,
    event: event.name,
    subject_kind: event.subject.kind,
    subject_id: event.subject.id,
    unit_id: event.subject.unitId,
    path: event.subject.path,
    before: before.open,
    after: after.open,
    reason: event.reason ?? null,
    request_id: author.requestId,
    inside,
    token_id: 'person' in author && 'tokenId' in author ? author.tokenId : null,
  };
  const secret = before.personal || after.personal;
  return { row, personal: secret ? { audit_id: id, before: before.personal, after: after.personal } : null };
}

/** Erases what was recorded of people about these subjects, where the law demands it; that it happened stays on record. */
export const eraseRecorded = async (tx: Tx, subjectIds: readonly string[]): Promise<void> => {
  await sql.erasePersonal(tx, subjectIds);
};

/** Whether anything was ever written down about subjects of these kinds. */
export const isRecorded = sql.isRecorded;

/** Splits a row into what the record keeps for ever and what the law may demand to erase. */
function part(
  row: Record<string, unknown> | null,
  personal: readonly string[],
): { open: string | null; personal: string | null } {
  if (!row) return { open: null, personal: null };
  const secret = Object.entries(row).filter(([k]) => personal.includes(k));
  const open = Object.fromEntries(Object.entries(row).filter(([k]) => !personal.includes(k)));
  return {
    open: JSON.stringify(open),
    personal: secret.length > 0 ? JSON.stringify(Object.fromEntries(secret)) : null,
  };
}

/** Titles are named only to those who may open what bears them. */
const openedBy = ['plans.read', 'plans.comment', 'documents.read'] as const;

export async function listRecords(
  db: Db,
  actor: Actor,
  filter: InputOf<typeof listAudit>,
): Promise<OutputOf<typeof listAudit>> {
  if (filter.after !== undefined && !isId(filter.after)) fail('unreadable');
  const own = actor.grants.filter((g) => (roles[g.role] as readonly Right[]).includes('audit.read')).map((g) => g.path);
  // Records stay where they were written: the history of a unit that moved here is found at its former places.
  const former = await sql.listFormerPaths(db, actor.reach('audit.read'));
  const inside = former.filter((row) => own.includes(row.now)).map((row) => row.path);
  const seen = { reach: actor.reach('audit.read'), former: former.map((row) => row.path), own: [...own, ...inside] };
  const rows = await sql.listRecords(db, seen, filter);
  const shown = rows
    .slice(0, filter.limit)
    .map((row) => ({ ...row, ids: idsIn([row.subjectId, row.before, row.after]) }));
  const open = openedBy.map((right) => ({ right, reach: actor.reach(right) }));
  const found = await sql.listNames(db, open, [...new Set(shown.flatMap((row) => row.ids))]);
  const names = new Map(found.map((one) => [one.id, one.name]));
  const items = shown.map(({ ids, ...row }) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    names: Object.fromEntries(ids.filter((id) => names.has(id)).map((id) => [id, names.get(id)!])),
  }));
  return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids anywhere in a recorded row: whoever reads it wants the names behind them. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return uuid.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? [...new Set(Object.values(value).flatMap(idsIn))] : [];
}
