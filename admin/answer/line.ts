import { shortDay } from '#lib/format.ts';
import { diffWords } from '#lib/plan-diff.ts';
import type { AnswerAct } from '#modules/cascade/cascade.contract.ts';
import { el, type Sign, sign } from '../light/dom.ts';
import { answered, type Choice, choiceOf, isAsked, type Line } from './choices.ts';
import { dayField, ownerField, ownerName, ownerWords } from './owner.ts';
import { askBox, talkOf } from './questions.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

const actSigns: Record<AnswerAct, Sign> = { adopt: 'done', 'not-ours': 'no', 'wants-change': 'change' };

/** An answer in words: 'Đưa vào kế hoạch đơn vị · Tổ Văn phòng · đến 20/12/2026'. */
export function answerWords(sheet: Sheet, choice: Choice): string {
  if (choice.act !== 'adopt') return [say(`act.${choice.act}`), choice.reason].filter(Boolean).join(': ');
  const inList = sheet.door.byLink ? null : (ownerName(sheet.whole, choice) ?? say('line.noOwner'));
  const owner = choice.ownerName ?? inList;
  const day = choice.byOn ? say('line.until', { day: shortDay(choice.byOn) }) : say('line.noDay');
  return [say('act.adopt'), owner, day].filter(Boolean).join(' · ');
}

export const answerNode = (sheet: Sheet, choice: Choice): HTMLElement =>
  el('p', { class: `answer ${choice.act}` }, sign(actSigns[choice.act]), el('span', {}, answerWords(sheet, choice)));

/** The words of a line and what is countable of it; where an edition changed them, the old ones struck out beside the new. */
function saidText(line: Line): HTMLElement[] {
  const { formerText, formerCounts, text, counts } = line;
  if (formerText === null)
    return [el('p', { class: 'text' }, text), ...(counts ? [el('p', { class: 'counts' }, counts)] : [])];
  return [
    el('p', { class: 'flag' }, sign('change'), el('span', {}, say('line.changed'))),
    el('p', { class: 'text' }, oldAndNew(formerText, text)),
    ...(formerCounts || counts ? [el('p', { class: 'counts' }, oldAndNew(formerCounts ?? '', counts ?? ''))] : []),
  ];
}

const oldAndNew = (before: string, after: string): (string | HTMLElement)[] =>
  diffWords(before, after).map(({ kind, text }) =>
    kind === 'same' ? text : el(kind === 'added' ? 'ins' : 'del', {}, text),
  );

/** One line and its answer; with `editing` it can be opened and changed. */
export function lineView(sheet: Sheet, line: Line, n: number, editing: boolean): HTMLLIElement {
  const { from, choice } = { from: sheet.whole.fromUnit, choice: choiceOf(line, sheet.typed) };
  const shown = editing ? choice : answered(line);
  const open = editing && sheet.opened.has(line.lineId);
  return el(
    'li',
    { id: line.lineId, class: `line${open ? ' open' : ''}${sheet.typed.own[line.lineId] ? ' own' : ''}` },
    el(
      'div',
      { class: 'line-head' },
      el('span', { class: 'n', 'aria-hidden': 'true' }, n),
      el(
        'div',
        { class: 'line-body' },
        saidText(line),
        line.decision &&
          el(
            'p',
            { class: 'flag' },
            sign(line.decision === 'accepted' ? 'done' : 'late'),
            el(
              'span',
              {},
              say(`line.decision.${line.decision}`, { from }),
              line.decisionNote ? `: ${line.decisionNote}` : '',
            ),
          ),
        isAsked(line) && shown && answerNode(sheet, shown),
      ),
      editing && toggle(sheet, line, n, open),
    ),
    open && lineForm(sheet, line, n),
    talkOf(sheet, line.lineId),
  );
}

