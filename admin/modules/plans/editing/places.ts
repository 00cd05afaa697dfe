import type { PlanLine } from '#modules/plans/plans.contract.ts';
import type { Book, LineEntry } from './book.ts';
import { isBlank, type LineContent } from './content.ts';

type Parent = Pick<LineContent, 'part' | 'parentId'>;

/** The position of a line behind one of its siblings (null: first), between that one and the next. */
export function placeBehind(book: Book, { part, parentId }: Parent, id: string, afterId: string | null): number {
  const ids = book.order(part, parentId).filter((one) => one !== id);
  const at = afterId === null ? -1 : ids.indexOf(afterId);
  const before = book.lines.get(ids[at] ?? '')?.position;
  const next = book.lines.get(ids[at + 1] ?? '')?.position;
  if (next === undefined) return (before ?? 0) + 1;
  return ((before ?? next - 2) + next) / 2;
}

/** Takes over the server's positions, all or none: while a place is still to be sent, the order on the screen counts. */
export function takePositions(book: Book, lines: readonly PlanLine[]): void {
  const all = [...book.lines.values()];
  if (all.some((line) => line.moved && !isBlank(line.mine))) return;
  const blank = all.filter((line) => line.moved).map((line) => [line, before(book, line)] as const);
  for (const { id, position } of lines) {
    const line = book.lines.get(id);
    if (line) book.lines.set(id, { ...line, position });
  }
  // A line without a word yet stays behind the one it was begun behind.
  for (const [line, afterId] of blank)
    book.lines.set(line.id, { ...line, position: placeBehind(book, line.mine, line.id, afterId) });
}

function before(book: Book, { id, mine }: LineEntry): string | null {
  const ids = book.order(mine.part, mine.parentId);
  return ids[ids.indexOf(id) - 1] ?? null;
}
