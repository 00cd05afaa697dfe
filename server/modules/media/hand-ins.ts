import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { isoOrNull } from '#lib/instants.ts';
import { lastDayOf, monthsBetween } from '#lib/months.ts';
import { periodByKey, periodOf } from '#lib/quota-periods.ts';
import { addDays } from '#lib/working-days.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { unitFor } from '../org/org.ts';
import { pictureFindings } from './findings.ts';
import type * as c from './hand-ins.contract.ts';
import { type HandIn, type HandInState, type HandInWhole, handInBegun } from './hand-ins.contract.ts';
import { handInActs } from './hand-ins.policy.ts';
import * as sql from './hand-ins.sql.ts';

/** The channel whose consent is asked for: a level above may print what it got. */
export const CHANNEL = 'bulletin';

const mayOf = (actor: Actor, row: sql.HandInRow) => ({
  sends: actor.can('media.manage', row.path),
  receives: actor.can('media.manage', row.to_path),
});

export const actsOn = (actor: Actor, row: sql.HandInRow) =>
  handInActs(mayOf(actor, row), row.state as HandInState, row.chosen);

export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});

export const recordedHandIn = (row: sql.HandInRow): Record<string, unknown> => ({
  schoolYear: row.school_year,
  semester: row.semester,
  toUnitId: row.to_unit_id,
  state: row.state,
  pictures: row.chosen,
  receiptNo: row.receipt_no,
});

const shown = (actor: Actor, row: sql.HandInRow): HandIn => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  toUnitId: row.to_unit_id,
  toUnitName: row.to_unit_name,
  schoolYear: row.school_year,
  semester: row.semester,
  state: row.state as HandInState,
  dueOn: row.due_on,
  note: row.state === 'returned' && !actor.can('media.read', row.path) ? '' : row.note,
  collected: row.collected,
  chosen: row.chosen,
  sentAt: isoOrNull(row.sent_at),
  decidedAt: isoOrNull(row.decided_at),
  decidedByName: row.decided_by_name,
  reason: row.reason,
  receiptNo: row.receipt_no,
  version: row.version,
  can: actsOn(actor, row),
});

/** With its photos; the unit above sees the chosen ones, the unit itself also what stands against each. */
export async function whole(db: Db, actor: Actor, row: sql.HandInRow): Promise<HandInWhole> {
  const own = actor.can('media.read', row.path);
  // Given back it is the unit's to work on: what is chosen anew is seen above once it is sent.
  const sent = row.state === 'sent' || row.state === 'received';
  const items = (await sql.listItems(db, row.id)).filter((item) => own || (sent && item.chosen));
  const cutIds = own ? items.map((item) => item.cutId) : [];
  const findings = new Map(
    (await pictureFindings(db, actor, cutIds, CHANNEL, dayOf(actor.now))).map((one) => [one.cutId, one]),
  );
  return {
    handIn: shown(actor, row),
    items: items.map((item) => {
      const found = findings.get(item.cutId);
      return { ...item, name: own ? item.name : '', finding: found && found.finding !== 'ready' ? found : null };
    }),
  };
}

export const find = async (db: Db, actor: Actor, id: string): Promise<sql.HandInRow> =>
  (await sql.findHandIn(db, actor.reach('media.read'), id)) ?? fail('not-found');

export const getHandIn = async (db: Db, actor: Actor, { handInId }: { handInId: string }): Promise<HandInWhole> =>
  await whole(db, actor, await find(db, actor, handInId));

export const listTopics = async (db: Db, actor: Actor): Promise<OutputOf<typeof c.listTopics>> => ({
  items: await sql.listTopics(db, dayOf(actor.now)),
});

/** The day by which photos of a semester are to be there; null for a semester that no calendar knows. */
async function dueOnOf(db: Db, schoolYear: number, semester: number): Promise<string | null> {
  const term = periodByKey('semester', `${schoolYear}-S${semester}`, await sql.listTerms(db));
  if (!term) return null;
  const end = lastDayOf(term.to);
  const after = await sql.daysAfter(db, semester, end);
  return after === undefined ? null : addDays(end, after);
}

export async function listHandIns(
  db: Db,
  actor: Actor,
  { unitId }: { unitId: string },
): Promise<OutputOf<typeof c.listHandIns>> {
  const unit = await unitFor(db, actor, unitId, 'media.read');
  const above = await sql.unitAbove(db, unit.id);
  const items = (await sql.listOfUnit(db, actor.reach('media.read'), unit.id)).map((row) => shown(actor, row));
  const { year, n } = periodOf('semester', dayOf(actor.now).slice(0, 7), await sql.listTerms(db));
  const now = above && { schoolYear: year, semester: n, dueOn: await dueOnOf(db, year, n), toUnitName: above.name };
  return { items, now: now ?? null, can: above && actor.can('media.manage', unit.path) ? ['begin'] : [] };
}

export async function beginHandIn(tx: Tx, actor: Actor, given: InputOf<typeof c.beginHandIn>): Promise<HandInWhole> {
  const unit = await unitFor(tx, actor, given.unitId, 'media.manage');
  const above = (await sql.unitAbove(tx, unit.id)) ?? fail('hand-ins.nobody-above');
  const id = newId(actor.now.getTime());
  const made = await sql.insertHandIn(tx, {
    id,
    unit_id: unit.id,
    path: unit.path,
    to_unit_id: above.id,
    to_path: above.path,
    school_year: given.schoolYear,
    semester: given.semester,
    state: 'collecting',
    due_on: await dueOnOf(tx, given.schoolYear, given.semester),
    created_at: actor.now.toISOString(),
  });
  const known = made ? { id } : await sql.findOf(tx, { ...given, toUnitId: above.id });
  const row = await find(tx, actor, known?.id ?? id);
  if (made)
    await recordInside(tx, actor, handInBegun({ subject: subjectOf(row), before: null, after: recordedHandIn(row) }));
  return await whole(tx, actor, row);
}

/** Who below has handed in, and who has not. */
export async function listReceived(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listReceived>,
): Promise<OutputOf<typeof c.listReceived>> {
  const unit = await unitFor(db, actor, input.unitId, 'media.manage');
  const of = { unitId: unit.id, schoolYear: input.schoolYear, semester: input.semester };
  const [rows, counts, dueOn] = await Promise.all([
    sql.listBelow(db, { ...of, after: input.after, limit: input.limit }),
    sql.countBelow(db, of),
    dueOnOf(db, input.schoolYear, input.semester),
  ]);
  const { items, next } = pageOf(rows, input.limit, (last) => last.path);
  return {
    items: items.map(({ path: _, sentAt, state, ...row }) => ({
      ...row,
      state: state as HandInState | null,
      sentAt: isoOrNull(sentAt),
    })),
    next,
    dueOn,
    ...counts,
  };
}

/** What another module wants to know of a hand-in; nobody looks. */
export async function handInFacts(db: Db, handInId: string) {
  const row = await sql.readHandIn(db, handInId);
  if (!row) return null;
  const term = periodByKey('semester', `${row.school_year}-S${row.semester}`, await sql.listTerms(db));
  return {
    unitId: row.unit_id,
    path: row.path,
    state: row.state as HandInState,
    schoolYear: row.school_year,
    semester: row.semester,
    pictures: row.chosen,
    sentOn: row.sent_at && dayOf(new Date(row.sent_at)),
    decidedOn: row.decided_at && dayOf(new Date(row.decided_at)),
    sentBy: row.sent_by,
    /** The semester's months, 'YYYY-MM'. */
    months: term ? monthsBetween(term.from, term.to) : [],
  };
}
