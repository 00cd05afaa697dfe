import { dayOf } from '#lib/format.ts';
import { type EventNote, subscribe } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { shownCuts } from '../media/media.ts';
import { notify } from '../notices/notices.ts';
import * as sql from './publication.sql.ts';
import { publishOnTime } from './publication-clock.ts';

/**
 * A picture may no longer be seen. Pages leave it out by themselves from that moment on; here those who answer for a page
 * that lost one by it are told, so that its words still fit.
 */
export async function tellPagesWithout(tx: Tx, { subjectId: mediaId, auditId }: EventNote): Promise<void> {
  const now = new Date();
  const pages = await sql.pagesWith(tx, mediaId);
  const shown = await shownCuts(
    tx,
    pages.map((page) => page.cut_id),
    'portal',
    now,
  );
  const lost = new Map(pages.filter((page) => !shown.has(page.cut_id)).map((page) => [page.id, page]));
  for (const page of lost.values()) {
    const holders = await holdersAt(tx, 'articles.publish', page.path, dayOf(now));
    const notice = {
      personIds: [...holders, ...(page.author_id ? [page.author_id] : [])],
      kind: 'article.lost-picture',
      params: { title: page.title, unit: page.unit_name },
      link: `/app/bai-viet/${page.article_id}`,
      dedupeKey: `article.lost-picture:${page.id}:${auditId}`,
    };
    await notify(tx, notice, now);
  }
}

/** A text went up by the clock: its author and whoever set the time were not there. */
export async function tellPublished(tx: Tx, { subjectId, unitId }: EventNote): Promise<void> {
  const place = unitId === null ? undefined : await sql.findPublished(tx, subjectId, unitId);
  if (!place?.by_the_clock) return;
  const people = [place.author_id, place.created_by].filter((id) => id !== null);
  const notice = {
    personIds: people,
    kind: 'article.published',
    params: { title: place.title, unit: place.unit_name },
    link: `/app/bai-viet/${subjectId}`,
    dedupeKey: `article.published:${place.id}`,
  };
  await notify(tx, notice);
}

export function publicationJobs(): void {
  publishOnTime();
  subscribe('media.blocked', 'tell-pages', tellPagesWithout);
  subscribe('article.published', 'tell-writers', tellPublished);
}
