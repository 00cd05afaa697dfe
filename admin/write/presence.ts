import { newId } from '#lib/id.ts';
import type * as versions from '#modules/articles/versions.contract.ts';
import { call, Failure } from '../light/api.ts';
import { el, show, sign } from '../light/dom.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

const EVERY = 15_000;

/** Says who else has the text open, and brings in what they wrote meanwhile. */
export function openPresence(place: HTMLElement, sheet: Sheet): void {
  const tab = newId();
  const { id: articleId } = sheet.draft;
  const ask = async () => {
    // Before the server has the text there is nobody to meet.
    if (document.visibilityState === 'hidden' || sheet.draft.base === null) return;
    const editing = document.activeElement !== document.body;
    try {
      const { others, textVersion } = await call<typeof versions.setPresence>('PUT', '/articles/:articleId/presence', {
        articleId,
        tab,
        editing,
      });
      show(place, others.length > 0 && othersView([...new Set(others.map(({ name }) => name))]));
      if (textVersion > (sheet.draft.base?.version ?? 0)) await sheet.catchUp();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  };
  setInterval(() => void ask(), EVERY);
  addEventListener('pagehide', () => {
    call<typeof versions.leaveArticle>('DELETE', '/articles/:articleId/presence', { articleId, tab }).catch(
      () => undefined,
    );
  });
  void ask();
}

const othersView = (names: readonly string[]): HTMLElement =>
  el(
    'p',
    { class: 'notice info' },
    el('span', { class: 'ours' }, sign('due'), say('note.others', { names: names.join(', ') })),
  );
