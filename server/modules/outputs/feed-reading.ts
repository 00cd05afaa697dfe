import { setTimeout as pause } from 'node:timers/promises';
import { dayOf } from '#lib/format.ts';
import { readDay } from '#lib/read-day.ts';
import { hostsAbove, siteHost, urlKey, webUrl } from '#lib/web-address.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { notify } from '../notices/notices.ts';
import { systemAt } from './capturing.ts';
import { type Answer, findFeedOf, readFeedAt } from './feed/find-feed.ts';
import type { Feed, FeedItem } from './feed/parse-feed.ts';
import { askedMinutes, type NextRead, nextRead, type ReadResult } from './feed/schedule.ts';
import * as sql from './feeds.sql.ts';
import { keepItem, waitingFor } from './outputs.ts';

const MINUTE = 60_000;
const MOST_NEW = 100;

/** Reads what is due at a host, one feed after the other; nobody else reads there meanwhile. */
export async function readHost(db: Db, { host }: { host: string }, clock = () => new Date()): Promise<void> {
  const begun = clock();
  if (!(await sql.claimHost(db, host, begun, new Date(begun.getTime() + 5 * MINUTE)))) return;
  let closed: Date | null = null;
  try {
    for (const [i, feed] of (await sql.dueFeeds(db, host, begun)).entries()) {
      if (i > 0) await pause(1000);
      const answer = await readFeed(db, feed, clock());
      const rest = answer.outcome === 'failed' && answer.error === 'slow-down';
      if (rest) closed = new Date(clock().getTime() + (askedMinutes(answer.headers, begun.getTime()) ?? 60) * MINUTE);
      // What is left waits for the next round: a lease that ran out would let a second reader in.
      if (rest || clock().getTime() - begun.getTime() > 4 * MINUTE) break;
    }
  } finally {
    await sql.releaseHost(db, host, closed);
  }
}

export async function readFeed(db: Db, feed: sql.ShownFeedRow, now: Date): Promise<Answer> {
  const answer = await withChildren(
    feed.url ? await readFeedAt(feed.url, conditionsOf(feed)) : await findFeedOf(feed.site_url, now),
  );
  await db.transaction().execute(async (tx) => {
    await sql.lockFeed(tx, feed.id);
    const before = await sql.readFeedRow(tx, feed.id);
    if (before?.state !== 'active') return;
    const fresh = answer.outcome === 'feed' ? await takeItems(tx, before, answer.feed, now) : 0;
    await settle(tx, before, answer, fresh, now);
  });
  return answer;
}

const conditionsOf = (feed: sql.FeedRow): Record<string, string> => ({
  ...(feed.etag && { 'if-none-match': feed.etag }),
  ...(feed.last_modified && { 'if-modified-since': feed.last_modified }),
});

/** An index of sitemaps stands for its newest ones. */
async function withChildren(answer: Answer): Promise<Answer> {
  if (answer.outcome !== 'feed' || answer.feed.kind !== 'sitemap-index') return answer;
  const newest = answer.feed.items.toSorted((a, b) => (a.date < b.date ? 1 : -1)).slice(0, 3);
  const items: FeedItem[] = [];
  for (const { link } of newest) {
    const child = await readFeedAt(link, {});
    if (child.outcome === 'feed' && child.feed.kind === 'sitemap') items.push(...child.feed.items);
  }
  return { ...answer, feed: { ...answer.feed, kind: 'sitemap', items } };
}

interface Found extends FeedItem {
  key: string;
  day: string | undefined;
}

/** New items of the site itself from the agreed day on become the unit's; the answer is how many were not known. */
async function takeItems(tx: Tx, feed: sql.ShownFeedRow, read: Feed, now: Date): Promise<number> {
  const found = read.items.flatMap((item) => ownItem(feed, item, now)).slice(0, 1000);
  const keys = found.map((item) => item.key);
  const fresh = await sql.newKeys(tx, feed.id, [...new Set(keys)]);
  await sql.seenAgain(tx, feed.id, keys, now);
  const known = await sql.recordedKeys(tx, feed.unit_id, [...fresh]);
  const wanted = new Map(
    found
      .filter((i) => fresh.has(i.key) && !known.has(i.key) && (i.day ?? feed.since) >= feed.since)
      .map((i) => [i.key, i]),
  );
  const sorted = [...wanted.values()].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1));
  const newest = sorted.slice(0, MOST_NEW);
  // More than fit into one reading come with the next ones.
  await sql.forgetKeys(
    tx,
    feed.id,
    sorted.slice(MOST_NEW).map((item) => item.key),
  );
  for (const [i, item] of newest.entries()) await takeItem(tx, feed, item, new Date(now.getTime() + i * 15_000), now);
  if (newest.length > 0) await sql.updateFeed(tx, feed.id, { taken: feed.taken + newest.length, last_new_at: now });
  return fresh.size;
}