function toggle(sheet: Sheet, line: Line, n: number, open: boolean): HTMLElement {
  return el(
    'button',
    {
      type: 'button',
      class: 'quiet toggle',
      'aria-expanded': String(open),
      'aria-label': open ? say('line.done') : say('line.changeOf', { n }),
      onclick: () => {
        if (open) sheet.opened.delete(line.lineId);
        else sheet.opened.add(line.lineId);
        redraw(sheet, line, n, open ? '.toggle' : 'input');
      },
    },
    say(open ? 'line.done' : 'line.change'),
  );
}

/** The line alone is drawn anew; the focus goes to where the work goes on. */
function redraw(sheet: Sheet, line: Line, n: number, focus: string): void {
  const there = document.getElementById(line.lineId);
  const next = lineView(sheet, line, n, true);
  there?.replaceWith(next);
  const wanted = next.querySelector<HTMLElement>(`${focus}:checked`) ?? next.querySelector<HTMLElement>(focus);
  wanted?.focus();
}

const acts: readonly AnswerAct[] = ['adopt', 'not-ours', 'wants-change'];

function lineForm(sheet: Sheet, line: Line, n: number): HTMLElement {
  const choice = choiceOf(line, sheet.typed);
  const name = `act ${line.lineId}`;
  const radio = (act: AnswerAct) =>
    el(
      'label',
      { class: 'radio' },
      el('input', {
        type: 'radio',
        name,
        value: act,
        checked: choice.act === act,
        onchange: () => {
          sheet.setLine(line, { act });
          redraw(sheet, line, n, `input[value=${act}]`);
        },
      }),
      sign(actSigns[act]),
      el('span', {}, say(`act.${act}`)),
    );
  return el(
    'div',
    { class: 'line-form' },
    el('fieldset', {}, el('legend', { class: 'unseen' }, say('line.act', { n })), acts.map(radio)),
    choice.act === 'adopt' ? whoAndWhen(sheet, line, choice) : reasonField(sheet, line, choice),
    el(
      'div',
      { class: 'acts' },
      sheet.typed.own[line.lineId] &&
        el(
          'button',
          {
            type: 'button',
            class: 'quiet',
            onclick: () => {
              sheet.resetLine(line);
              sheet.opened.delete(line.lineId);
              redraw(sheet, line, n, '.toggle');
            },
          },
          say('line.reset'),
        ),
    ),
    sheet.mayAsk && askBox(sheet, line.lineId),
  );
}

function whoAndWhen(sheet: Sheet, line: Line, choice: Choice): HTMLElement {
  const id = `owner-${line.lineId}`;
  return el(
    'div',
    { class: 'pair' },
    sheet.door.byLink
      ? ownerWords(say('line.owner'), id, choice.ownerName ?? '', (ownerName) => sheet.setLine(line, { ownerName }))
      : ownerField(sheet.whole, say('line.owner'), id, choice, (owner) => sheet.setLine(line, owner)),
    dayField(say('line.byOn'), `day-${line.lineId}`, choice.byOn, (byOn) => sheet.setLine(line, { byOn })),
  );
}

function reasonField(sheet: Sheet, line: Line, choice: Choice): HTMLElement {
  const id = `reason-${line.lineId}`;
  const missing = sheet.missing.has(line.lineId);
  const box = el('textarea', {
    id,
    rows: 3,
    maxlength: 2000,
    value: sheet.typed.own[line.lineId]?.reason ?? choice.reason ?? '',
    required: true,
    'aria-invalid': missing && 'true',
    'aria-describedby': missing && `${id}-error`,
    oninput: () => {
      sheet.setLine(line, { reason: box.value });
      // What was asked for is there: the sentence has done its work.
      box.removeAttribute('aria-invalid');
      document.getElementById(`${id}-error`)?.remove();
    },
  });
  const label = say(choice.act === 'not-ours' ? 'line.reason.not-ours' : 'line.reason.wants-change');
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label),
    box,
    missing && el('p', { class: 'error', id: `${id}-error` }, say('line.reasonRequired')),
  );
}
