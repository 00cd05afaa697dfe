import type { Tx } from '#platform/tx.ts';
import * as sql from './lines.sql.ts';

export interface Place {
  planId: string;
  lineId: string;
  part: string;
  parentId: string | null;
  /** Behind this line; null first, undefined last. A line that is not there (any more) counts as undefined. */
  afterId: string | null | undefined;
}

/** Below this there is no certain number between two places any more. */
const narrowest = 1e-9;

/**
 * A place between two siblings. Halving a gap comes to its end after some thirty lines put into the same one; then the
 * siblings are numbered anew, and `moved` says where they stand now.
 */
export async function placeFor(
  tx: Tx,
  place: Place,
): Promise<{ position: number; moved: { id: string; position: number }[] }> {
  const others = async () =>
    (await sql.siblings(tx, place.planId, place.part, place.parentId)).filter((r) => r.id !== place.lineId);
  const found = between(await others(), place.afterId);
  if (found !== null) return { position: found, moved: [] };
  await sql.renumber(tx, place.planId, place.part, place.parentId);
  const moved = await others();
  return { position: between(moved, place.afterId) ?? moved.length + 1, moved };
}

/** Null where the gap is too narrow. */
function between(rows: readonly { id: string; position: number }[], afterId: string | null | undefined): number | null {
  const found = afterId ? rows.findIndex((r) => r.id === afterId) : -1;
  const at = afterId === null ? -1 : found >= 0 ? found : rows.length - 1;
  const previous = rows[at]?.position;
  const next = rows[at + 1]?.position;
  if (next === undefined) return (previous ?? 0) + 1;
  if (previous === undefined) return next - 1;
  return next - previous > narrowest ? (previous + next) / 2 : null;
}

/** Whether the line stands there already: right behind the wanted one. */
export async function standsThere(tx: Tx, place: Place): Promise<boolean> {
  if (place.afterId === undefined) return true;
  const ids = (await sql.siblings(tx, place.planId, place.part, place.parentId)).map((r) => r.id);
  const at = ids.indexOf(place.lineId);
  return at >= 0 && (ids[at - 1] ?? null) === place.afterId;
}
