import { flushSync } from 'react-dom';

export type Caret = 'start' | 'end' | number;

export const boxOf = (id: string, box: 'text' | 'title' = 'text'): string =>
  box === 'title' ? `line-${id}-title` : `line-${id}`;

/** Puts the caret into a line at once, also one that was made a moment ago: the next key must not miss it. */
export function focusLine(id: string, caret: Caret = 'end', box: 'text' | 'title' = 'text'): void {
  flushSync(() => undefined);
  const element = document.getElementById(boxOf(id, box)) ?? document.getElementById(boxOf(id));
  if (!(element instanceof HTMLTextAreaElement)) return;
  engaged = true;
  element.focus();
  const at = caret === 'start' ? 0 : caret === 'end' ? element.value.length : caret;
  element.setSelectionRange(at, at);
}

/**
 * Whether the person is writing in the outline, so that Tab means "a level down". Somebody who walks through the page
 * with Tab is not: for them Tab goes on, or the outline would be a trap. Escape gives Tab back at any time.
 */
let engaged = false;
export const isEngaged = (): boolean => engaged;
export function setEngaged(writing: boolean): void {
  engaged = writing;
}
