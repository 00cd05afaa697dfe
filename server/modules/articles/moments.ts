import { say } from '#platform/texts.ts';
import type { Tx } from '#platform/tx.ts';
import type { Author } from '../audit/audit.ts';
import { followStory, loseOutputMoment, type Reached, reachOutputMoments, type Story } from '../outputs/newsroom.ts';
import type { OutputRow } from '../outputs/outputs.contract.ts';
import { settleOf } from './assignment-progress.ts';
import * as sql from './moments.sql.ts';

/** The four moments at which a story may count (product: "What counts"). */
export type Moment = 'sent' | 'approved' | 'published' | 'picked';

export interface MomentRow {
  articleId: string;
  /** The day on which it came there. */
  day: string;
  /** Its public address, once it has one. */
  url?: string | null | undefined;
  /** Who picked it. */
  byUnitId?: string | undefined;
}

/**
 * A story came to a moment: its row in the register is made or moved, and quotas, targets and reports follow. The same
 * moment twice changes nothing. An edition of a higher level has no row: its pick moves the origin's. A version in
 * another language is the same story and has none either, unless a line or an assignment of its own asked for it.
 */
export const reachedMoment = (
  tx: Tx,
  author: Author,
  articleId: string,
  moment: Moment,
  facts: Omit<MomentRow, 'articleId'>,
): Promise<void> => reachedMoments(tx, author, [{ articleId, ...facts }], moment);

/** The same for many stories that came to one moment, in a few statements. */
export async function reachedMoments(
  tx: Tx,
  author: Author,
  rows: readonly MomentRow[],
  moment: Moment,
): Promise<void> {
  const stories = await countedStories(
    tx,
    rows.map((r) => r.articleId),
    moment,
  );
  const reached = rows.flatMap(({ articleId, ...facts }): Reached[] => {
    const story = stories.get(articleId);
    return story ? [{ story, moment, ...facts }] : [];
  });
  await reachOutputMoments(tx, author, reached);
  if (moment !== 'picked') await settleOf(tx, author, [...stories.keys()]);
}

/** A story lost a moment: taken down, its submission withdrawn, its approval void, no longer picked. */
export async function lostMoment(tx: Tx, author: Author, articleId: string, moment: Moment): Promise<void> {
  const story = (await countedStories(tx, [articleId], moment)).get(articleId);
  if (!story) return;
  const pick = moment === 'picked' ? ((await sql.standingPick(tx, story.originId)) ?? null) : null;
  await loseOutputMoment(tx, author, story.originId, moment, { reason: say('vi', `outputs.lost.${moment}`), pick });
  if (moment !== 'picked') await settleOf(tx, author, [articleId]);
}

/** Title, author, kind, team or purpose of a text changed: its row in the register says the same. */
export async function storyChanged(tx: Tx, author: Author, articleId: string): Promise<void> {
  const story = (await countedStories(tx, [articleId], 'sent')).get(articleId);
  if (story) await followStory(tx, author, story);
}

/** By each asked article the story whose row moves; none for what does not count by itself. */
async function countedStories(tx: Tx, ids: readonly string[], moment: Moment): Promise<Map<string, Story>> {
  const asked = await sql.listStories(tx, ids);
  const origins = moment === 'picked' ? asked.flatMap((a) => a.origin_id ?? []) : [];
  const rows = new Map([...asked, ...(await sql.listStories(tx, origins))].map((row) => [row.id, row]));
  const found = new Map<string, Story>();
  for (const { id, origin_id } of asked) {
    const row = rows.get(origin_id ?? id);
    if (row && countsByItself(row)) found.set(id, storyOf(row));
  }
  return found;
}

const countsByItself = (row: sql.StoryRow): boolean =>
  row.origin_id === null && (row.translation_of === null || row.asked_by_itself);

const storyOf = (row: sql.StoryRow): Story => ({
  originId: row.id,
  unitId: row.unit_id,
  path: row.path,
  teamId: row.team_id,
  authorName: row.author_name,
  counts: row.counts as OutputRow['counts'],
  genre: row.kind,
  title: row.title || say('vi', 'outputs.untitled-story'),
  purpose: { lineId: row.line_id, targetId: row.target_id, seriesId: row.series_id },
  recordedBy: row.author_id ?? row.created_by,
});
