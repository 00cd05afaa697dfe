import { newId } from '#lib/id.ts';
import { urlKey } from '#lib/web-address.ts';
import type { Tx } from '#platform/tx.ts';
import { type Author, recordAll } from '../audit/audit.ts';
import { recountAll } from './counting.ts';
import { insertStories, lockStories, othersAt, updateStories } from './newsroom.sql.ts';
import { type OutputRow, outputChanged, outputRecorded, outputWithdrawn } from './outputs.contract.ts';
import { type Moment, type OutputTableRow, passJoined, updateOutput } from './outputs.sql.ts';
import { recordedOutput, subjectOf } from './shown-output.ts';

/** Where an item is to count by itself. */
export interface Purpose {
  lineId: string | null;
  targetId: string | null;
  seriesId: string | null;
}

/** A story (or a set of photos that was handed in) as the register shows it: one row, whatever becomes of it. */
export interface Story {
  originId: string;
  /** What it is made from; a text of the newsroom where nothing is said. */
  originKind?: 'article' | 'hand-in' | undefined;
  unitId: string;
  /** The team's path where a team wrote it, so that people of the team alone see it too. */
  path: string;
  teamId: string | null;
  authorName: string | null;
  counts: OutputRow['counts'];
  genre: string | null;
  title: string;
  purpose: Purpose;
  recordedBy: string | null;
}

/** A story that came to a moment; `url` where it can be read by everybody, `byUnitId` who picked it. */
export interface Reached {
  story: Story;
  moment: Moment;
  day: string;
  url?: string | null | undefined;
  byUnitId?: string | undefined;
}

/** Who picks a story now, the highest of them; null: nobody does. */
export type Picked = { byUnitId: string; on: string } | null;

/**
 * Stories come to a moment: their rows are made or moved, figures, audit and events follow, in a few statements for
 * however many. Coming to the same moment again changes nothing; the first day stays.
 */
export async function reachOutputMoments(tx: Tx, author: Author, reached: readonly Reached[]): Promise<void> {
  const by = new Map(reached.map((r) => [r.story.originId, r]));
  if (by.size === 0) return;
  const made = new Set(await missing(tx, author, [...by.values()]));
  const changes = (await lockStories(tx, [...by.keys()])).map((before) => ({
    before,
    after: movedTo(before, by.get(before.origin_id!)!),
  }));
  await joinOthers(tx, author, changes);
  await write(tx, author, changes, made);
}

/** Takes a moment back (a text taken down, a submission withdrawn, a pick ended); what has no moment left is withdrawn. */
export async function loseOutputMoment(
  tx: Tx,
  author: Author,
  originId: string,
  moment: Moment,
  { reason, pick = null }: { reason: string; pick?: Picked },
): Promise<void> {
  const [before] = await lockStories(tx, [originId]);
  if (!before || before.withdrawn_at) return;
  const kept = { ...before, ...withoutMoment(before, moment, pick) };
  const stands = kept.sent_on ?? kept.approved_on ?? kept.published_on ?? kept.picked_on;
  const ended = stands ? {} : { withdrawn_at: author.now, withdrawn_reason: reason };
  await write(tx, author, [{ before, after: { ...kept, ...ended, made_on: madeOn(kept) } }], new Set());
}

/** What the register says of a story follows the story: its title, author, kind, team and purpose. Nothing where it has no row. */
export async function followStory(tx: Tx, author: Author, story: Story): Promise<void> {
  const [before] = await lockStories(tx, [story.originId]);
  if (before) await write(tx, author, [{ before, after: { ...before, ...factsOf(story) } }], new Set());
}

/** Stories that have no row get one; answers the articles for which that was so. */
async function missing(tx: Tx, author: Author, reached: readonly Reached[]): Promise<string[]> {
  const ids = reached.map((r) => r.story.originId);
  const known = new Set((await lockStories(tx, ids)).map((row) => row.origin_id));
  const rows = reached.filter((r) => !known.has(r.story.originId));
  await insertStories(
    tx,
    rows.map(({ story, day }) => ({
      id: newId(author.now.getTime()),
      unit_id: story.unitId,
      made_on: day,
      origin_kind: story.originKind ?? 'article',
      origin_id: story.originId,
      recorded_by: story.recordedBy,
      ...factsOf(story),
    })),
  );
  return rows.map((r) => r.story.originId);
}

