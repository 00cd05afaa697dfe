import { el, show, sign } from '../light/dom.ts';
import { blocksView } from './blocks.ts';
import { conflictView } from './conflict.ts';
import { type Asked, creditField, kindFields, refreshFields, summaryField, titleField } from './fields.ts';
import { deviceKeeps } from './kept.ts';
import { openLibrary } from './library.ts';
import { openPhotos } from './photos-view.ts';
import { openPresence } from './presence.ts';
import type { Newsroom } from './server.ts';
import type { Sheet } from './sheet.ts';
import { mark } from './signs.ts';
import { openStatus } from './status.ts';
import { openSubmit, showWay } from './submit.ts';
import { say } from './words.ts';
import { openText } from './writing.ts';

export interface Room {
  newsroom: Newsroom;
  asked: readonly Asked[];
}

/** Draws a text that is being written, and keeps it drawn: fields, the text itself, its photos, and the way to review. */
export function openPage(place: HTMLElement, sheet: Sheet, room: Room): void {
  const kinds = el('div', {}, kindFields(sheet, room.newsroom, room.asked));
  const clash = el('div', {});
  const others = el('div', {});
  const notes = el('div', { class: 'notes', 'aria-live': 'polite' });
  const photos = openPhotos(sheet, {
    cut: (mediaId) => void import('./cut.ts').then(({ openCut }) => openCut(sheet, mediaId)),
  });
  const way = el('section', { class: 'card submit', 'aria-label': say('submit.title'), hidden: true });
  const files = fileInput(sheet);
  const choose = (from: 'device' | 'library') => (from === 'device' ? files.click() : openLibrary(sheet));
  const text = openText(sheet, choose);
  const writing = el(
    'div',
    { class: 'writing' },
    kinds,
    titleField(sheet),
    summaryField(sheet),
    text,
    photos.place(choose),
    creditField(sheet),
  );
  show(
    place,
    el('h1', { class: 'unseen' }, say('title')),
    notes,
    others,
    clash,
    writing,
    way,
    files,
    barView(sheet, way, choose),
  );
  const status = openStatus(document.getElementById('state') as HTMLElement, sheet);
  sheet.tooLarge = (name) => say('photo.tooLarge', { name });
  sheet.onlookers = {
    status,
    photos: photos.draw,
    progress: photos.progress,
    words: () => refreshFields(sheet),
    shape: () => {
      show(kinds, kindFields(sheet, room.newsroom, room.asked));
      drawClash(clash, writing, sheet);
    },
    tell: (sentence) => tell(notes, sentence),
  };
  status();
  photos.draw();
  drawClash(clash, writing, sheet);
  openPresence(others, sheet);
  if (!deviceKeeps()) tell(notes, say('note.keepsNothing'));
  if (sheet.draft.base && sheet.draft.stage !== 'writing') void showWay(way, sheet);
}

/** While two versions wait for a choice the writing itself stands still. */
function drawClash(place: HTMLElement, writing: HTMLElement, sheet: Sheet): void {
  const { theirs } = sheet.draft;
  const shown = place.childElementCount > 0;
  if ((theirs !== null) === shown) return;
  writing.hidden = theirs !== null;
  sheet.editor?.setEditable(theirs === null);
  if (!theirs) {
    place.replaceChildren();
    return;
  }
  show(place, conflictView(sheet, theirs));
  scrollTo(0, 0);
  place.querySelector('h2')?.focus({ preventScroll: true });
}

/** A sentence that stays until it was read. */
function tell(place: HTMLElement, sentence: string): void {
  const close = () => note.remove();
  const note = el(
    'div',
    { class: 'notice waiting row' },
    el('p', { class: 'ours' }, sign('late'), el('span', {}, sentence)),
    el('button', { type: 'button', class: 'secondary', onclick: close }, say('note.read')),
  );
  place.append(note);
}

/** The phone's own chooser: many photos at once, or the camera. */
function fileInput(sheet: Sheet): HTMLInputElement {
  const input = el('input', {
    type: 'file',
    accept: 'image/*',
    multiple: true,
    hidden: true,
    onchange: () => {
      const files = [...(input.files ?? [])].map((blob) => ({ id: null, blob }));
      input.value = '';
      if (files.length > 0) void sheet.addPhotos(files);
    },
  });
  return input;
}

function barView(sheet: Sheet, way: HTMLElement, choose: (from: 'device' | 'library') => void): HTMLElement {
  const send = () => void openSubmit(way, sheet);
  return el(
    'div',
    { class: 'bar' },
    el(
      'div',
      { class: 'bar-in' },
      el(
        'button',
        { type: 'button', class: 'secondary', onclick: () => choose('device') },
        mark('camera'),
        say('photos.add'),
      ),
      el('button', { type: 'button', class: 'primary', id: 'submit', onclick: send }, mark('send'), say('submit.open')),
    ),
  );
}

/** A text that this person may read and not write. */
export function readOnly(place: HTMLElement, sheet: Sheet): void {
  const { title, summary, content } = sheet.draft.words;
  const way = el('section', { class: 'card submit', hidden: true });
  show(
    place,
    el('p', { class: 'notice info' }, say('note.readOnly')),
    way,
    el('h1', { tabindex: '-1' }, title || say('list.noTitle')),
    summary !== '' && el('p', { class: 'lead' }, summary),
    el('div', { class: 'text read' }, blocksView(content.content)),
  );
  void showWay(way, sheet);
}
