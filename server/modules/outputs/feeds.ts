import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import { siteHost, webUrl } from '#lib/web-address.ts';
import type { Actor } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import { pageById } from '#platform/page.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { pathOf, unitFor } from '../org/org.ts';
import type * as c from './feeds.contract.ts';
import { feedAdded, feedChanged, type SiteFeed } from './feeds.contract.ts';
import * as sql from './feeds.sql.ts';
import { captureReasons } from './outputs.contract.ts';

function shownFeed(actor: Actor, row: sql.ShownFeedRow): SiteFeed {
  const refused = (captureReasons as readonly string[]).includes(row.last_error ?? '') ? 'refused' : 'feed';
  return {
    id: row.id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    siteUrl: row.site_url,
    url: row.url,
    kind: row.kind as SiteFeed['kind'],
    title: row.title,
    state: row.state as SiteFeed['state'],
    counts: row.counts as SiteFeed['counts'],
    since: row.since,
    nextAt: isoOf(row.next_at),
    intervalMinutes: row.interval_minutes,
    failures: row.failures,
    lastError: row.last_error && say(actor.language, `outputs.${refused}.${row.last_error}`),
    lastReadAt: isoOrNull(row.last_read_at),
    lastNewAt: isoOrNull(row.last_new_at),
    taken: row.taken,
    version: row.version,
    can: actor.can('outputs.record', row.path) && row.state !== 'stopped' ? ['manage'] : [],
  };
}

const recordedFeed = (row: sql.ShownFeedRow): Record<string, unknown> => ({
  siteUrl: row.site_url,
  counts: row.counts,
  since: row.since,
  state: row.state,
});

export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});

export async function listFeeds(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listFeeds>,
): Promise<OutputOf<typeof c.listFeeds>> {
  const within = input.within ? await pathOf(db, input.within) : undefined;
  const rows = await sql.listFeeds(db, actor.reach('outputs.read'), { ...input, within });
  const { items, next } = pageById(rows, input.limit);
  return { items: items.map((row) => shownFeed(actor, row)), next };
}

/** The same site twice is one source; a new one is read at once. */
export async function addFeed(tx: Tx, actor: Actor, given: InputOf<typeof c.addFeed>): Promise<SiteFeed> {
  const unit = await unitFor(tx, actor, given.unitId, 'outputs.record');
  const url = webUrl(given.siteUrl) ?? fail('invalid', {}, { fields: { siteUrl: 'fields.web-address' } });
  const id = given.id ?? newId(actor.now.getTime());
  const made = await sql.insertFeed(tx, {
    id,
    unit_id: unit.id,
    path: unit.path,
    site_url: url.href,
    host: siteHost(url),
    counts: given.counts,
    since: given.since,
    next_at: actor.now,
    added_by: actor.person.id,
  });
  const known = made?.id ?? (await sql.findSame(tx, unit.id, url.href))?.id ?? id;
  const row = (await sql.readFeedRow(tx, known)) ?? fail('not-found');
  if (row.unit_id !== unit.id) fail('conflict');
  if (made) {
    await record(tx, actor, feedAdded({ subject: subjectOf(row), before: null, after: recordedFeed(row) }));
    await enqueue(tx, 'outputs.read-host', { host: row.host }, { once: row.host });
  }
  return shownFeed(actor, row);
}

/** Finds, scopes, locks and checks a source: 404 unseen, 403 not theirs, 409 changed meanwhile or no longer followed. */
async function loadFeed(tx: Tx, actor: Actor, given: { feedId: string; version: number }): Promise<sql.ShownFeedRow> {
  await sql.lockFeed(tx, given.feedId);
  const row = (await sql.findFeed(tx, actor.reach('outputs.read'), given.feedId)) ?? fail('not-found');
  if (!actor.can('outputs.record', row.path)) fail('forbidden');
  if (row.state === 'stopped') fail('feeds.stopped');
  if (row.version !== given.version) fail('feeds.conflict', {}, { current: shownFeed(actor, row) });
  return row;
}

export async function setFeedState(tx: Tx, actor: Actor, given: InputOf<typeof c.setFeedState>): Promise<SiteFeed> {
  const before = await loadFeed(tx, actor, given);
  const resumed = given.state === 'active' && { next_at: actor.now, failures: 0 };
  return await changed(tx, actor, before, { state: given.state, ...resumed });
}

export async function readFeedNow(tx: Tx, actor: Actor, given: InputOf<typeof c.readFeedNow>): Promise<SiteFeed> {
  return await changed(tx, actor, await loadFeed(tx, actor, given), { next_at: actor.now, state: 'active' });
}

async function changed(
  tx: Tx,
  actor: Actor,
  before: sql.ShownFeedRow,
  set: Parameters<typeof sql.updateFeed>[2],
): Promise<SiteFeed> {
  await sql.updateFeed(tx, before.id, set);
  const after = (await sql.readFeedRow(tx, before.id)) ?? fail('not-found');
  await record(
    tx,
    actor,
    feedChanged({ subject: subjectOf(after), before: recordedFeed(before), after: recordedFeed(after) }),
  );
  if (after.state === 'active') await enqueue(tx, 'outputs.read-host', { host: after.host }, { once: after.host });
  return shownFeed(actor, after);
}
