import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { pathsAbove } from '#lib/reach.ts';
import { urlKey } from '#lib/web-address.ts';
import type { Actor } from '#platform/actor.ts';
import { takeUploaded } from '#platform/files/files.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { record } from '../audit/audit.ts';
import { notifyOthers } from '../notices/notices.ts';
import { recountFor } from './counting.ts';
import { loadOutput } from './load-output.ts';
import type * as c from './outputs.contract.ts';
import { type OutputDetail, outputChanged, outputWithdrawn } from './outputs.contract.ts';
import * as sql from './outputs.sql.ts';
import { detailOf, notInFuture, placeFor, waitingFor } from './outputs.ts';
import { factsOf, recordedOutput, subjectOf } from './shown-output.ts';

type Row = sql.ShownOutputRow;

/** Writes a change of a locked item with its figures and its record; the answer is the item as it is then. */
export async function changeOutput(
  tx: Tx,
  author: Parameters<typeof record>[1],
  before: Row,
  set: sql.OutputChange,
): Promise<Row> {
  await sql.updateOutput(tx, before, set);
  const after = (await sql.readOutput(tx, before.id)) ?? fail('not-found');
  await recountFor(tx, before, after);
  const told = { subject: subjectOf(after), before: recordedOutput(before), after: recordedOutput(after) };
  await record(tx, author, outputChanged(told));
  return after;
}

export async function editOutput(tx: Tx, actor: Actor, given: InputOf<typeof c.editOutput>): Promise<OutputDetail> {
  const before = await loadOutput(tx, actor, given, 'edit');
  notInFuture(actor, { madeOn: given.madeOn });
  const url = given.url === undefined ? before.url : given.url || null;
  if (url && !urlKey(url)) fail('invalid', {}, { fields: { url: 'fields.web-address' } });
  const vouched = given.title !== undefined || given.madeOn !== undefined;
  if (vouched) mustBePublic(before, url);
  const moved = url !== before.url;
  const after = await changeOutput(tx, actor, before, {
    ...factsGiven(given),
    ...shiftedDays(before, given.madeOn),
    ...(given.teamId !== undefined && (await placeOf(tx, actor, before, given.teamId))),
    ...(given.fileId !== undefined && (await fileOf(tx, actor, before, given.fileId))),
    ...(vouched && { stands: true, capture: JSON.stringify({ ...factsOf(before), given: true }) }),
    ...(moved && (await addressOf(tx, before, url, vouched))),
  });
  if (moved && url && after.joined_to === null) await enqueue(tx, 'outputs.capture-page', { outputId: after.id });
  return await detailOf(tx, actor, after);
}

/** An address that nobody else can open is no evidence, whatever a person says about it. */
function mustBePublic(before: Row, url: string | null): void {
  const { reason } = factsOf(before);
  if (url !== null && url === before.url && (reason === 'bad-url' || reason === 'private-address'))
    fail('invalid', {}, { fields: { url: `outputs.refused.${reason}` } });
}

function factsGiven(given: InputOf<typeof c.editOutput>): sql.OutputChange {
  const all = {
    counts: given.counts,
    genre: given.genre,
    title: given.title,
    outlet: given.outlet,
    made_on: given.madeOn,
    author_name: given.authorName,
  };
  return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined));
}

/** Moments that fell on the day it counts on go along when that day is corrected. */
export function shiftedDays(before: Row, madeOn: string | undefined): sql.OutputChange {
  if (madeOn === undefined || madeOn === before.made_on) return {};
  const days = { sent_on: before.sent_on, approved_on: before.approved_on, published_on: before.published_on };
  return Object.fromEntries(Object.entries(days).flatMap(([k, v]) => (v === before.made_on ? [[k, madeOn]] : [])));
}

async function placeOf(tx: Tx, actor: Actor, before: Row, teamId: string | null): Promise<sql.OutputChange> {
  const place = await placeFor(tx, actor, before.unit_id, teamId);
  return { team_id: place.teamId, path: place.path };
}

async function fileOf(tx: Tx, actor: Actor, before: Row, fileId: string | null): Promise<sql.OutputChange> {
  if (fileId === null || fileId === before.file_id) return { file_id: fileId };
  const owner = { unitId: before.unit_id, path: before.path, readRight: 'outputs.read' as const };
  return { file_id: (await takeUploaded(tx, actor, fileId, owner)).id };
}