function ownItem(feed: sql.FeedRow, item: FeedItem, now: Date): Found[] {
  const url = URL.parse(item.link, feed.url ?? feed.site_url);
  const link = url && webUrl(url.href);
  const key = link && urlKey(link.href);
  if (!link || !key || link.pathname === '/') return [];
  const host = siteHost(link);
  const own = host === feed.host || hostsAbove(host).includes(feed.host) || hostsAbove(feed.host).includes(host);
  return own ? [{ ...item, link: link.href, key, day: readDay(item.date, dayOf(now)) }] : [];
}

/** With a title and a day it stands at once and its page is kept as evidence; an address alone waits for its page. */
async function takeItem(tx: Tx, feed: sql.ShownFeedRow, item: Found, at: Date, now: Date): Promise<void> {
  if (item.title === '')
    return await enqueue(tx, 'outputs.read-item', { feedId: feed.id, url: item.link }, { after: at });
  const place = { unitId: feed.unit_id, teamId: null, path: feed.path };
  const facts = {
    counts: feed.counts as Parameters<typeof keepItem>[3]['counts'],
    title: item.title,
    url: item.link,
    madeOn: item.day ?? dayOf(now),
    authorName: item.author || null,
    source: 'feed' as const,
  };
  const origin = { origin_kind: 'site-feed', recorded_by: null };
  const row = await keepItem(tx, systemAt(now), place, facts, { ...origin, ...waitingFor({ given: true }) });
  await enqueue(tx, 'outputs.capture-page', { outputId: row.id }, { after: at });
}

async function settle(tx: Tx, feed: sql.ShownFeedRow, answer: Answer, fresh: number, now: Date): Promise<void> {
  const listed = answer.outcome === 'feed' ? answer.feed.items.length : 0;
  const asked = askedMinutes(answer.headers, now.getTime());
  const ttl = answer.outcome === 'feed' ? answer.feed.ttl : null;
  const result: ReadResult = { ok: answer.outcome !== 'failed', fresh, listed, askedFor: asked ?? ttl };
  const rhythm = { interval: feed.interval_minutes, failures: feed.failures, quiet: feed.quiet };
  // The first read says nothing about how often something comes.
  const next = nextRead(rhythm, feed.last_read_at === null && result.ok ? { ...result, fresh: 0 } : result);
  await sql.updateFeed(tx, feed.id, {
    ...rhythmRow(next, now),
    last_read_at: now,
    last_error: answer.outcome === 'failed' ? answer.error : null,
    ...(answer.outcome === 'feed' && {
      url: answer.url,
      kind: answer.feed.kind === 'sitemap-index' ? 'sitemap' : answer.feed.kind,
      title: answer.feed.title || feed.title,
    }),
    ...(answer.outcome !== 'failed' && {
      etag: answer.headers.etag ?? null,
      last_modified: answer.headers['last-modified'] ?? null,
    }),
  });
  if (next.paused) await tellPaused(tx, feed, now);
}

/** A little apart from the others that were due at the same minute. */
const rhythmRow = (next: NextRead, now: Date) => ({
  interval_minutes: next.interval,
  failures: next.failures,
  quiet: next.quiet,
  next_at: new Date(now.getTime() + next.minutes * MINUTE * (1 + Math.random() / 10)),
  ...(next.paused && { state: 'paused' }),
});

async function tellPaused(tx: Tx, feed: sql.ShownFeedRow, now: Date): Promise<void> {
  const people = await holdersAt(tx, 'outputs.record', feed.path, dayOf(now));
  await notify(
    tx,
    {
      personIds: [...people, ...(feed.added_by ? [feed.added_by] : [])],
      kind: 'feed.paused',
      params: { site: feed.host, unit: feed.unit_name },
      link: '/app/nguon-tin',
      dedupeKey: `feed.paused:${feed.id}:${dayOf(now)}`,
    },
    now,
  );
}
