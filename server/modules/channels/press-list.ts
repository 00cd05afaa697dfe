import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import * as outlets from './outlets.sql.ts';
import { placementAsked } from './placements.contract.ts';
import * as sql from './placements.sql.ts';
import { factsOf, ownerOf, type Subject } from './placing.ts';
import { recordedPlacement, subjectOf } from './shown-placement.ts';

/** What was offered to one outlet: what is new, what it had before, and the letter that is to go out about the new. */
export interface AskedOutlet {
  outletId: string;
  outletName: string;
  contactName: string;
  subjectIds: string[];
  before: number;
  letterId: string | null;
}

/**
 * Offers subjects to outlets of the unit: one row for each version and outlet, whoever asks twice. An outlet with an address
 * gets one letter about all that is new to it; the caller writes and sends it (`letterOf`).
 */
export async function askOutlets(
  tx: Tx,
  actor: Actor,
  given: { unitId: string; outletIds: readonly string[]; note: string },
  subjects: readonly Subject[],
): Promise<AskedOutlet[]> {
  const rows = await outlets.listByIds(tx, given.unitId, given.outletIds);
  const may = rows.filter((outlet) => actor.can('placements.record', outlet.path));
  if (may.length !== new Set(given.outletIds).size) fail('invalid', {}, { fields: { outletIds: 'fields.outlet' } });
  const asked: AskedOutlet[] = [];
  for (const outlet of may) asked.push(await askOutlet(tx, actor, outlet, given.note, subjects));
  return asked;
}

async function askOutlet(
  tx: Tx,
  actor: Actor,
  outlet: outlets.ShownOutlet,
  note: string,
  subjects: readonly Subject[],
): Promise<AskedOutlet> {
  const letterId = outlet.contact_email === '' ? null : newId(actor.now.getTime());
  const rows = subjects.map((subject) => ({
    id: newId(actor.now.getTime()),
    ...ownerOf(outlet, subject),
    subject: JSON.stringify(factsOf(subject)),
    state: 'asked',
    asked_at: actor.now,
    letter: letterId && 'waiting',
    letter_id: letterId,
    note,
    recorded_by: actor.person.id,
  }));
  const made = await sql.insertPlacements(tx, rows);
  for (const id of made) {
    const row = (await sql.readPlacement(tx, id)) ?? fail('not-found');
    await record(tx, actor, placementAsked({ subject: subjectOf(row), before: null, after: recordedPlacement(row) }));
  }
  const fresh = rows.filter((row) => made.includes(row.id));
  return {
    outletId: outlet.id,
    outletName: outlet.name,
    contactName: outlet.contact_name,
    subjectIds: fresh.map((row) => row.subject_id),
    before: rows.length - fresh.length,
    letterId: fresh.length > 0 ? letterId : null,
  };
}

export interface PressLetter {
  to: string;
  outletName: string;
  contactName: string;
  unitName: string;
  note: string;
  items: { placementId: string; subjectId: string; versionN: number | null; title: string; cutIds: string[] }[];
}

/** A letter that still is to go out; null once it went, or where nothing of it stands any more. */
export async function letterOf(db: Db, letterId: string): Promise<PressLetter | null> {
  const rows = (await sql.listOfLetter(db, letterId)).filter(
    (row) => row.letter === 'waiting' && row.state === 'asked',
  );
  const [first] = rows;
  if (!first) return null;
  return {
    to: first.contact_email,
    outletName: first.outlet_name,
    contactName: first.contact_name,
    unitName: first.unit_name,
    note: first.note,
    items: rows.map((row) => ({
      placementId: row.id,
      subjectId: row.subject_id,
      versionN: row.version_n,
      title: row.subject_title,
      cutIds: row.cut_ids,
    })),
  };
}

export const letterWent = (tx: Tx, letterId: string, letter: 'sent' | 'refused', at: Date) =>
  sql.markLetter(tx, letterId, letter, at);
