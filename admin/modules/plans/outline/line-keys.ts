import type { ClipboardEvent, KeyboardEvent } from 'react';
import { t } from '../../../texts/texts.ts';
import { announce } from '../editing/announce.tsx';
import type { Book } from '../editing/book.ts';
import { isBlank } from '../editing/content.ts';
import { addLine, addLines, type Move, moveLine, removeLine } from './line-acts.ts';
import { focusLine, isEngaged, setEngaged } from './line-focus.ts';
import { cutAt, neighbour, nextPlace, outdentedPlace, pastedLines } from './outline.ts';

type Key = KeyboardEvent<HTMLTextAreaElement>;

/** What the keys do in a line of the outline. */
export function onLineKey(book: Book, id: string, event: Key): void {
  if (event.nativeEvent.isComposing) return;
  const done = keyed(book, id, event);
  if (done) event.preventDefault();
  // Any other key is writing; Tab and the arrows alone are walking through.
  else if (!['Tab', 'Shift', 'Escape', 'ArrowUp', 'ArrowDown'].includes(event.key)) setEngaged(true);
  if (event.key === 'Escape' || (event.key === 'Tab' && !done)) setEngaged(false);
}

function keyed(book: Book, id: string, event: Key): boolean {
  const box = event.currentTarget;
  switch (event.key) {
    case 'Enter':
      return !event.shiftKey && enter(book, id, box);
    case 'Backspace':
      return box.value === '' && backspace(book, id, box);
    case 'Tab':
      return !event.ctrlKey && isEngaged() && moveLine(book, id, event.shiftKey ? 'outdent' : 'indent');
    case 'ArrowUp':
    case 'ArrowDown':
      return arrow(book, id, event);
    default:
      return false;
  }
}

function arrow(book: Book, id: string, event: Key): boolean {
  const up = event.key === 'ArrowUp';
  const move: Move = up ? 'up' : 'down';
  if (event.altKey) return moveLine(book, id, move) || true;
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  if (event.shiftKey || event.ctrlKey || selectionStart !== selectionEnd) return false;
  if (up ? selectionStart !== 0 : selectionEnd !== value.length) return false;
  const other = neighbour(book, id, up ? -1 : 1);
  if (other) focusLine(other, up ? 'end' : 'start', up ? 'text' : 'title');
  return other !== undefined;
}

/** The next line takes what stands behind the caret. On an empty child Enter goes a level up, as outliners do. */
function enter(book: Book, id: string, box: HTMLTextAreaElement): boolean {
  const line = book.lines.get(id);
  if (!line) return false;
  if (box.id.endsWith('-title')) {
    focusLine(id, 'end');
    return true;
  }
  if (isBlank(line.mine)) {
    if (outdentedPlace(book, id)) moveLine(book, id, 'outdent');
    return true;
  }
  const [before, after] = cutAt(box.value, box.selectionStart, box.selectionEnd);
  // At the very beginning of a line the new one goes above it: the line keeps its source and its details.
  if (before === '' && after !== '') {
    const { part, parentId } = line.mine;
    const siblings = book.order(part, parentId);
    addLine(book, { part, parentId, afterId: siblings[siblings.indexOf(id) - 1] ?? null });
    return true;
  }
  if (after !== '') book.write(id, { text: before });
  addLine(book, nextPlace(book, id), after);
  return true;
}

function backspace(book: Book, id: string, box: HTMLTextAreaElement): boolean {
  const line = book.lines.get(id);
  if (!line) return false;
  const inTitle = box.id.endsWith('-title');
  // A line of two boxes goes only when both are empty and nothing hangs from it.
  if (!isBlank(line.mine) || book.below(id).length > 0) {
    if (!inTitle && line.mine.part === 'area' && line.mine.parentId === null) focusLine(id, 'end', 'title');
    return !inTitle;
  }
  removeLine(book, id);
  return true;
}

/** Several pasted lines become several lines of the outline; one stays what the browser makes of it. */
export function onLinePaste(book: Book, id: string, event: ClipboardEvent<HTMLTextAreaElement>): void {
  const line = book.lines.get(id);
  const lines = pastedLines(event.clipboardData.getData('text/plain'));
  const [first, ...rest] = lines;
  if (!line || first === undefined || rest.length === 0) return;
  event.preventDefault();
  const { selectionStart, selectionEnd, value, id: boxId } = event.currentTarget;
  const joined = `${value.slice(0, selectionStart)}${first}`;
  const last = rest.at(-1)! + value.slice(selectionEnd);
  const inTitle = boxId.endsWith('-title');
  book.write(id, inTitle ? { detail: { ...line.mine.detail, title: joined } } : { text: joined });
  const { part, parentId } = line.mine;
  addLines(book, { part, parentId, afterId: id }, [...rest.slice(0, -1), last]);
  announce(t('plans.edit.pasted', { n: lines.length }));
}

/** A line that was left empty goes: on paper it would be a bare dash. */
export function onLineLeft(book: Book, id: string): void {
  // The focus may only have gone to another box of the same line.
  requestAnimationFrame(() => {
    const line = book.lines.get(id);
    const row = document.getElementById(`row-${id}`);
    if (!line || line.removed || !isBlank(line.mine) || book.below(id).length > 0) return;
    if (row?.contains(document.activeElement)) return;
    if (line.known === null) book.remove(id);
    else removeQuietly(book, id);
  });
}

function removeQuietly(book: Book, id: string): void {
  const here = document.activeElement;
  removeLine(book, id, t('plans.edit.emptied'));
  requestAnimationFrame(() => here instanceof HTMLElement && here.focus());
}
