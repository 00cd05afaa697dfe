import type { ErrorCode, Params } from '#lib/errors.ts';
import { Problem } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { log } from '#platform/log.ts';
import { loop } from '#platform/loops.ts';
import { observeJob } from '#platform/metrics.ts';
import { inSavepoint } from '#platform/savepoint.sql.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { type Author, recordAll } from '../audit/audit.ts';
import { notify } from '../notices/notices.ts';
import { articlePublishFailed } from './publication.contract.ts';
import * as sql from './publication.sql.ts';
import { type Published, publishRows, type Refusal } from './publishing.ts';

/** So many in one transaction: the statements are shared by many, and what a killed process repeats is little. */
const BATCH = 100;
const SECOND = 1_000;
/** How long one that failed waits before it is tried again, in seconds, by its attempts; afterwards the last one. */
const WAITS = [30, 60, 300, 900, 3_600];

export interface Turn {
  published: number;
  failed: number;
  /** More may be due at this moment. */
  more: boolean;
}

/**
 * Publishes what is due. Claimed by row locks: processes side by side share the work, and one that is killed gives back
 * what it held. One that cannot be published is put aside with its reason and holds nobody back.
 */
export async function publishDue(db: Db, now: Date, batch: number = BATCH): Promise<Turn> {
  return await db.transaction().execute(async (tx) => {
    const rows = await sql.claimDue(tx, now, batch);
    if (rows.length === 0) return { published: 0, failed: 0, more: false };
    const author = { requestId: newId(now.getTime()), now, system: 'articles.publish-due' };
    const { published, refused } = await together(tx, author, rows);
    await putAside(tx, author, refused);
    return { published: published.length, failed: refused.length, more: rows.length === batch };
  });
}

/** All in one; where that fails each half by itself, and so on: the one that is to blame is found in a few steps, the others are out. */
async function together(tx: Tx, author: Author, rows: readonly sql.DueRow[]): Promise<Published> {
  const all = await inSavepoint(tx, () => publishRows(tx, author, rows));
  if (all.done) return all.done;
  const [row] = rows;
  if (rows.length === 1 && row)
    return { published: [], refused: passes(all.error) ? [] : [{ row, ...asReason(all.error, row) }] };
  const half = Math.ceil(rows.length / 2);
  const first = await together(tx, author, rows.slice(0, half));
  const rest = await together(tx, author, rows.slice(half));
  return {
    published: [...first.published, ...rest.published],
    refused: [...first.refused, ...rest.refused],
  };
}

/** Two that waited for each other, a lock that was not to be had: the next turn takes it up, and nobody needs to know. */
const passes = (error: unknown): boolean => /^(40001|40P01|55P03)$/.test((error as { code?: string }).code ?? '');

function asReason(error: unknown, row: sql.DueRow): { code: ErrorCode; params: Params } {
  if (error instanceof Problem) return { code: error.code, params: error.params };
  log.error({ err: error, publicationId: row.id }, 'could not be published');
  return { code: 'articles.publish-broke', params: {} };
}

/** What is our fault is tried again by itself, waiting longer each time; what a person has to decide waits for them. */
const triedAgain = (code: ErrorCode, attempts: number, now: Date): Date | null =>
  code === 'articles.publish-broke'
    ? new Date(now.getTime() + WAITS[Math.min(attempts, WAITS.length - 1)]! * SECOND)
    : null;

async function putAside(tx: Tx, author: Author, refused: readonly Refusal[]): Promise<void> {
  if (refused.length === 0) return;
  const failures = refused.map(({ row, code, params }) => ({
    id: row.id,
    error: JSON.stringify({ code, params }),
    nextAt: triedAgain(code, row.attempts, author.now),
  }));
  await sql.markFailed(tx, failures);
  // Its unit hears of it once, not with each attempt.
  const first = refused.filter(({ row }) => row.attempts === 0);
  await recordAll(tx, author, first.map(failedEvent));
  for (const one of first) await tellFailed(tx, author, one);
}

const failedEvent = ({ row, code }: Refusal) =>
  articlePublishFailed({
    subject: { id: row.article_id, unitId: row.unit_id, path: row.path },
    before: null,
    after: { title: row.title, unit: row.unit_name, code },
  });

async function tellFailed(tx: Tx, author: Author, { row, code }: Refusal): Promise<void> {
  const holders = await holdersAt(tx, 'articles.publish', row.path, dayOf(author.now));
  const notice = {
    personIds: [...holders, ...(row.created_by ? [row.created_by] : [])],
    kind: 'article.publish-failed',
    params: { title: row.title, unit: row.unit_name, reason: `@notices.article.failed.${code.split('.').at(-1)}` },
    link: `/app/bai-viet/${row.article_id}`,
    dedupeKey: `article.publish-failed:${row.id}:${row.due_at.toISOString()}`,
  };
  await notify(tx, notice, author.now);
}

/** One look of the loop: how long until the next one may be due. */
async function turn(db: Db, now: Date): Promise<number> {
  const started = performance.now();
  const { published, failed, more } = await publishDue(db, now);
  if (published + failed > 0)
    observeJob('articles.publish-due', failed > 0 ? 'failed' : 'completed', (performance.now() - started) / SECOND);
  if (more) return 0;
  const next = await sql.nextDue(db);
  // At least a moment, so that one that is locked by somebody is not asked for without end.
  return next ? Math.max(50, next.getTime() - now.getTime()) : SECOND;
}

export const publishOnTime = (): void => loop('articles.publish-due', turn);
