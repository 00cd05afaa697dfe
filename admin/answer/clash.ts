import { el } from '../light/dom.ts';
import type { Clash } from './choices.ts';
import { answerWords } from './line.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

/** Two devices answered the same lines: both answers side by side, what was sent first stays unless chosen otherwise. */
export function clashView(sheet: Sheet): HTMLElement[] {
  const mine = new Set<string>();
  const radios = new Map<string, { theirs: HTMLInputElement; mine: HTMLInputElement }>();
  const all = (which: 'theirs' | 'mine') => {
    for (const [id, pair] of radios) {
      pair[which].checked = true;
      if (which === 'mine') mine.add(id);
      else mine.delete(id);
    }
  };
  const button = (word: 'clash.allTheirs' | 'clash.allMine', which: 'theirs' | 'mine') =>
    el('button', { type: 'button', class: 'secondary', onclick: () => all(which) }, say(word));
  return [
    el(
      'section',
      { class: 'notice waiting', role: 'alert' },
      el('h2', { tabindex: '-1', id: 'clash' }, say('clash.title')),
      el('p', {}, say('clash.hint', { n: sheet.found.length })),
      sheet.found.length > 2 &&
        el('div', { class: 'acts' }, button('clash.allTheirs', 'theirs'), button('clash.allMine', 'mine')),
    ),
    el(
      'ol',
      { class: 'card flush' },
      sheet.found.map((clash) => clashItem(sheet, clash, mine, radios)),
    ),
    el(
      'div',
      { class: 'bar' },
      el(
        'div',
        { class: 'bar-in acts end' },
        el('button', { type: 'button', class: 'primary', onclick: () => void sheet.settle(mine) }, say('clash.go')),
      ),
    ),
  ];
}

function clashItem(
  sheet: Sheet,
  { line, ...both }: Clash,
  mine: Set<string>,
  radios: Map<string, { theirs: HTMLInputElement; mine: HTMLInputElement }>,
): HTMLElement {
  const input = (which: 'theirs' | 'mine') =>
    el('input', {
      type: 'radio',
      name: `clash ${line.lineId}`,
      checked: which === 'theirs',
      onchange: () => (which === 'mine' ? mine.add(line.lineId) : mine.delete(line.lineId)),
    });
  const pair = { theirs: input('theirs'), mine: input('mine') };
  radios.set(line.lineId, pair);
  const choice = (which: 'theirs' | 'mine') =>
    el(
      'label',
      { class: 'radio' },
      pair[which],
      el('span', {}, el('b', {}, say(`clash.${which}`)), el('br'), answerWords(sheet, both[which])),
    );
  return el(
    'li',
    { class: 'line' },
    el('p', { class: 'text' }, line.text),
    el('fieldset', {}, el('legend', { class: 'unseen' }, line.text), choice('theirs'), choice('mine')),
  );
}
