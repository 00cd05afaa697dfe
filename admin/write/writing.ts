import { el, show } from '../light/dom.ts';
import { blocksView } from './blocks.ts';
import { networkBack } from './network.ts';
import { pictureAddress, pictureState } from './photo-card.ts';
import type { Sheet } from './sheet.ts';
import { focusOn } from './submit.ts';
import { say } from './words.ts';

/** The text: to be read at once, to be written in as soon as the editor is here. */
export function openText(sheet: Sheet, choose: (from: 'device' | 'library') => void): HTMLElement {
  const note = el('p', { class: 'hint', role: 'status' }, say('text.loading'));
  const reading = el('div', { class: 'text read' }, blocksView(sheet.draft.words.content.content));
  const place = el('section', { class: 'text-place', 'aria-labelledby': 'text' }, note, reading);
  const label = el('p', { class: 'label', id: 'text' }, say('text.label'));
  // After the first drawing, so that title and photos are there before the larger part arrives.
  setTimeout(() => void bringEditor(sheet, place, note, choose), 0);
  return el('div', { class: 'field' }, label, place);
}

async function bringEditor(
  sheet: Sheet,
  place: HTMLElement,
  note: HTMLElement,
  choose: (from: 'device' | 'library') => void,
): Promise<void> {
  const loaded = await import('./editor/editor.ts').catch(() => undefined);
  if (!loaded) {
    note.textContent = say('text.notLoaded');
    await networkBack();
    return await bringEditor(sheet, place, note, choose);
  }
  show(place);
  const look = {
    addressOf: (picture: Parameters<typeof pictureAddress>[1]) => pictureAddress(sheet, picture, '960'),
    stateOf: (picture: { mediaId: string }) => pictureState(sheet, picture.mediaId),
    onEdit: (mediaId: string) => focusOn(`photo-${mediaId}`),
  };
  const editor = loaded.openEditor(place, sheet.draft.words.content, look, {
    onType: () => sheet.touch(),
    onPhotos: (photos) => void sheet.addPhotos(photos),
    onDropped: (n) => sheet.onlookers?.tell(say('note.dropped', { n })),
    onChoosePhotos: choose,
    onFocus: (inside) => {
      if (inside) document.body.dataset.writing = '';
      else delete document.body.dataset.writing;
    },
  });
  sheet.attach(editor);
  followPictures(sheet);
  followKeyboard();
}

/** Browsers that lay their keyboard over the page, without making it smaller: the tools stand above it all the same. */
function followKeyboard(): void {
  const seen = window.visualViewport;
  if (!seen) return;
  const place = () => {
    const over = Math.max(0, innerHeight - seen.height - seen.offsetTop);
    document.documentElement.style.setProperty('--keyboard', `${over}px`);
  };
  seen.addEventListener('resize', place);
  seen.addEventListener('scroll', place);
}

/** Pictures that were cut out of the text, or put back by undoing, leave or enter the cards beneath it. */
function followPictures(sheet: Sheet): void {
  const ids = () => sheet.pictures.map(({ mediaId }) => mediaId).join();
  let last = ids();
  setInterval(() => {
    const now = ids();
    if (now === last) return;
    last = now;
    sheet.onlookers?.photos();
  }, 500);
}
