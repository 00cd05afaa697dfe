import { el, sign } from '../light/dom.ts';
import { askedLines, choiceOf, isAsked, isOpen, type Line, tally, toSend } from './choices.ts';
import { answerNode, lineView } from './line.ts';
import { dayField, ownerField, ownerWords } from './owner.ts';
import { wholeTalk } from './questions.ts';
import type { Sheet } from './sheet.ts';
import { say, type Word } from './words.ts';

/** One owner and one day for everything that says nothing else. */
function commonView(sheet: Sheet): HTMLElement {
  const set = (change: Partial<typeof sheet.typed.common>) => {
    Object.assign(sheet.typed.common, change);
    sheet.touch();
  };
  const { common } = sheet.typed;
  return el(
    'section',
    { class: 'card common', 'aria-labelledby': 'common' },
    el('h2', { id: 'common' }, say('common.title')),
    el('p', { class: 'muted' }, say('common.hint')),
    el(
      'div',
      { class: 'pair' },
      sheet.door.byLink
        ? ownerWords(say('common.owner'), 'common-owner', common.ownerName ?? '', (ownerName) => set({ ownerName }))
        : ownerField(sheet.whole, say('common.owner'), 'common-owner', common, set),
      dayField(say('common.byOn'), 'common-day', common.byOn, (byOn) => set({ byOn })),
    ),
  );
}

/** Over a link: who answers, in words. */
function byView(sheet: Sheet): HTMLElement {
  const { by } = sheet.typed;
  const missing = sheet.missing.has('');
  const box = (key: 'name' | 'title', label: string, autocomplete: string) => {
    const input = el('input', {
      id: `by-${key}`,
      value: by[key],
      maxlength: 90,
      autocomplete,
      'aria-invalid': key === 'name' && missing && 'true',
      'aria-describedby': key === 'name' && missing && 'by-error',
      oninput: () => {
        by[key] = input.value;
        sheet.touch();
      },
    });
    const error = key === 'name' && missing && el('p', { class: 'error', id: 'by-error' }, say('by.required'));
    return el('div', { class: 'field' }, el('label', { for: input.id }, label), input, error);
  };
  return el(
    'section',
    { class: 'card', 'aria-labelledby': 'by' },
    el('h2', { id: 'by' }, say('by.title')),
    el(
      'div',
      { class: 'pair' },
      box('name', say('by.name'), 'name'),
      box('title', say('by.post'), 'organization-title'),
    ),
  );
}

/** What stands above a run of lines: their area, the actor that a duty names, or what kind of line it is. */
const headingOf = (line: Line): string => line.heading ?? say(`part.${line.part}` as Word & `part.${string}`);

/** All lines, in runs under their headings, numbered through. */
export function linesView(sheet: Sheet, editing: boolean, lines: readonly Line[] = sheet.whole.lines): HTMLElement {
  const numbers = new Map(sheet.whole.lines.map((line, at) => [line.lineId, at + 1]));
  const groups: { heading: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const heading = isAsked(line) ? headingOf(line) : say('inform.title');
    const last = groups.at(-1);
    if (last?.heading === heading) last.lines.push(line);
    else groups.push({ heading, lines: [line] });
  }
  return el(
    'section',
    { class: 'lines', 'aria-label': say('lines') },
    groups.map((group) => [
      el('h2', { class: 'heading' }, group.heading),
      el(
        'ol',
        { class: 'card flush' },
        group.lines.map((line) => lineView(sheet, line, numbers.get(line.lineId) ?? 0, editing && isAsked(line))),
      ),
    ]),
  );
}

/** The page while it is being answered; what holds for all is asked only where something is still open. */
export function formView(sheet: Sheet): (HTMLElement | null)[] {
  const open = askedLines(sheet.whole).some((line) => isOpen(line) || line.state === 'loose');
  return [
    open ? commonView(sheet) : null,
    linesView(sheet, true),
    wholeTalk(sheet),
    sheet.door.byLink ? byView(sheet) : null,
  ];
}

/** What is sent in sum, above the one button. */
export function barView(sheet: Sheet): HTMLElement {
  const lines = toSend(sheet.whole, sheet.typed);
  const sum = tally(lines, sheet.typed, !sheet.door.byLink);
  const parts = (['adopt', 'not-ours', 'wants-change'] as const)
    .filter((act) => sum[act] > 0)
    .map((act) => say(`send.${act}`, { n: sum[act] }));
  const loose = sum.loose > 0 && say(sheet.door.byLink ? 'send.looseDay' : 'send.loose', { n: sum.loose });
  const answeredBefore = sheet.whole.answered > 0 && askedLines(sheet.whole).length > lines.length;
  return el(
    'div',
    { class: 'bar' },
    el(
      'div',
      { class: 'bar-in' },
      sheet.problem && el('p', { class: 'notice danger', role: 'alert' }, sheet.problem),
      el(
        'div',
        { class: 'bar-row' },
        el(
          'div',
          { class: 'sum' },
          lines.length === 0
            ? el('p', {}, say('send.nothing'))
            : el(
                'p',
                { class: 'unsent' },
                sign('unsent'),
                el('span', {}, el('b', {}, say('send.unsent')), parts.join(' · ')),
              ),
          loose && el('p', { class: 'hint' }, loose),
        ),
        el(
          'div',
          { class: 'acts' },
          answeredBefore &&
            el('button', { type: 'button', class: 'quiet', onclick: () => void sheet.cancel() }, say('send.cancel')),
          el(
            'button',
            {
              type: 'button',
              id: 'send',
              class: 'primary',
              disabled: lines.length === 0 || sheet.busy,
              onclick: () => void sheet.send(),
            },
            sheet.busy ? say('send.busy') : say('send.act', { n: lines.length }),
          ),
        ),
      ),
    ),
  );
}

/** Answers shown at the lines follow what is chosen for all; the forms themselves stay, with what is being typed. */
export function refreshLines(sheet: Sheet): void {
  for (const line of askedLines(sheet.whole)) {
    const there = document.getElementById(line.lineId);
    there?.classList.toggle('own', sheet.typed.own[line.lineId] !== undefined);
    there?.querySelector('.answer')?.replaceWith(answerNode(sheet, choiceOf(line, sheet.typed)));
  }
}
