import { dayOf } from '#lib/format.ts';
import { type EventNote, subscribe, subscribeTogether } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { shownCuts } from '../media/media.ts';
import { notify, notifyAll } from '../notices/notices.ts';
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

/** Texts went up by the clock: their authors and whoever set the time were not there. */
export async function tellPublished(tx: Tx, notes: readonly EventNote[]): Promise<void> {
  const told = notes.flatMap(({ subjectId: articleId, unitId }) => (unitId === null ? [] : [{ articleId, unitId }]));
  const places = (await sql.listPublished(tx, told)).filter((place) => place.by_the_clock);
  const notices = places.map((place) => ({
    personIds: [place.author_id, place.created_by].filter((id) => id !== null),
    kind: 'article.published',
    params: { title: place.title, unit: place.unit_name },
    link: `/app/bai-viet/${place.article_id}`,
    dedupeKey: `article.published:${place.id}`,
  }));
  await notifyAll(tx, notices);
}

export function publicationJobs(): void {
  publishOnTime();
  subscribe('media.blocked', 'tell-pages', tellPagesWithout);
  subscribeTogether('article.published', 'tell-writers', tellPublished);
}
