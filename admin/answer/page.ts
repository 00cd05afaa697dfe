import { el, show, sign } from '../light/dom.ts';
import { clashView } from './clash.ts';
import { doneView } from './done.ts';
import { barView, formView, linesView, refreshLines } from './form.ts';
import { headView } from './head.ts';
import { wholeTalk } from './questions.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

const RETRY = 20_000;

/** Draws the sheet into `place` and keeps it drawn; sends what waits whenever the network may be back. */
export function openPage(place: HTMLElement, sheet: Sheet): void {
  let drawn = sheet.view;
  sheet.onChange = () => {
    draw(place, sheet, drawn !== sheet.view);
    drawn = sheet.view;
  };
  sheet.onTouch = () => {
    if (sheet.view !== 'form') return;
    place.querySelector('.bar')?.replaceWith(barView(sheet));
    refreshLines(sheet);
  };
  draw(place, sheet, false);
  openAddressed(sheet);
  const flush = () => void sheet.flush();
  addEventListener('online', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') flush();
  });
  setInterval(() => {
    if (navigator.onLine) flush();
  }, RETRY);
  flush();
}

/** A link may name a line behind '#': its form is open. */
function openAddressed(sheet: Sheet): void {
  const id = location.hash.slice(1);
  if (sheet.view !== 'form' || !sheet.whole.lines.some((line) => line.lineId === id)) return;
  sheet.opened.add(id);
  sheet.onChange();
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
}

/** The whole page. Another view begins at its top with its heading; the same one keeps place and focus. */
function draw(place: HTMLElement, sheet: Sheet, another: boolean): void {
  const focused = document.activeElement?.id;
  show(place, queuedNotice(sheet), headView(sheet), ...bodyOf(sheet));
  if (sheet.view === 'form') place.append(barView(sheet));
  if (another) {
    scrollTo(0, 0);
    place.querySelector<HTMLElement>('#sent, #clash, h1')?.focus({ preventScroll: true });
    return;
  }
  const missing = place.querySelector<HTMLElement>('[aria-invalid=true]');
  if (missing) missing.focus();
  else if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function bodyOf(sheet: Sheet): (HTMLElement | null)[] {
  if (sheet.view === 'form') return formView(sheet);
  if (sheet.view === 'clash') return clashView(sheet);
  if (sheet.view === 'done') return doneView(sheet);
  return [linesView(sheet, false), wholeTalk(sheet)];
}

/** "Chưa gửi": always in sight while something waits for the network. */
function queuedNotice(sheet: Sheet): HTMLElement | null {
  const { queued, questions } = sheet.typed;
  if (!queued && questions.length === 0) return null;
  return el(
    'div',
    { class: 'notice waiting queued', role: 'status' },
    el(
      'div',
      {},
      el('p', { class: 'ours' }, sign('unsent'), el('b', {}, say('queued.title'))),
      el('p', {}, say('queued.hint')),
      questions.length > 0 && el('p', {}, say('queued.questions', { n: questions.length })),
    ),
    el('button', { type: 'button', class: 'secondary', onclick: () => void sheet.flush() }, say('queued.now')),
  );
}
