import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { type CalendarEntry, icalendar } from '#lib/icalendar.ts';
import { newId } from '#lib/id.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import { lastDayOf } from '#lib/months.ts';
import { addDays } from '#lib/working-days.ts';
import type { Actor, Language, Visitor } from '#platform/actor.ts';
import type { FileReply } from '#platform/route.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { holdersOf } from '../access/access.ts';
import { linkTo } from '../access/links.ts';
import { hashToken, isToken, newToken } from '../access/tokens.ts';
import { record } from '../audit/audit.ts';
import { type CalendarRow, calendarOf } from '../org/calendar.ts';
import { getUnitRow } from '../org/org.ts';
import type * as c from './feeds.contract.ts';
import { type Feed, feedMade, feedRevoked } from './feeds.contract.ts';
import * as sql from './feeds.sql.ts';

type Row = Awaited<ReturnType<typeof sql.listFeeds>>[number];

const shown = (row: Row): Feed => ({
  ...row,
  createdAt: isoOf(row.createdAt),
  lastReadAt: isoOrNull(row.lastReadAt),
});

export async function listFeeds(db: Db, actor: Actor): Promise<OutputOf<typeof c.listFeeds>> {
  return { items: (await sql.listFeeds(db, actor.person.id)).map(shown) };
}

export async function makeFeed(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.makeFeed>,
): Promise<OutputOf<typeof c.makeFeed>> {
  const unit = await getUnitRow(tx, given.unitId);
  if (!actor.can('plans.read', unit.path)) fail('forbidden');
  const id = newId(actor.now.getTime());
  const token = newToken();
  await sql.insertFeed(tx, {
    id,
    person_id: actor.person.id,
    unit_id: unit.id,
    token_hash: hashToken(token),
    created_at: actor.now.toISOString(),
  });
  const feed: Feed = {
    id,
    unitId: unit.id,
    unitName: unit.name,
    createdAt: actor.now.toISOString(),
    lastReadAt: null,
  };
  await record(tx, actor, feedMade({ subject: { id, unitId: unit.id, path: unit.path }, before: null, after: feed }));
  return { ...feed, address: linkTo(`/api/calendar/${token}.ics`) };
}

export async function revokeFeed(tx: Tx, actor: Actor, { feedId }: { feedId: string }): Promise<Record<string, never>> {
  const gone = (await sql.revokeFeed(tx, actor.person.id, feedId, actor.now)) ?? fail('not-found');
  const { path } = await getUnitRow(tx, gone.unitId);
  await record(tx, actor, feedRevoked({ subject: { id: feedId, unitId: gone.unitId, path }, before: {}, after: null }));
  return {};
}

/** For a calendar program: the secret names a person and a unit, and the person must still read that unit's plans today. */
export async function readFeed(db: Db, visitor: Visitor, { token }: { token: string }): Promise<FileReply> {
  const secret = token.replace(/\.ics$/, '');
  const feed = isToken(secret) ? await sql.findFeed(db, hashToken(secret)) : undefined;
  const today = dayOf(visitor.now);
  if (!feed || !(await holdersOf(db, 'plans.read', feed.path, today)).includes(feed.personId))
    return fail('work.feed-gone');
  const [from, to] = [addDays(today, -90), addDays(today, 400)];
  const language = feed.language as Language;
  const [activities, days] = await Promise.all([
    sql.activitiesFor(db, feed.unitId, from, to),
    calendarOf(db, from, to, feed.path),
  ]);
  const entries = [
    ...activities.flatMap((a) => entriesOf(a, language)).filter((e) => e.lastOn >= from && e.firstOn <= to),
    ...days.map((d) => dayEntry(d, language)),
  ];
  const text = Buffer.from(icalendar(say(language, 'work.feed.name', { unit: feed.unitName }), entries, visitor.now));
  await sql.touchFeed(db, feed.id, visitor.now);
  return {
    body: text,
    name: 'lan-toa.ics',
    mediaType: 'text/calendar; charset=utf-8',
    bytes: text.byteLength,
    disposition: 'attachment',
  };
}

type ActivityFor = Awaited<ReturnType<typeof sql.activitiesFor>>[number];

/** One entry for each month in which something is due, on its last day; or one on the day it ends. */
function entriesOf(activity: ActivityFor, language: Language): CalendarEntry[] {
  const ends = activity.months
    .map(lastDayOf)
    .map((day) => (activity.endsOn && activity.endsOn < day ? activity.endsOn : day));
  const days = ends.length > 0 ? ends : activity.endsOn ? [activity.endsOn] : [];
  const progress = activity.total > 0 ? `${activity.done}/${activity.total}` : say(language, 'work.feed.noCount');
  return days.map((day) => ({
    uid: `${activity.lineId}-${day.slice(0, 7)}@lantoa`,
    firstOn: day,
    lastOn: day,
    summary: say(language, activity.complete ? 'work.feed.done' : 'work.feed.due', { text: activity.text, progress }),
    description: [activity.planTitle, ...activity.leads].join('\n'),
    url: linkTo(`/app/hoat-dong/${activity.lineId}`),
  }));
}

const dayEntry = (day: CalendarRow, language: Language): CalendarEntry => ({
  uid: `${day.id}@lantoa`,
  firstOn: day.firstOn,
  lastOn: day.lastOn,
  summary: day.state === 'draft' ? say(language, 'work.feed.draft', { text: day.name }) : day.name,
  description: day.source,
});
