import { dayOf, dueIn, longDay, shortDay } from '#lib/format.ts';
import { el, sign } from '../light/dom.ts';
import { spoken } from '../light/words.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

/** Who sends what, until when, and with which words. */
export function headView(sheet: Sheet): HTMLElement {
  const { whole, door } = sheet;
  const { fromUnit, unitName, title, number, symbol, note, sentAt, openedAt } = whole;
  const reference = [number && `${number}/${symbol}`, say('head.sent', { day: shortDay(dayOf(sentAt)) })];
  return el(
    'div',
    { class: 'head' },
    el('p', { class: 'from' }, say('head.from', { from: fromUnit, unit: unitName })),
    el('h1', { tabindex: '-1' }, title),
    el('p', { class: 'muted' }, reference.filter(Boolean).join(' · ')),
    el('div', { class: 'pills' }, modePill(sheet), duePill(sheet), openedAt && pill('done', say('head.opened'))),
    stateWords(sheet),
    note &&
      el('figure', { class: 'note' }, el('figcaption', {}, say('head.note', { from: fromUnit })), el('p', {}, note)),
    !door.byLink && el('p', {}, el('a', { class: 'tall', href: `/app/ke-hoach/${whole.planId}` }, say('head.plan'))),
  );
}

const pill = (look: 'done' | 'due' | 'late', words: string): HTMLElement =>
  el('span', { class: `pill ${look}` }, sign(look), el('span', {}, words));

const modePill = ({ whole }: Sheet) =>
  whole.mode !== 'assign' &&
  el('span', { class: 'pill' }, say(whole.mode === 'inform' ? 'head.inform' : 'head.coordinate'));

/** Marigold only while it waits for the reader. */
function duePill({ whole }: Sheet): HTMLElement | false {
  if (whole.dueOn === null || whole.mode === 'inform' || whole.state === 'done') return false;
  const late = whole.lateDays > 0;
  const day = say('head.due', { day: longDay(whole.dueOn, spoken()) });
  return pill(late ? 'late' : 'due', `${day} · ${dueIn(whole.dueOn, Date.now(), spoken())}`);
}

function stateWords({ whole, view }: Sheet): HTMLElement | null {
  const words =
    whole.planState === 'recalled'
      ? say('head.recalled')
      : whole.planState === 'closed'
        ? say('head.closed')
        : whole.mode === 'inform'
          ? say('inform.all')
          : view === 'read'
            ? say('head.readOnly')
            : null;
  return words === null ? null : el('p', { class: 'notice info' }, words);
}
