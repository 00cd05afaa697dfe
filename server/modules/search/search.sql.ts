import { type RawBuilder, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { inReach } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';

export type FoundKind = 'unit' | 'plan' | 'document';

export interface FoundRow {
  kind: FoundKind;
  id: string;
  title: string;
  detail: string;
  subkind: string;
}

/** A branch of the view `searchable` that one right opens, with where the caller holds it. */
export interface Branch {
  kind: FoundKind;
  right: string;
  reach: Reach;
}

export interface Words {
  /** Folded words as a tsquery, the last unfinished. */
  query: string;
  /** What was typed with its marks, in lower case; null where it has none. */
  marked: string | null;
}

/** Enough to rank from, few enough that a word which stands in every second name stays cheap. */
const candidates = 200;
const shown = 20;

function select(branch: Branch, words: Words, markedOnly: boolean): RawBuilder<FoundRow> {
  const marked = markedOnly ? sql`and strpos(lower(title), ${words.marked}) > 0` : sql``;
  return sql`(select kind, id, title, detail, subkind, tsv from searchable
    where kind = ${sql.lit(branch.kind)} and read_right = ${sql.lit(branch.right)} and ${inReach(sql.ref<string>('path'), branch.reach)}
      and tsv @@ to_tsquery('simple', ${words.query}) ${marked} limit ${sql.lit(candidates)})`;
}

/**
 * The best twenty of all branches. Titles with the typed marks come first ('Sở' before 'số'), then those that begin
 * with what was typed, then by how much of the title the words are. Marked titles get a search of their own, or a
 * common word would fill the candidates before they are met.
 */
export const findBest = async (db: Db, branches: readonly Branch[], words: Words): Promise<FoundRow[]> => {
  const open = branches.filter((branch) => branch.reach.length > 0);
  if (open.length === 0) return [];
  const parts = open.flatMap((branch) => [
    ...(words.marked ? [select(branch, words, true)] : []),
    select(branch, words, false),
  ]);
  const { rows } = await sql<FoundRow>`
    with candidate as (select distinct on (kind, id) * from (${sql.join(parts, sql` union all `)}) c order by kind, id)
    select kind, id, title, detail, subkind from candidate
     order by ${words.marked ? sql`strpos(lower(title), ${words.marked}) = 0,` : sql``}
              ts_rank(tsv, to_tsquery('simple', ${words.query}), 1) desc, length(title), title collate vi, id
     limit ${sql.lit(shown)}`.execute(db);
  return rows;
};
