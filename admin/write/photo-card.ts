import type { Picture } from '#lib/article-content.ts';
import { cutAddress } from '../light/cut-address.ts';
import { el, sign } from '../light/dom.ts';
import { peopleField } from './people.ts';
import { addressOf } from './preview.ts';
import type { Sheet } from './sheet.ts';
import { mark } from './signs.ts';
import { say } from './words.ts';

/** Where a picture is shown from: the server's cut, or the small copy of this device. */
export function pictureAddress(sheet: Sheet, { mediaId, cutId }: Picture, size: '480' | '960'): string | null {
  if (cutId) return cutAddress(cutId, size);
  const preview = sheet.photo(mediaId)?.preview;
  return preview ? addressOf(preview) : null;
}

/** What is still to be said over a picture that is on its way. */
export function pictureState(sheet: Sheet, mediaId: string): string | null {
  const photo = sheet.photo(mediaId);
  if (!photo) return null;
  if (photo.state === 'refused') return photo.sentence ?? say('photo.refused');
  if (photo.state === 'drawing') return say('photo.drawing');
  if (photo.state !== 'waiting') return null;
  return say(sheet.online ? 'photo.waiting' : 'photo.waitsForNetwork');
}

const field = (sheet: Sheet, picture: Picture, name: 'caption' | 'alt' | 'credit', max: number): HTMLElement => {
  const id = `${name}-${picture.mediaId}`;
  const hint = name === 'alt' && el('p', { class: 'hint', id: `${id}-hint` }, say('photo.altHint'));
  const input = el('textarea', {
    id,
    rows: 1,
    maxlength: max,
    class: 'grow',
    value: picture[name],
    'aria-describedby': hint ? hint.id : null,
    oninput: () => sheet.changePicture(picture.mediaId, { [name]: input.value.replace(/\n/g, ' ') }),
  });
  return el('div', { class: 'field' }, el('label', { for: id }, say(`photo.${name}`)), input, hint);
};

/** How far it has come: a bar while it goes out, a sentence where it was refused. */
function wayOf(sheet: Sheet, mediaId: string): HTMLElement | false {
  const photo = sheet.photo(mediaId);
  const state = pictureState(sheet, mediaId);
  if (!photo || !state) return false;
  if (photo.state === 'refused') return el('p', { class: 'notice danger', role: 'alert' }, state);
  return el(
    'div',
    { class: 'way' },
    el('span', { class: 'hint' }, state),
    el('progress', { id: `way-${mediaId}`, max: 1, value: 0, 'aria-label': state }),
  );
}

/** What stands in the way of showing it, with the way out of it. */
function findingsOf(sheet: Sheet, { cutId }: Picture): HTMLElement[] {
  return sheet.findings
    .filter((finding) => cutId !== '' && finding.cutId === cutId)
    .map(({ severity, sentence, fix }) =>
      el(
        'div',
        { class: `notice ${severity === 'stop' ? 'danger' : 'waiting'} finding` },
        el('p', {}, sign('late'), el('b', {}, sentence)),
        el('p', {}, fix),
      ),
    );
}

export interface CardActs {
  cut(mediaId: string): void;
}

/** One picture of the text: its words, who can be known in it, and what can be done with it. */
export function photoCard(sheet: Sheet, picture: Picture, n: number, acts: CardActs): HTMLElement {
  const { mediaId } = picture;
  const src = pictureAddress(sheet, picture, '480');
  const act = (
    word: Parameters<typeof say>[0] & `photo.${string}`,
    look: Parameters<typeof mark>[0],
    run: () => void,
  ) => el('button', { type: 'button', class: 'quiet', onclick: run }, mark(look), say(word as 'photo.up'));
  return el(
    'li',
    { class: 'photo', id: `photo-${mediaId}`, tabindex: '-1', 'aria-label': say('photo.n', { n }) },
    el(
      'div',
      { class: 'photo-top' },
      src ? el('img', { src, alt: '', class: 'thumb' }) : el('div', { class: 'thumb' }, mark('photo')),
      el(
        'div',
        { class: 'photo-acts' },
        picture.cutId !== '' && act('photo.cut', 'blur', () => acts.cut(mediaId)),
        act('photo.up', 'up', () => sheet.movePicture(mediaId, -1)),
        act('photo.down', 'down', () => sheet.movePicture(mediaId, 1)),
        act('photo.remove', 'trash', () => sheet.removePicture(mediaId)),
      ),
    ),
    wayOf(sheet, mediaId),
    findingsOf(sheet, picture),
    field(sheet, picture, 'caption', 500),
    field(sheet, picture, 'alt', 500),
    field(sheet, picture, 'credit', 200),
    peopleField(sheet, picture),
  );
}
