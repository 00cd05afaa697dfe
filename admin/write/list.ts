import { moment } from '#lib/format.ts';
import { Failure } from '../light/api.ts';
import { el, show, sign } from '../light/dom.ts';
import { spoken } from '../light/words.ts';
import { type Draft, isUnsent } from './draft.ts';
import { draftsOf, forgetDraft, photosOf } from './kept.ts';
import { isOnItsWay, type Photo } from './photo.ts';
import { readMine } from './server.ts';
import { unsentWords } from './status.ts';
import { say } from './words.ts';

/** Texts that this person keeps on this device, and whether the server has them. */
export async function openList(place: HTMLElement, personId: string): Promise<void> {
  const [drafts, photos] = [await draftsOf(personId), await photosOf(personId)];
  const onServer = el('section', {});
  const again = () => void openList(place, personId);
  show(
    place,
    el('h1', { tabindex: '-1' }, say('list.title')),
    el('p', { class: 'muted' }, say('list.hint')),
    el('a', { class: 'button primary', href: '/viet/moi' }, say('list.new')),
    drafts.length === 0
      ? el('p', { class: 'card muted' }, say('list.none'))
      : el(
          'ul',
          { class: 'card flush plain' },
          drafts.map((draft) => item(draft, photos, again)),
        ),
    onServer,
    el('p', {}, el('a', { class: 'tall', href: '/app/bai-viet' }, say('list.all'))),
  );
  await showMine(onServer, new Set(drafts.map(({ id }) => id)));
}

/** Texts that wait to be written on and are not on this device: begun on another one. Without a network there are none. */
async function showMine(place: HTMLElement, here: ReadonlySet<string>): Promise<void> {
  const found = await readMine().catch((error: unknown) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });
  const rows = (found?.items ?? []).filter(({ id, stage }) => !here.has(id) && open.has(stage));
  if (rows.length === 0) return;
  show(
    place,
    el('h2', {}, say('list.mine')),
    el(
      'ul',
      { class: 'card flush plain' },
      rows.map(({ id, title, movedAt, stage }) =>
        el(
          'li',
          { class: 'draft' },
          el(
            'a',
            { class: 'choice', href: `/viet/${id}` },
            el('b', {}, title.trim() || say('list.noTitle')),
            el('span', { class: 'hint' }, moment(movedAt, Date.now(), spoken())),
            el('span', { class: `pill ${stage === 'returned' ? 'due' : ''}` }, say(`stage.${stage}`)),
          ),
        ),
      ),
    ),
  );
}

/** Stages in which a text is in the hands of whoever writes it. */
const open: ReadonlySet<string> = new Set(['writing', 'returned']);

function item(draft: Draft, all: readonly Photo[], again: () => void): HTMLElement {
  const photos = all.filter(({ articleId }) => articleId === draft.id);
  const texts = isUnsent(draft) ? 1 : 0;
  const waiting = photos.filter(isOnItsWay).length;
  const home = texts + waiting === 0;
  const remove = async () => {
    await forgetDraft(draft);
    again();
  };
  return el(
    'li',
    { class: 'draft' },
    el(
      'a',
      { class: 'choice', href: `/viet/${draft.id}` },
      el('b', {}, draft.words.title.trim() || say('list.noTitle')),
      el('span', { class: 'hint' }, moment(draft.touchedAt, Date.now(), spoken())),
      el(
        'span',
        { class: `pill ${home ? 'done' : 'due'}` },
        sign(home ? 'done' : 'unsent'),
        el('span', {}, home ? say('list.home') : unsentWords(texts, waiting)),
      ),
    ),
    // Only what the server has goes at one press; anything else would be lost.
    home && el('button', { type: 'button', class: 'quiet', onclick: () => void remove() }, say('list.remove')),
  );
}
