import { store } from '../../../app/store.ts';
import { keptKey } from '../kept-lines.ts';
import { type Book, HEADER, headerShape, type LineEntry, lineShape } from './book.ts';
import type { HeaderContent } from './content.ts';
import { contested, type Entry, edited, isUnsent, newEntry } from './entry.ts';

/** What the server does not have yet, as it is kept in the browser. */
export interface KeptBook {
  at: number;
  header: Entry<HeaderContent> | null;
  lines: LineEntry[];
}

/** What is to be kept of a book; null where the server has everything. */
export function toKeep(book: Book, at: number): KeptBook | null {
  const unsent = book.unsent();
  if (unsent.length === 0) return null;
  return {
    at,
    header: isUnsent(book.header) ? book.header : null,
    lines: unsent.filter((entry): entry is LineEntry => entry.id !== HEADER),
  };
}

/**
 * Brings kept text back over what the server has now. Where somebody else has changed the line meanwhile the two are
 * brought together, or both are shown. Returns how many lines came back.
 */
export function bringBack(book: Book, kept: KeptBook): number {
  if (kept.header) {
    const { header } = book;
    const typed = { ...edited(header, kept.header.mine), known: kept.header.known };
    const newer = header.known!.version !== kept.header.known?.version;
    book.header = newer ? contested(typed, header.known, headerShape) : typed;
    book.toBeSent(HEADER, 0);
  }
  // Parents first, so that children find them.
  const lines = kept.lines.toSorted((a, b) => Number(a.mine.parentId !== null) - Number(b.mine.parentId !== null));
  for (const line of lines) bringBackLine(book, line);
  book.changed();
  return kept.lines.length + (kept.header ? 1 : 0);
}

function bringBackLine(book: Book, kept: LineEntry): void {
  const now = book.lines.get(kept.id);
  if (!now) {
    if (kept.removed) return;
    const typed = newEntry(kept.id, kept.mine, kept.position);
    book.put(kept.known ? contested({ ...typed, known: kept.known }, null, lineShape) : typed, 0);
    return;
  }
  const sameVersion = now.known?.version === kept.known?.version;
  // A deletion is only repeated where nobody has touched the line since.
  if (kept.removed) {
    if (sameVersion) book.remove(kept.id);
    return;
  }
  const typed = { ...edited(now, kept.mine), known: kept.known, position: kept.position, moved: kept.moved };
  book.put(sameVersion ? typed : contested(typed, now.known, lineShape), 0);
}

export async function readKept(planId: string, personId: string): Promise<KeptBook | undefined> {
  // A browser that keeps nothing (private window) still edits; it only cannot bring text back.
  return await store('drafts')
    .get<KeptBook>(keptKey(planId, personId))
    .catch(() => undefined);
}

export async function writeKept(planId: string, personId: string, kept: KeptBook | null): Promise<void> {
  const key = keptKey(planId, personId);
  await (kept ? store('drafts').set(key, kept) : store('drafts').remove(key)).catch(() => undefined);
}
