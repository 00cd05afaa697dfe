import type { InputOf, OutputOf } from '#lib/contract.ts';
import { prefixQuery } from '#lib/prefix-query.ts';
import type { Right } from '#lib/rights.ts';
import { fold, oneLine } from '#lib/text.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import type * as contract from './search.contract.ts';
import { type FoundKind, findBest } from './search.sql.ts';

/** Which right opens which rows of the view `searchable`; a new branch of the view is a new line here. */
const branches: readonly { kind: FoundKind; right: Right; opens?: string; at?: true; everywhere?: true }[] = [
  { kind: 'unit', right: 'units.read' },
  { kind: 'plan', right: 'plans.read' },
  { kind: 'plan', right: 'plans.comment' },
  { kind: 'plan', right: 'plans.read', opens: 'plans.sent', at: true },
  { kind: 'document', right: 'documents.read' },
  { kind: 'output', right: 'outputs.read' },
  { kind: 'article', right: 'articles.read' },
  { kind: 'article', right: 'articles.read', opens: 'articles.live', everywhere: true },
];

export async function search(
  db: Db,
  actor: Actor,
  input: InputOf<typeof contract.search>,
): Promise<OutputOf<typeof contract.search>> {
  const query = prefixQuery(input.q);
  if (!query) return { items: [] };
  const typed = oneLine(input.q).toLowerCase();
  const wanted = branches.filter((branch) => !input.kind || branch.kind === input.kind);
  const open = wanted.map(({ opens, ...branch }) => ({
    ...branch,
    right: opens ?? branch.right,
    reach: actor.reach(branch.right),
  }));
  const items = await findBest(db, open, { query, marked: typed === fold(typed) ? null : typed });
  return { items };
}
