import type { Tx } from '#platform/tx.ts';
import { type CountMove, moveCounts } from './counts.sql.ts';
import type { OutputTableRow } from './outputs.sql.ts';

/** What stands for "the whole unit" beside its teams. */
export const WHOLE_UNIT = '00000000-0000-0000-0000-000000000000';

type Counted = Pick<
  OutputTableRow,
  | 'unit_id'
  | 'team_id'
  | 'counts'
  | 'sent_on'
  | 'approved_on'
  | 'published_on'
  | 'picked_on'
  | 'stands'
  | 'joined_to'
  | 'withdrawn_at'
>;

const moments = ['sent', 'approved', 'published', 'picked'] as const;

/** Moves the kept figures by what a write changed: `before` no longer counts, `after` does. Null: there is none. */
export const recountFor = (tx: Tx, before: Counted | null, after: Counted | null): Promise<void> =>
  recountAll(tx, [{ before, after }]);

/** The same for what a set-based write changed, in one statement. */
export async function recountAll(
  tx: Tx,
  changes: readonly { before: Counted | null; after: Counted | null }[],
): Promise<void> {
  const moves = new Map<string, CountMove>();
  for (const { before, after } of changes) {
    if (before && counts(before)) add(moves, before, -1);
    if (after && counts(after)) add(moves, after, 1);
  }
  const moved = [...moves].filter(([, m]) => moments.some((moment) => m[moment] !== 0));
  const sorted = moved.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, m]) => m);
  for (let i = 0; i < sorted.length; i += 2000) await moveCounts(tx, sorted.slice(i, i + 2000));
}

const counts = (row: Counted): boolean => row.stands !== false && row.joined_to === null && row.withdrawn_at === null;

function add(moves: Map<string, CountMove>, row: Counted, sign: 1 | -1): void {
  for (const moment of moments) {
    const day = row[`${moment}_on`];
    if (day === null) continue;
    for (const team of row.team_id ? [WHOLE_UNIT, row.team_id] : [WHOLE_UNIT]) {
      const month = day.slice(0, 7);
      const key = `${row.unit_id} ${team} ${month} ${row.counts}`;
      const none = { unit_id: row.unit_id, team_id: team, month, counts: row.counts };
      const move = moves.get(key) ?? { ...none, sent: 0, approved: 0, published: 0, picked: 0 };
      move[moment] += sign;
      moves.set(key, move);
    }
  }
}
