import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { type DayOff, daysBetween } from '#lib/working-days.ts';
import { record } from '#modules/audit/audit.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as c from './calendar.contract.ts';
import * as sql from './calendar.sql.ts';
import { getUnitRow, unitFor } from './org.ts';

/** What other modules show of the calendar. */
export type { CalendarRow } from './calendar.sql.ts';

/**
 * Days that are not ordinary working days between two days, for lib/working-days.ts: those of the nation and, with a
 * unit's path, of the units above it. Computed holidays that no document confirms yet are among them, so that nobody is
 * reminded on Tết; legal clocks ask for the confirmed ones.
 */
export async function holidaysBetween(
  db: Db,
  from: string,
  to: string,
  of: { path?: string; confirmedOnly?: boolean } = {},
): Promise<DayOff[]> {
  const rows = await sql.listDays(db, from, to, of.path ?? null);
  return rows.filter((d) => d.state === 'confirmed' || !of.confirmedOnly);
}

/** Everything of the calendar between two days, for the unit with this path. */
export const calendarOf = (db: Db, from: string, to: string, path: string | null) => sql.listDays(db, from, to, path);

export async function listCalendar(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listCalendar>,
): Promise<OutputOf<typeof c.listCalendar>> {
  if (input.to < input.from) fail('invalid', {}, { fields: { to: 'fields.day-order' } });
  const path = input.unitId ? (await getUnitRow(db, input.unitId)).path : null;
  const top = await sql.findTop(db);
  return { items: (await sql.listDays(db, input.from, input.to, path)).map((row) => shown(actor, row, top?.path)) };
}

export async function addCalendarDay(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof c.addCalendarDay>,
): Promise<c.CalendarDay> {
  const unit = await unitFor(tx, actor, input.unitId, 'calendar.manage');
  const unitId = unit.kind === 'ministry' ? null : unit.id;
  return await put(tx, actor, { ...input, id: input.id ?? newId(actor.now.getTime()), unitId, version: 1 }, null);
}

export async function editCalendarDay(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof c.editCalendarDay>,
): Promise<c.CalendarDay> {
  const before = await load(tx, actor, input.dayId, input.version);
  const id = newId(actor.now.getTime());
  const after = { ...input, id, unitId: before.unitId, version: before.version + 1 };
  const made = await put(tx, actor, after, before);
  await sql.endDay(tx, before.id, actor.now, id);
  return made;
}

export async function confirmCalendarDay(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof c.confirmCalendarDay>,
): Promise<c.CalendarDay> {
  const before = await load(tx, actor, input.dayId, input.version);
  if (before.state === 'confirmed') fail('org.calendar-confirmed', {}, { current: shown(actor, before, before.path) });
  await sql.confirmDay(tx, before.id, { personId: actor.person.id, source: input.source, at: actor.now });
  return await told(tx, actor, before.id, before);
}

export async function removeCalendarDay(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof c.removeCalendarDay>,
): Promise<Record<string, never>> {
  const before = await load(tx, actor, input.dayId, input.version);
  await sql.endDay(tx, before.id, actor.now, null);
  await record(tx, actor, c.calendarChanged({ subject: subjectOf(before), before, after: null }));
  return {};
}

type Facts = Pick<InputOf<typeof c.addCalendarDay>, 'kind' | 'name' | 'firstOn' | 'lastOn' | 'source'>;

async function put(
  tx: Tx,
  actor: Actor,
  given: Facts & { id: string; unitId: string | null; version: number },
  before: sql.CalendarRow | null,
): Promise<c.CalendarDay> {
  if (given.lastOn < given.firstOn) fail('invalid', {}, { fields: { lastOn: 'fields.day-order' } });
  if (daysBetween(given.firstOn, given.lastOn) > 366) fail('invalid', {}, { fields: { lastOn: 'fields.day' } });
  const made = await sql.insertDay(tx, {
    id: given.id,
    unit_id: given.unitId,
    kind: given.kind,
    name: given.name,
    first_on: given.firstOn,
    last_on: given.lastOn,
    source: given.source,
    recorded_by: actor.person.id,
    version: given.version,
  });
  return made ? await told(tx, actor, given.id, before) : await known(tx, actor, given);
}

/** Sent twice it is one entry; an id that names another unit's is refused. */
async function known(tx: Tx, actor: Actor, given: { id: string; unitId: string | null }): Promise<c.CalendarDay> {
  const row = (await sql.findDay(tx, given.id)) ?? fail('conflict');
  return row.unitId === given.unitId ? shown(actor, row, (await sql.findTop(tx))?.path) : fail('conflict');
}

async function told(tx: Tx, actor: Actor, id: string, before: sql.CalendarRow | null): Promise<c.CalendarDay> {
  const after = (await sql.findDay(tx, id)) ?? fail('conflict');
  await record(tx, actor, c.calendarChanged({ subject: subjectOf(after), before, after }));
  return shown(actor, after, (await sql.findTop(tx))?.path);
}

/** 404 unseen, 403 of a unit whose calendar is not theirs, 409 changed meanwhile. */
async function load(tx: Tx, actor: Actor, id: string, version: number): Promise<sql.CalendarRow> {
  await sql.lockDay(tx, id);
  const row = (await sql.findDay(tx, id)) ?? fail('not-found');
  const top = (await sql.findTop(tx))?.path;
  if (!mayManage(actor, row, top)) fail('forbidden');
  if (row.version !== version) fail('conflict', {}, { current: shown(actor, row, top) });
  return row;
}

/** What holds for the nation is the ministry's to keep. */
const mayManage = (actor: Actor, row: sql.CalendarRow, top: string | undefined): boolean => {
  const path = row.path ?? top;
  return path !== undefined && path !== null && actor.can('calendar.manage', path);
};

const subjectOf = (row: sql.CalendarRow) => ({ id: row.id, unitId: row.unitId, path: row.path });

function shown(actor: Actor, row: sql.CalendarRow, top: string | null | undefined): c.CalendarDay {
  const { path: _, ...facts } = row;
  const mine = mayManage(actor, row, top ?? undefined);
  const can = mine
    ? [...(row.state === 'draft' ? (['confirm'] as const) : []), 'edit' as const, 'remove' as const]
    : [];
  return { ...facts, kind: row.kind as c.CalendarKind, state: row.state as c.CalendarDay['state'], can };
}
