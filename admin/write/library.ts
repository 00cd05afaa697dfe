import { Failure } from '../light/api.ts';
import { cutAddress } from '../light/cut-address.ts';
import { el, show } from '../light/dom.ts';
import { pictureOf } from './photo.ts';
import { listMedia, type MediaRow } from './server.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

/** A window over the page, with a name and a way out; the browser keeps the keyboard inside. */
export function openWindow(title: string, ...content: HTMLElement[]): HTMLDialogElement {
  const close = el('button', { type: 'button', class: 'quiet', onclick: () => window.close() }, say('window.close'));
  const head = el('div', { class: 'window-head' }, el('h2', { id: 'window-title' }, title), close);
  const window = el('dialog', { class: 'window', 'aria-labelledby': 'window-title' }, head, content);
  window.addEventListener('close', () => window.remove());
  document.body.append(window);
  window.showModal();
  return window;
}

/** Pictures of the unit, the newest first: those that are chosen come to the caret. */
export function openLibrary(sheet: Sheet): void {
  const chosen = new Map<string, MediaRow>();
  const grid = el('ul', { class: 'grid' });
  const note = el('p', { class: 'hint', role: 'status' });
  const search = el('input', {
    type: 'search',
    'aria-label': say('library.search'),
    placeholder: say('library.search'),
  });
  const more = el('button', { type: 'button', class: 'secondary wide', hidden: true }, say('library.more'));
  const go = el('button', { type: 'button', class: 'primary wide', disabled: true }, say('library.take', { n: 0 }));
  const mark = () => {
    go.disabled = chosen.size === 0;
    go.textContent = say('library.take', { n: chosen.size });
  };
  let cursor: string | null = null;
  const read = async (from: string | null) => {
    try {
      const q = search.value.trim();
      const page = await listMedia({
        unitId: sheet.draft.unitId,
        state: 'ready',
        ...(q && { q }),
        ...(from && { cursor: from }),
      });
      cursor = page.next;
      const items = page.items.filter((row) => row.cut).map((row) => item(row, chosen, mark));
      if (from === null) show(grid, items);
      else grid.append(...items);
      note.textContent = grid.childElementCount === 0 ? say('library.none') : '';
      more.hidden = cursor === null;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      note.textContent = error.status === 0 ? say('library.needsNetwork') : error.message;
    }
  };
  search.addEventListener('input', () => void read(null));
  more.addEventListener('click', () => void read(cursor));
  const window = openWindow(say('library.title'), search, note, grid, more, el('div', { class: 'window-foot' }, go));
  go.addEventListener('click', () => {
    for (const row of chosen.values()) sheet.library.set(row.id, row);
    sheet.place([...chosen.values()].map(pictureFrom));
    sheet.onlookers?.photos();
    window.close();
  });
  void read(null);
}

const pictureFrom = ({ id, cut, caption, alt, credit }: MediaRow) =>
  pictureOf({ id, cutId: cut?.id ?? null }, { caption, alt, credit });

function item(row: MediaRow, chosen: Map<string, MediaRow>, mark: () => void): HTMLElement {
  const name = row.caption || row.name;
  const box = el('input', {
    type: 'checkbox',
    checked: chosen.has(row.id),
    onchange: () => {
      if (box.checked) chosen.set(row.id, row);
      else chosen.delete(row.id);
      mark();
    },
  });
  const src = cutAddress(row.cut?.id ?? '', '480');
  return el(
    'li',
    {},
    el(
      'label',
      {},
      el('img', { src, alt: '', loading: 'lazy' }),
      el('span', { class: 'grid-name' }, box, el('span', {}, name)),
    ),
  );
}
