import { clockOf, dayOf, moment } from '#lib/format.ts';
import { el, type Sign, show, sign } from '../light/dom.ts';
import { spoken } from '../light/words.ts';
import { isBegun, isUnsent } from './draft.ts';
import { isOnItsWay } from './photo.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

interface Shown {
  look: 'done' | 'waiting' | 'danger' | 'quiet';
  sign: Sign | null;
  words: string;
}

/** "Chưa gửi: 1 bài, 2 ảnh": what stands on this device only. */
export function unsentWords(texts: number, photos: number): string {
  const parts = [texts > 0 && say('unsent.texts', { n: texts }), photos > 0 && say('unsent.photos', { n: photos })];
  return say('unsent.title', { what: parts.filter(Boolean).join(', ') });
}

/** '14:05', and the day with it where that is not today. */
const savedAt = (at: string): string =>
  dayOf(at) === dayOf(Date.now()) ? clockOf(at) : moment(at, Date.now(), spoken());

function shownOf(sheet: Sheet): Shown {
  const { draft, photos } = sheet;
  const texts = isUnsent(draft) || (sheet.isTouched && isBegun(draft)) ? 1 : 0;
  const waiting = photos.filter(isOnItsWay).length;
  if (draft.theirs) return { look: 'danger', sign: 'late', words: say('status.two') };
  if (draft.refused) return { look: 'danger', sign: 'late', words: say('status.refused') };
  if (!isBegun(draft) && waiting === 0) return { look: 'quiet', sign: null, words: say('status.new') };
  if (texts + waiting === 0 && draft.base)
    return { look: 'done', sign: 'done', words: say('status.saved', { time: savedAt(draft.base.savedAt) }) };
  if (!sheet.online || waiting > 0) return { look: 'waiting', sign: 'unsent', words: unsentWords(texts, waiting) };
  return { look: 'quiet', sign: null, words: say('status.saving') };
}

/** Always in sight: whether the server has what stands here. */
export function openStatus(place: HTMLElement, sheet: Sheet): () => void {
  let last = '';
  return () => {
    const { look, sign: sort, words } = shownOf(sheet);
    // Read aloud once, not with every key.
    if (words === last) return;
    last = words;
    place.className = `state state-${look}`;
    show(place, sort && sign(sort), el('span', {}, words));
  };
}
