import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { urlKey, webUrl } from '#lib/web-address.ts';
import type { Actor } from '#platform/actor.ts';
import { takeUploaded } from '#platform/files/files.ts';
import { say } from '#platform/texts.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { pathOf } from '../org/org.ts';
import type { OutputRow } from '../outputs/outputs.contract.ts';
import { notInFuture, recordFor } from '../outputs/outputs.ts';
import type { OutletKind } from './outlets.contract.ts';
import * as outlets from './outlets.sql.ts';
import type * as c from './placements.contract.ts';
import { type PlacementRow, placementRecorded } from './placements.contract.ts';
import * as sql from './placements.sql.ts';
import { changePlacement, loadPlacement } from './placements.ts';
import { recordedPlacement, shownPlacement, subjectOf } from './shown-placement.ts';

/** What is placed, as its own module knows it: whose it is, which version, which pictures, and what it counts for. */
export interface Subject {
  kind: string;
  id: string;
  title: string;
  unitId: string;
  teamId: string | null;
  authorName: string | null;
  genre: string | null;
  versionN: number | null;
  cutIds: readonly string[];
  lineId: string | null;
  targetId: string | null;
  seriesId: string | null;
}

type Facts = Pick<Subject, 'teamId' | 'authorName' | 'genre' | 'lineId' | 'targetId' | 'seriesId'>;

interface Stood {
  placedOn: string;
  url: string | null;
  scanFileId: string | null;
  note: string;
}

/** As what a placement counts in plans and quotas. */
const countsAs: Record<OutletKind, OutputRow['counts']> = {
  newspaper: 'newspaper-article',
  radio: 'broadcast',
  tv: 'broadcast',
  loudspeaker: 'broadcast',
  social: 'social-post',
  banner: 'other',
  other: 'other',
};
/** Where something is printed or sent there is something to show for it. */
const wantsEvidence: readonly string[] = ['newspaper', 'radio', 'tv', 'social'];

/**
 * Records that a subject stood at an outlet of the unit; the same address, or the same day without one, is the same
 * placement, and what had been offered to the outlet is filled in. It counts for the unit whose subject it is.
 */
export async function placeSubject(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  given: Stood & { id?: string | undefined; unitId: string; outletId: string },
): Promise<{ placement: PlacementRow; joined: string | null }> {
  const outlet = await openOutlet(tx, actor, given);
  const known = given.id && (await sql.readPlacement(tx, given.id));
  if (known)
    return known.unit_id === outlet.unit_id
      ? { placement: shownPlacement(actor, known), joined: null }
      : fail('conflict');
  const asked = await sql.findAsked(tx, { unitId: given.unitId, outletId: outlet.id, subjectId: subject.id });
  if (asked) {
    await sql.lockPlacement(tx, asked.id);
    return { placement: await stands(tx, actor, asked, given), joined: null };
  }
  mustStand(actor, outlet.kind, given);
  const facts = factsOf(subject);
  const id = given.id ?? newId(actor.now.getTime());
  const row: sql.NewPlacement = {
    id,
    ...ownerOf(outlet, subject),
    ...daysOf(given),
    state: 'placed',
    subject: JSON.stringify(facts),
    note: given.note,
    recorded_by: actor.person.id,
  };
  const same = await sql.findSame(tx, row);
  if (same) return joinedTo(actor, same);
  if (!(await sql.insertPlacement(tx, row))) return joinedTo(actor, (await sql.findSame(tx, row)) ?? fail('conflict'));
  const made = (await sql.readPlacement(tx, id)) ?? fail('not-found');
  return { placement: await counted(tx, actor, made, given.scanFileId, null), joined: null };
}

function joinedTo(actor: Actor, same: sql.ShownPlacement): { placement: PlacementRow; joined: string } {
  const joined = say(actor.language, 'channels.joined', { title: same.subject_title });
  return { placement: shownPlacement(actor, same), joined };
}

export async function openOutlet(tx: Tx, actor: Actor, given: { unitId: string; outletId: string }) {
  const outlet = (await outlets.findOutlet(tx, actor.reach('placements.record'), given.outletId)) ?? fail('not-found');
  if (outlet.unit_id !== given.unitId) fail('invalid', {}, { fields: { outletId: 'fields.outlet' } });
  if (outlet.ended_on) fail('channels.outlet-ended', { name: outlet.name });
  return outlet;
}

export const factsOf = (subject: Subject): Facts => ({
  teamId: subject.teamId,
  authorName: subject.authorName,
  genre: subject.genre,
  lineId: subject.lineId,
  targetId: subject.targetId,
  seriesId: subject.seriesId,
});

