import type { Db, Tx } from '#platform/tx.ts';

interface Seen {
  articleId: string;
  personId: string;
  tab: string;
}

export const putPresence = (tx: Tx, { articleId, personId, tab }: Seen, editing: boolean, now: Date) =>
  tx
    .insertInto('article_presence')
    .values({ article_id: articleId, person_id: personId, tab, editing, seen_at: now })
    .onConflict((c) => c.columns(['article_id', 'person_id', 'tab']).doUpdateSet({ editing, seen_at: now }))
    .execute();

export const removePresence = (tx: Tx, { articleId, personId, tab }: Seen) =>
  tx
    .deleteFrom('article_presence')
    .where('article_id', '=', articleId)
    .where('person_id', '=', personId)
    .where('tab', '=', tab)
    .execute();

/** Other people who said so since a time, each once: writing before reading. */
export const listPresent = (db: Db, articleId: string, except: string, since: Date) =>
  db
    .selectFrom('article_presence as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select(({ fn }) => [
      'p.name as name',
      fn<boolean>('bool_or', ['a.editing']).as('editing'),
      fn.max('a.seen_at').as('seen_at'),
    ])
    .where('a.article_id', '=', articleId)
    .where('a.person_id', '<>', except)
    .where('a.seen_at', '>', since)
    .groupBy(['p.id', 'p.name'])
    .orderBy('p.name')
    .execute();
