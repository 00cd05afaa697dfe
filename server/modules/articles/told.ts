import { dayOf } from '#lib/format.ts';
import type { Right } from '#lib/rights.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { notifyOthers } from '../notices/notices.ts';
import type { LoadedArticle } from './load-article.ts';

type About = Pick<LoadedArticle, 'id' | 'title' | 'unit_name'>;

interface Told {
  kind: string;
  /** Which turn of the text it is about: of one turn nobody is told twice. */
  turn: string | number;
  params?: Record<string, string>;
}

/** Tells people about a text, except the one who has just acted. */
export async function tellPeople(
  tx: Tx,
  actor: Actor,
  article: About,
  personIds: readonly (string | null)[],
  told: Told,
): Promise<void> {
  await notifyOthers(tx, actor, {
    personIds,
    kind: told.kind,
    params: { title: article.title, unit: article.unit_name, by: actor.person.name, ...told.params },
    link: `/app/bai-viet/${article.id}`,
    dedupeKey: `${told.kind}:${article.id}:${told.turn}`,
  });
}

/** The same for those who hold a right at the text's unit. */
export async function tellHolders(
  tx: Tx,
  actor: Actor,
  article: About & { path: string },
  right: Right,
  told: Told,
): Promise<void> {
  await tellPeople(tx, actor, article, await holdersAt(tx, right, article.path, dayOf(actor.now)), told);
}

/** An approved text was changed: the author, who entered it, and those who approve. */
export async function tellEdited(
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  { cancelled }: { cancelled: boolean },
): Promise<void> {
  const approvers = await holdersAt(tx, 'articles.approve', article.path, dayOf(actor.now));
  await tellPeople(tx, actor, article, [article.author_id, article.created_by, ...approvers], {
    kind: cancelled ? 'article.approval-voided-scheduled' : 'article.approval-voided',
    turn: article.text_version,
  });
}
