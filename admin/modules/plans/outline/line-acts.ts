import { newId } from '#lib/id.ts';
import type { Part } from '#lib/plan-parts.ts';
import { shortened } from '#lib/text.ts';
import { t } from '../../../texts/texts.ts';
import { toast } from '../../../ui/toast.tsx';
import { announce } from '../editing/announce.tsx';
import type { Book } from '../editing/book.ts';
import type { LineContent } from '../editing/content.ts';
import { focusLine } from './line-focus.ts';
import { indentedPlace, movedPlace, neighbour, outdentedPlace, type Place } from './outline.ts';

const blank = (part: Part, parentId: string | null, text: string): LineContent => ({
  part,
  parentId,
  text,
  detail: {},
  targets: [],
  trace: null,
});

/** A new line at a place, with the caret in it. */
export function addLine(book: Book, { part, parentId, afterId }: Place, text = ''): string {
  const id = newId(Date.now());
  book.add(id, blank(part, parentId, text), afterId);
  focusLine(id, 'start', 'title');
  return id;
}

/** Several lines one behind the other (a paste); the caret stands at the end of the last. */
export function addLines(book: Book, place: Place, texts: readonly string[]): void {
  let afterId = place.afterId;
  for (const text of texts) {
    const id = newId(Date.now());
    book.add(id, blank(place.part, place.parentId, text), afterId);
    afterId = id;
  }
  if (afterId) focusLine(afterId);
}

/** Takes a line away, offers to bring it back, and puts the caret on the line above. */
export function removeLine(book: Book, id: string, said?: string): void {
  const line = book.lines.get(id);
  if (!line) return;
  const above = neighbour(book, id, -1) ?? neighbour(book, id, 1);
  const below = book.below(id).length;
  const was = line.mine.text || line.known?.content.text || '';
  const title = typeof line.mine.detail.title === 'string' ? line.mine.detail.title : '';
  const text = shortened(title || was, 60);
  const undo = book.remove(id);
  if (above) focusLine(above);
  // A new line that never held a word is not worth a message.
  if (text === '' && below === 0) return;
  const sentence =
    said ?? (below > 0 ? t('plans.edit.deletedMany', { text, n: below }) : t('plans.edit.deleted', { text }));
  toast({ text: sentence, undo });
}

export type Move = 'up' | 'down' | 'indent' | 'outdent';

const places: Record<Move, (book: Book, id: string) => Place | undefined> = {
  up: (book, id) => movedPlace(book, id, -1),
  down: (book, id) => movedPlace(book, id, 1),
  indent: indentedPlace,
  outdent: outdentedPlace,
};
const said = { up: 'movedUp', down: 'movedDown', indent: 'indented', outdent: 'outdented' } as const;

export const canMove = (book: Book, id: string, move: Move): boolean => places[move](book, id) !== undefined;

/** Moves a line and keeps the caret where it is; false where there is nowhere to go. */
export function moveLine(book: Book, id: string, move: Move): boolean {
  const place = places[move](book, id);
  if (!place) return false;
  const box = document.activeElement;
  const caret = box instanceof HTMLTextAreaElement ? box.selectionStart : 'end';
  const inTitle = box?.id.endsWith('-title') ? 'title' : 'text';
  book.move(id, place, place.afterId);
  announce(t(`plans.edit.${said[move]}`));
  focusLine(id, caret, inTitle);
  return true;
}
