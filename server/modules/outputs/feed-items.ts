import { urlKey } from '#lib/web-address.ts';
import { storeContent } from '#platform/files/files.ts';
import type { Db } from '#platform/tx.ts';
import { snapshotFile, systemAt } from './capturing.ts';
import * as sql from './feeds.sql.ts';
import { oneAtATime } from './outputs.sql.ts';
import { keepItem } from './outputs.ts';
import { readAddress, snapshotOf, textKey } from './read-address.ts';

/** A page that a sitemap lists: an item of the unit if it says by itself that it is from a day, and not from before the agreed one. */
export async function readItem(db: Db, given: { feedId: string; url: string }, now = new Date()): Promise<void> {
  const feed = await sql.readFeedRow(db, given.feedId);
  if (!feed || feed.state === 'stopped') return;
  const read = await readAddress(given.url, now);
  if (!('page' in read) || read.page.day === null || read.page.day < feed.since) return;
  const { page, url } = read;
  const { day } = read.page;
  const stored = await storeContent(snapshotOf(page, url, now));
  await db.transaction().execute(async (tx) => {
    await oneAtATime(tx, feed.unit_id);
    const key = urlKey(page.canonical ?? url) ?? urlKey(url);
    if (!key || (await sql.recordedKeys(tx, feed.unit_id, [key])).size > 0) return;
    const place = { unitId: feed.unit_id, teamId: null, path: feed.path };
    const capture = {
      given: false,
      siteName: page.siteName,
      dateFrom: page.dateFrom,
      finalUrl: url,
      at: now.toISOString(),
    };
    const item = {
      counts: feed.counts as 'unit-article',
      title: page.title,
      url,
      madeOn: day,
      source: 'feed' as const,
    };
    await keepItem(tx, systemAt(now), place, item, {
      origin_kind: 'site-feed',
      url_key: key,
      text_key: textKey(page.text),
      capture_state: 'captured',
      capture: JSON.stringify({ ...capture, words: page.text.split(/\s+/).length }),
      snapshot_id: await snapshotFile(tx, { unit_id: feed.unit_id, path: feed.path }, stored, page, now),
    });
  });
}
