import type { Failure } from './api.ts';
import { el, show } from './dom.ts';
import { sayLight } from './words.ts';

/** A page that has only something to say. */
export function message(place: HTMLElement, title: string, hint: string, ...more: HTMLElement[]): void {
  show(place, el('div', { class: 'card welcome' }, el('h1', { tabindex: '-1' }, title), el('p', {}, hint), more));
}

/** A page that could not be opened, and the button to try again. */
export function trouble(place: HTMLElement, title: string, failure: Failure, again: () => void): void {
  const retry = el('button', { type: 'button', class: 'secondary', onclick: again }, sayLight('retry'));
  message(place, title, failure.message, retry);
}
