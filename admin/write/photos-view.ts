import { el, show } from '../light/dom.ts';
import { type CardActs, photoCard } from './photo-card.ts';
import type { Sheet } from './sheet.ts';
import { mark } from './signs.ts';
import { say } from './words.ts';

export interface PhotosView {
  place(choose: (from: 'device' | 'library') => void): HTMLElement;
  draw(): void;
  progress(photoId: string, share: number): void;
}

/** The pictures of the text, one card each. A card in which somebody is typing stays as it is. */
export function openPhotos(sheet: Sheet, acts: CardActs): PhotosView {
  const list = el('ul', { class: 'photos' });
  const hint = el('p', { class: 'hint' }, say('photos.hint'));
  const draw = () => {
    const cards = sheet.pictures.map((picture, n) => photoCard(sheet, picture, n + 1, acts));
    hint.hidden = cards.length > 0;
    const same = cards.length === list.children.length && cards.every((card, n) => card.id === list.children[n]?.id);
    if (!same) return show(list, cards);
    for (const [n, card] of cards.entries()) renew(list.children[n] as HTMLElement, card);
  };
  return {
    draw,
    progress: (photoId, share) => {
      const bar = document.getElementById(`way-${photoId}`);
      if (bar instanceof HTMLProgressElement) bar.value = share;
    },
    place: (choose) =>
      el(
        'section',
        { class: 'photos-place', 'aria-labelledby': 'photos' },
        el('h2', { id: 'photos' }, say('photos.title')),
        hint,
        list,
        el(
          'div',
          { class: 'acts' },
          el(
            'button',
            { type: 'button', class: 'secondary', onclick: () => choose('device') },
            mark('camera'),
            say('photos.add'),
          ),
          el(
            'button',
            { type: 'button', class: 'secondary', onclick: () => choose('library') },
            mark('photo'),
            say('photos.library'),
          ),
        ),
      ),
  };
}

/** Where somebody is at work in a card only what the server said of it comes in. */
function renew(old: HTMLElement, card: HTMLElement): void {
  const busy = old.contains(document.activeElement) || old.querySelector('.who-in') !== null;
  if (!busy) {
    old.replaceWith(card);
    return;
  }
  for (const part of ['.photo-top', '.way']) {
    const there = old.querySelector(part);
    const now = card.querySelector(part);
    if (there && now && !there.contains(document.activeElement)) there.replaceWith(now);
    else if (there && !now) there.remove();
  }
}
