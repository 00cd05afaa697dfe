/**
 * One page of a list, out of rows of which one more than `limit` was read. `placeOf` names the last row of the page, where
 * the next page goes on; null where there is none.
 */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  placeOf: (last: T) => string,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? placeOf(items.at(-1)!) : null };
}

/** The same for lists whose place is the id of their rows. */
export const pageById = <T extends { id: string }>(rows: readonly T[], limit: number) =>
  pageOf(rows, limit, (last) => last.id);
