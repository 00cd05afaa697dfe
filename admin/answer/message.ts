import type { Failure } from './api.ts';
import { el, show } from './dom.ts';
import { say } from './words.ts';

/** A page that has only something to say. */
export function message(place: HTMLElement, title: string, hint: string, ...more: HTMLElement[]): void {
  show(place, el('div', { class: 'card welcome' }, el('h1', { tabindex: '-1' }, title), el('p', {}, hint), more));
}

export function trouble(place: HTMLElement, failure: Failure, again: () => void): void {
  const retry = el('button', { type: 'button', class: 'secondary', onclick: again }, say('retry'));
  message(place, say('error.title'), failure.message, retry);
}
