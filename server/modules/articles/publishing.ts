import { type ArticleContent, picturesOf } from '#lib/article-content.ts';
import type { ErrorCode, Params } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { Tx } from '#platform/tx.ts';
import { type Author, recordAll } from '../audit/audit.ts';
import { addUses, pictureFindings, setUses } from '../media/media.ts';
import { guardFor, wordsForGuards } from './guards.ts';
import { reachedMoments } from './moments.ts';
import { publicAddress } from './public-address.ts';
import { articlePublished } from './publication.contract.ts';
import * as sql from './publication.sql.ts';

/** Why something may not be published now, as a person reads it. */
export interface Refusal {
  row: sql.DueRow;
  code: ErrorCode;
  params: Params;
}

export interface Published {
  published: sql.DueRow[];
  refused: Refusal[];
}

/** Cuts that a text shows, each once. */
export const cutsOf = (content: unknown): string[] => [
  ...new Set(picturesOf(content as ArticleContent).map((picture) => picture.cutId)),
];

/**
 * Publishes claimed places: exactly the version that each names, if it may be public at this very moment. Those that may
 * not come back with the reason, and nothing of them is changed. A few statements, however many places.
 */
export async function publishRows(tx: Tx, author: Author, rows: readonly sql.DueRow[]): Promise<Published> {
  const refused = await refusalsOf(tx, author, rows);
  const held = new Set(refused.map(({ row }) => row.id));
  const published = rows.filter((row) => !held.has(row.id));
  if (published.length > 0) await putUp(tx, author, published);
  return { published, refused };
}

async function putUp(tx: Tx, author: Author, rows: readonly sql.DueRow[]): Promise<void> {
  const own = rows.filter((row) => row.unit_id === row.story_unit_id);
  await sql.markPublished(
    tx,
    rows.map((row) => row.id),
    author.now,
  );
  if (own.length > 0) {
    await sql.markLive(
      tx,
      own.map((row) => row.article_id),
      author.now,
    );
    const day = dayOf(author.now);
    const reached = own.map((row) => ({
      articleId: row.article_id,
      day,
      url: publicAddress(row.slug, row.article_id),
    }));
    await reachedMoments(tx, author, reached, 'published');
  }
  await addUses(
    tx,
    rows.map((row) => ({ user: userOf(row), cutIds: cutsOf(row.content) })),
    ['portal'],
  );
  await recordAll(tx, author, rows.map(publishedEvent));
}

/** The pictures of a page, and no others, are shown to everybody from now on; media has to know, should one be withdrawn. */
export const showPictures = (tx: Tx, row: sql.DueRow): Promise<void> =>
  setUses(tx, userOf(row), cutsOf(row.content), ['portal']);

const userOf = ({ id, unit_id: unitId, path, title }: sql.DueRow) => ({
  kind: 'publication',
  id,
  unitId,
  path,
  title,
});

const publishedEvent = (row: sql.DueRow) =>
  articlePublished({
    subject: { id: row.article_id, unitId: row.unit_id, path: row.path },
    before: null,
    after: { title: row.title, unit: row.unit_name, versionN: row.version_n },
  });

/** What stands in the way of each of them at this moment; nothing for those that may go. */
export async function refusalsOf(tx: Tx, author: Author, rows: readonly sql.DueRow[]): Promise<Refusal[]> {
  const day = dayOf(author.now);
  const pictures = await picturesHeld(tx, rows, day);
  const guarded = await sql.guardedPaths(
    tx,
    rows.flatMap((row) => [row.path, row.story_path]),
    day,
  );
  const found: Refusal[] = [];
  for (const row of rows) {
    const reason = ownReason(row, day) ?? pictures.get(row.id) ?? (await guardReason(tx, row, guarded, day));
    if (reason) found.push({ row, ...reason });
  }
  return found;
}

type Reason = Omit<Refusal, 'row'>;

/** The story itself: it was approved in exactly this version, stands nowhere against the will of its unit, the site is open. */
function ownReason(row: sql.DueRow, day: string): Reason | undefined {
  if (row.unit_closed_on !== null && row.unit_closed_on <= day)
    return { code: 'org.unit-closed', params: { date: shortDay(row.unit_closed_on) } };
  if (row.stage === 'taken-down' || row.origin_taken_down) return { code: 'articles.was-taken-down', params: {} };
  const approved = row.unit_id !== row.story_unit_id || row.approved_hash === row.content_hash;
  return approved && row.version_hash === row.content_hash
    ? undefined
    : { code: 'articles.not-approved-version', params: {} };
}

async function picturesHeld(tx: Tx, rows: readonly sql.DueRow[], day: string): Promise<Map<string, Reason>> {
  const cutsBy = new Map(rows.map((row) => [row.id, cutsOf(row.content)]));
  const findings = await pictureFindings(tx, null, [...new Set([...cutsBy.values()].flat())], 'portal', day);
  const stopped = new Map(findings.filter((f) => f.finding !== 'ready').map((f) => [f.cutId, f.sentence]));
  const held = new Map<string, Reason>();
  for (const [id, cutIds] of cutsBy) {
    const n = cutIds.findIndex((cutId) => stopped.has(cutId));
    if (n >= 0)
      held.set(id, { code: 'articles.picture-held', params: { n: n + 1, reason: stopped.get(cutIds[n]!) ?? '' } });
  }
  return held;
}

async function guardReason(
  tx: Tx,
  row: sql.DueRow,
  guarded: ReadonlySet<string>,
  day: string,
): Promise<Reason | undefined> {
  const paths = [...new Set([row.path, row.story_path])].filter((path) => guarded.has(path));
  if (paths.length === 0) return undefined;
  const words = wordsForGuards(row, row.content as unknown as ArticleContent);
  for (const path of paths) {
    const guard = await guardFor(tx, path, words, day);
    if (guard) return { code: 'articles.held', params: { phrase: guard.phrase, reason: guard.reason } };
  }
  return undefined;
}