/** Another address is another page: it is read anew, and joined where the unit has it already. */
async function addressOf(tx: Tx, before: Row, url: string | null, vouched: boolean): Promise<sql.OutputChange> {
  const key = url && urlKey(url);
  const first = key && (await sql.findByUrl(tx, before.unit_id, key, before.id));
  const fresh = { url, url_key: key, text_key: null, snapshot_id: null };
  if (first) return { ...fresh, joined_to: first.id, capture_state: null };
  const given = vouched || factsOf(before).given === true || url === null;
  return url ? { ...fresh, ...waitingFor({ given }) } : { ...fresh, capture_state: null, capture: null };
}

/** Days of the moments, each as given; what was published was approved and sent at the latest on that day. */
export async function markOutput(tx: Tx, actor: Actor, given: InputOf<typeof c.markOutput>): Promise<OutputDetail> {
  const before = await loadOutput(tx, actor, given, 'mark');
  const { sentOn, approvedOn, publishedOn } = given;
  notInFuture(actor, { sentOn, approvedOn, publishedOn });
  const published = publishedOn === undefined ? before.published_on : publishedOn;
  const approved = (approvedOn === undefined ? before.approved_on : approvedOn) ?? published;
  const sent = (sentOn === undefined ? before.sent_on : sentOn) ?? approved;
  const after = await changeOutput(tx, actor, before, {
    sent_on: sent,
    approved_on: approved,
    published_on: published,
  });
  return await detailOf(tx, actor, after);
}

export async function withdrawOutput(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.withdrawOutput>,
): Promise<OutputDetail> {
  const before = await loadOutput(tx, actor, given, 'withdraw');
  await sql.updateOutput(tx, before, { withdrawn_at: actor.now, withdrawn_reason: given.reason });
  // The same item at other addresses was never counted beside it, and goes with it.
  await sql.withdrawJoined(tx, before.id, actor.now, given.reason);
  const after = (await sql.readOutput(tx, before.id)) ?? fail('not-found');
  await recountFor(tx, before, after);
  const told = { subject: subjectOf(after), before: recordedOutput(before), after: recordedOutput(after) };
  await record(tx, actor, outputWithdrawn({ ...told, reason: given.reason }));
  return await detailOf(tx, actor, after);
}

export async function captureOutput(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.captureOutput>,
): Promise<OutputDetail> {
  const before = await loadOutput(tx, actor, given, 'capture');
  const facts = factsOf(before);
  // What a person wrote, or a page has said before, is not written over by a second reading.
  const after = await changeOutput(tx, actor, before, waitingFor({ given: facts.given === true || before.stands }));
  await enqueue(tx, 'outputs.capture-page', { outputId: after.id });
  return await detailOf(tx, actor, after);
}

export async function pickOutput(tx: Tx, actor: Actor, given: InputOf<typeof c.pickOutput>): Promise<OutputDetail> {
  const before = await loadOutput(tx, actor, given, 'pick');
  const by = (await sql.unitsAbove(tx, before.unit_path)).find((u) => u.id === given.byUnitId);
  if (!by || !pathsAbove(before.unit_path).includes(by.path)) return fail('outputs.not-above');
  if (!actor.can('outputs.confirm', by.path)) fail('forbidden');
  const today = dayOf(actor.now);
  const after = await changeOutput(tx, actor, before, { picked_by: by.id, picked_on: before.picked_on ?? today });
  const people = await holdersAt(tx, 'outputs.record', before.unit_path, today);
  await notifyOthers(tx, actor, {
    personIds: [...people, before.recorded_by],
    kind: 'output.picked',
    params: { title: after.title, unit: after.unit_name, by: by.name },
    link: `/app/san-pham/${after.id}`,
    dedupeKey: `output.picked:${after.id}:${by.id}`,
  });
  return await detailOf(tx, actor, after);
}

export async function unpickOutput(tx: Tx, actor: Actor, given: InputOf<typeof c.unpickOutput>): Promise<OutputDetail> {
  const before = await loadOutput(tx, actor, given, 'unpick');
  const after = await changeOutput(tx, actor, before, { picked_by: null, picked_on: null });
  return await detailOf(tx, actor, after);
}
