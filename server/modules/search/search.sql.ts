import { type RawBuilder, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { inReach } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';

export type FoundKind = 'unit' | 'plan' | 'document' | 'output' | 'article';

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
  /** Only at the units where the right is held, not below them: what is below was sent from here, or stands in another branch. */
  at?: boolean;
  /** Open to whoever holds the right anywhere. */
  everywhere?: boolean;
}

export interface Words {
  /** Folded words as a tsquery, the last unfinished. */
  query: string;
  /** What was typed with its marks, in lower case; null where it has none. */
  marked: string | null;
}

/** Enough to rank from, few enough that a word which stands in every second name stays cheap. */
const candidates = 1000;
const shown = 20;

/**
 * Materialised, so that each branch is planned as if all its hits were wanted: with the limit in sight the planner reads
 * the whole table in the hope of an early end. Rows are still made only as far as the limit above asks for them.
 */
const hits = (branch: Branch, words: Words): RawBuilder<unknown> => sql`materialized (
  select kind, id, title, tsv from searchable
   where kind = ${sql.lit(branch.kind)} and read_right = ${sql.lit(branch.right)}
     and ${placed(branch)} and tsv @@ to_tsquery('simple', ${words.query}))`;

const placed = ({ reach, at, everywhere }: Branch): RawBuilder<unknown> =>
  everywhere
    ? sql`true`
    : at
      ? sql`path = any(${sql.val(reach.map((span) => span.path))}::text[])`
      : sql`${inReach(sql.ref<string>('path'), reach)}`;

/**
 * The best twenty of all branches: titles with the typed marks first ('Sở' before 'số'), then by how much of the text
 * the words are, then the shorter title.
 */
export const findBest = async (db: Db, branches: readonly Branch[], words: Words): Promise<FoundRow[]> => {
  const open = branches.filter((branch) => branch.reach.length > 0);
  if (open.length === 0) return [];
  const named = open.map((branch, i) => sql`${sql.id(`hit${i}`)} as ${hits(branch, words)}`);
  const parts = open.map((_, i) => sql`(select * from ${sql.id(`hit${i}`)} limit ${sql.lit(candidates)})`);
  const marks = words.marked ? sql`strpos(lower(c.title), ${words.marked}) = 0,` : sql``;
  const order = sql`${marks} ts_rank(c.tsv, to_tsquery('simple', ${words.query}), 1) desc, length(c.title), c.title collate vi, c.id`;
  const { rows } = await sql<FoundRow>`
    with ${sql.join(named)}, best as (
      select c.kind, c.id, row_number() over (order by ${order}) as place from (
        select distinct on (kind, id) * from (${sql.join(parts, sql` union all `)}) every_one) c
       order by place limit ${sql.lit(shown)})
    select b.kind, b.id, s.title, s.detail, s.subkind
      from best b join lateral (${sql.join([...new Set(open.map((branch) => branch.kind))].map(whole), sql` union all `)}) s on true
     order by b.place`.execute(db);
  return rows;
};

/** The row of the view for one of the best, by its branch, so that each is one look-up by id. */
const whole = (kind: FoundKind) =>
  sql`select title, detail, subkind from searchable where kind = ${sql.lit(kind)} and read_right not in ('plans.sent', 'articles.live') and b.kind = ${sql.lit(kind)} and id = b.id`;
