import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { record } from '../audit/audit.ts';
import { notifyOthers } from '../notices/notices.ts';
import { pictureFindings } from './findings.ts';
import type * as c from './hand-ins.contract.ts';
import {
  type HandInAct,
  type HandInWhole,
  handInReceived,
  handInReturned,
  handInSent,
  mostPictures,
} from './hand-ins.contract.ts';
import * as sql from './hand-ins.sql.ts';
import { actsOn, CHANNEL, find, recordedHandIn, subjectOf, whole } from './hand-ins.ts';
import { endShares, setUses, shareMedia } from './media.ts';

type At = { handInId: string; version: number };

/** 404 unseen, 409 changed or moved on meanwhile (with the hand-in as it is), 403 not theirs. */
async function load(tx: Tx, actor: Actor, given: At, act: HandInAct): Promise<sql.HandInRow> {
  await sql.lockHandIn(tx, given.handInId);
  const row = await find(tx, actor, given.handInId);
  const side = act === 'edit' || act === 'send' ? row.path : row.to_path;
  if (!actor.can('media.manage', side)) fail('forbidden');
  if (row.version !== given.version) fail('hand-ins.moved', {}, { current: await whole(tx, actor, row) });
  if (actsOn(actor, row).includes(act)) return row;
  if (act === 'send' && row.chosen === 0) fail('hand-ins.nothing-chosen');
  return fail('hand-ins.moved', {}, { current: await whole(tx, actor, row) });
}

const userOf = (row: sql.HandInRow) => ({
  kind: 'hand-in',
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
  title: `${row.unit_name} → ${row.to_unit_name}`,
});

export async function putHandInItems(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.putHandInItems>,
): Promise<HandInWhole> {
  const row = await load(tx, actor, given, 'edit');
  await put(tx, actor, row, given.items);
  await sql.updateHandIn(tx, row.id, { note: given.note });
  return await whole(tx, actor, await find(tx, actor, row.id));
}

/** Only ready photos of the unit, each once, under a topic that holds today. */
async function put(tx: Tx, actor: Actor, row: sql.HandInRow, items: readonly sql.NewItem[]): Promise<void> {
  const cutIds = items.map((item) => item.cutId);
  const known = new Map((await sql.cutsOfUnit(tx, row.unit_id, cutIds)).map((one) => [one.cutId, one.mediaId]));
  const topics = new Set((await sql.listTopics(tx, dayOf(actor.now))).map((topic) => topic.code));
  const fits = items.every((item) => known.get(item.cutId) === item.mediaId && topics.has(item.topic));
  const once = new Set(items.map((item) => item.mediaId)).size === items.length;
  if (!fits || !once) fail('invalid', {}, { fields: { items: 'fields.invalid' } });
  await sql.putItems(tx, row.id, items, actor.person.id);
  await setUses(tx, userOf(row), cutIds, []);
}

export async function collectAlbum(tx: Tx, actor: Actor, given: InputOf<typeof c.collectAlbum>): Promise<HandInWhole> {
  const row = await load(tx, actor, given, 'edit');
  const kept = await sql.listItems(tx, row.id);
  const there = new Set(kept.map((item) => item.mediaId));
  const fresh = (await sql.picturesOfAlbum(tx, row.unit_id, given.albumId)).flatMap(({ mediaId, cutId }) =>
    cutId && !there.has(mediaId) ? [{ mediaId, cutId, topic: given.topic, chosen: true }] : [],
  );
  if (kept.length + fresh.length > mostPictures) fail('hand-ins.too-many', { n: mostPictures });
  await put(tx, actor, row, [...kept, ...fresh]);
  await sql.updateHandIn(tx, row.id, {});
  return await whole(tx, actor, await find(tx, actor, row.id));
}

/** The chosen photos go up: each may be shown, or nothing goes. They are shown to the unit above from now on. */
export async function sendHandIn(tx: Tx, actor: Actor, given: At): Promise<HandInWhole> {
  const row = await load(tx, actor, given, 'send');
  const chosen = (await sql.listItems(tx, row.id)).filter((item) => item.chosen);
  const cutIds = chosen.map((item) => item.cutId);
  const findings = await pictureFindings(tx, actor, cutIds, CHANNEL, dayOf(actor.now));
  const held = findings.filter((one) => one.finding !== 'ready');
  if (held.length > 0) fail('hand-ins.held', { n: held.length }, { current: { findings: held } });
  await sql.updateHandIn(tx, row.id, {
    state: 'sent',
    sent_at: actor.now.toISOString(),
    sent_by: actor.person.id,
    reason: null,
    decided_at: null,
    decided_by: null,
  });
  await setUses(tx, userOf(row), cutIds, [CHANNEL]);
  const mediaIds = chosen.map((item) => item.mediaId);
  await shareMedia(tx, { kind: 'hand-in', id: row.id }, mediaIds, { unitId: row.to_unit_id, path: row.to_path });
  return await moved(tx, actor, row, handInSent, { kind: 'hand-in.sent', path: row.to_path });
}

export async function receiveHandIn(tx: Tx, actor: Actor, given: At): Promise<HandInWhole> {
  const row = await load(tx, actor, given, 'receive');
  await sql.updateHandIn(tx, row.id, {
    state: 'received',
    decided_at: actor.now.toISOString(),
    decided_by: actor.person.id,
    receipt_no: row.receipt_no ?? (await sql.nextReceiptNo(tx, row.to_unit_id, row.school_year)),
  });
  return await moved(tx, actor, row, handInReceived, { kind: 'hand-in.received', path: row.path });
}

export async function returnHandIn(tx: Tx, actor: Actor, given: InputOf<typeof c.returnHandIn>): Promise<HandInWhole> {
  const row = await load(tx, actor, given, 'return');
  await sql.updateHandIn(tx, row.id, {
    state: 'returned',
    decided_at: actor.now.toISOString(),
    decided_by: actor.person.id,
    reason: given.reason,
  });
  const items = await sql.listItems(tx, row.id);
  await setUses(
    tx,
    userOf(row),
    items.map((item) => item.cutId),
    [],
  );
  await endShares(tx, { kind: 'hand-in', id: row.id }, actor.now);
  return await moved(tx, actor, row, handInReturned, { kind: 'hand-in.returned', path: row.path }, given.reason);
}

/** Records the act and tells the other side. */
async function moved(
  tx: Tx,
  actor: Actor,
  before: sql.HandInRow,
  event: typeof handInSent,
  tell: { kind: string; path: string },
  reason?: string,
): Promise<HandInWhole> {
  const after = await find(tx, actor, before.id);
  const told = { before: recordedHandIn(before), after: recordedHandIn(after) };
  await record(tx, actor, event({ subject: subjectOf(after), ...told, ...(reason && { reason }) }));
  const people = await holdersAt(tx, 'media.manage', tell.path, dayOf(actor.now));
  await notifyOthers(tx, actor, {
    personIds: people,
    kind: tell.kind,
    params: {
      unit: after.unit_name,
      to: after.to_unit_name,
      n: after.chosen,
      semester: after.semester,
      year: `${after.school_year}–${after.school_year + 1}`,
      reason: reason ?? '',
    },
    link: `/app/nop-anh/${after.id}`,
    dedupeKey: `${tell.kind}:${after.id}:${after.version}`,
  });
  return await whole(tx, actor, after);
}