const factsOf = (story: Story) => ({
  path: story.path,
  team_id: story.teamId,
  author_name: story.authorName || null,
  counts: story.counts,
  genre: story.genre,
  title: story.title,
  for_line_id: story.purpose.lineId,
  for_target_id: story.purpose.targetId,
  for_series_id: story.purpose.seriesId,
});

/** A later moment has the earlier ones behind it, at the latest on the same day. */
function movedTo(before: OutputTableRow, { story, moment, day, url, byUnitId }: Reached): OutputTableRow {
  const published = before.published_on ?? (moment === 'published' ? day : null);
  const approved = before.approved_on ?? (moment === 'approved' || moment === 'published' ? day : null);
  const address = url === undefined ? before.url : url;
  const after = {
    ...before,
    ...factsOf(story),
    sent_on: before.sent_on ?? day,
    approved_on: approved,
    published_on: published,
    ...(moment === 'picked' && { picked_on: before.picked_on ?? day, picked_by: byUnitId ?? before.picked_by }),
    url: address,
    url_key: address ? urlKey(address) : null,
    withdrawn_at: null,
    withdrawn_reason: null,
  };
  return { ...after, made_on: madeOn(after) };
}

/** The day it counts on where nobody asks for a moment: the furthest it has come by itself. */
const madeOn = (row: Pick<OutputTableRow, 'published_on' | 'approved_on' | 'sent_on' | 'made_on'>): string =>
  row.published_on ?? row.approved_on ?? row.sent_on ?? row.made_on;

function withoutMoment(before: OutputTableRow, moment: Moment, pick: Picked): Partial<OutputTableRow> {
  if (moment === 'picked') return { picked_on: pick?.on ?? null, picked_by: pick?.byUnitId ?? null };
  if (moment === 'published') return { published_on: null, url: null, url_key: null };
  // What stands in public was approved and sent, whatever is being corrected in it.
  if (before.published_on) return {};
  return moment === 'approved' ? { approved_on: null } : { sent_on: null, approved_on: null };
}

interface Change {
  before: OutputTableRow;
  after: OutputTableRow;
}

/** The page of a story may be in the register already, read from the unit's own site: the story's row is the one that counts. */
async function joinOthers(tx: Tx, author: Author, changes: readonly Change[]): Promise<void> {
  const moved = changes.filter(({ before, after }) => after.url_key && after.url_key !== before.url_key);
  if (moved.length === 0) return;
  const places = moved.map(({ after }) => ({ unitId: after.unit_id, urlKey: after.url_key! }));
  const others = await othersAt(
    tx,
    places,
    changes.map((c) => c.before.id),
  );
  for (const other of others) {
    const { after } = moved.find((m) => m.after.unit_id === other.unit_id && m.after.url_key === other.url_key)!;
    await updateOutput(tx, other, { joined_to: after.id });
    await passJoined(tx, other.id, after.id);
    const joined = { ...other, joined_to: after.id };
    await recountAll(tx, [{ before: other, after: joined }]);
    await recordAll(tx, author, [told({ before: other, after: joined }, false)]);
  }
}

async function write(tx: Tx, author: Author, all: readonly Change[], made: ReadonlySet<string>): Promise<void> {
  const changes = all.filter(({ before, after }) => made.has(before.origin_id!) || differs(before, after));
  await updateStories(
    tx,
    changes.map((c) => c.after),
  );
  await recountAll(tx, changes);
  await recordAll(
    tx,
    author,
    changes.map((c) => told(c, made.has(c.before.origin_id!))),
  );
}

const differs = (a: OutputTableRow, b: OutputTableRow): boolean =>
  (Object.keys(a) as (keyof OutputTableRow)[]).some((k) => a[k] !== b[k]);

function told({ before, after }: Change, isNew: boolean) {
  const row = { subject: subjectOf(after), after: recordedOutput(after) };
  if (isNew) return outputRecorded({ ...row, before: null });
  if (after.withdrawn_at && !before.withdrawn_at)
    return outputWithdrawn({ ...row, before: recordedOutput(before), reason: after.withdrawn_reason ?? '' });
  return outputChanged({ ...row, before: recordedOutput(before) });
}