export const ownerOf = (outlet: { id: string; unit_id: string; path: string }, subject: Subject) => ({
  unit_id: outlet.unit_id,
  path: outlet.path,
  outlet_id: outlet.id,
  subject_kind: subject.kind,
  subject_id: subject.id,
  subject_title: subject.title,
  subject_unit_id: subject.unitId,
  version_n: subject.versionN,
  cut_ids: [...subject.cutIds],
});

const daysOf = (given: Stood) => ({
  placed_on: given.placedOn,
  url: given.url ? (webUrl(given.url)?.href ?? given.url) : null,
  url_key: given.url ? urlKey(given.url) : null,
});

function mustStand(actor: Actor, outletKind: string, given: Stood): void {
  notInFuture(actor, { placedOn: given.placedOn });
  if (given.url && !urlKey(given.url)) fail('invalid', {}, { fields: { url: 'fields.web-address' } });
  if (!given.url && !given.scanFileId && wantsEvidence.includes(outletKind))
    fail('invalid', {}, { fields: { url: 'fields.link-or-scan' } });
}

export async function recordPlaced(tx: Tx, actor: Actor, given: InputOf<typeof c.recordPlaced>): Promise<PlacementRow> {
  return await stands(tx, actor, await loadPlacement(tx, actor, given, 'record'), given);
}

/** A locked row that was offered now stands; of one that stands already only the scan and the note may be added. */
async function stands(tx: Tx, actor: Actor, before: sql.ShownPlacement, given: Stood): Promise<PlacementRow> {
  const days = daysOf(given);
  if (before.state === 'placed') {
    if (days.placed_on !== before.placed_on || days.url_key !== before.url_key) fail('channels.cancel-first');
    return await scanned(tx, actor, before, given);
  }
  mustStand(actor, before.outlet_kind, given);
  const same = await sql.findSame(tx, { ...before, ...days });
  if (same) fail('channels.recorded-already', { title: same.subject_title, outlet: same.outlet_name });
  const set = { ...days, state: 'placed', note: given.note || before.note, reason: null, closed_at: null };
  const { row } = await changePlacement(tx, before, set);
  return await counted(tx, actor, row, given.scanFileId, before);
}

async function scanned(tx: Tx, actor: Actor, before: sql.ShownPlacement, given: Stood): Promise<PlacementRow> {
  const file = given.scanFileId === before.scan_file_id ? {} : await scanOf(tx, actor, before, given.scanFileId);
  const { row, told } = await changePlacement(tx, before, { ...file, note: given.note });
  await record(tx, actor, placementRecorded(told));
  return shownPlacement(actor, row);
}

/** The scan belongs to the unit whose story it is, so that it serves there as evidence; those above see it too. */
async function scanOf(tx: Tx, actor: Actor, row: sql.ShownPlacement, fileId: string | null) {
  if (!fileId) return { scan_file_id: null };
  const path = await pathOf(tx, row.subject_unit_id);
  const owner = { unitId: row.subject_unit_id, path, readRight: 'outputs.read' as const };
  return { scan_file_id: (await takeUploaded(tx, actor, fileId, owner)).id };
}

/** The item of the register for a row that stands, and the record of it. */
async function counted(
  tx: Tx,
  actor: Actor,
  row: sql.ShownPlacement,
  fileId: string | null,
  before: sql.ShownPlacement | null,
): Promise<PlacementRow> {
  const { scan_file_id } = await scanOf(tx, actor, row, fileId);
  const facts = row.subject as unknown as Facts;
  const item = await recordFor(tx, actor, {
    unitId: row.subject_unit_id,
    teamId: facts.teamId,
    counts: countsAs[row.outlet_kind as OutletKind],
    genre: facts.genre,
    title: row.subject_title,
    url: row.url,
    outlet: row.outlet_name,
    madeOn: row.placed_on ?? fail('not-found'),
    authorName: facts.authorName,
    origin: { kind: 'placement', id: row.id },
    purpose: { lineId: facts.lineId, targetId: facts.targetId, seriesId: facts.seriesId },
    fileId: scan_file_id,
    recordedBy: actor.person.id,
  });
  await sql.updatePlacement(tx, row.id, { scan_file_id, output_id: item.id });
  const after = (await sql.readPlacement(tx, row.id)) ?? fail('not-found');
  const told = {
    subject: subjectOf(after),
    before: before && recordedPlacement(before),
    after: recordedPlacement(after),
  };
  await record(tx, actor, placementRecorded(told));
  return shownPlacement(actor, after);
}
