import { moment } from '#lib/format.ts';
import { Failure } from '../light/api.ts';
import { el, sign } from '../light/dom.ts';
import { spoken } from '../light/words.ts';
import { answered, askedLines } from './choices.ts';
import { makePlan } from './door.ts';
import { linesView } from './form.ts';
import { wholeTalk } from './questions.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

/** Calm words after sending, and what may come next. */
export function doneView(sheet: Sheet): (HTMLElement | null)[] {
  const { whole } = sheet;
  const lines = askedLines(whole);
  const apart = lines.filter((line) => line.state === 'not-ours' || line.state === 'wants-change');
  const looseLines = lines.filter((line) => line.state === 'loose').length;
  const waiting = whole.questions.filter((q) => !q.answered).length;
  const at = lines
    .map((line) => line.answeredAt ?? '')
    .sort()
    .at(-1);
  const may = whole.can.includes('answer');
  return [
    el(
      'section',
      { class: 'card sent', 'aria-labelledby': 'sent' },
      sheet.justSent && rings(),
      el(
        'h2',
        { id: 'sent', tabindex: '-1' },
        sheet.justSent ? say('done.title') : say('done.all', { n: lines.length }),
      ),
      el(
        'p',
        {},
        [sheet.justSent && say('done.all', { n: lines.length }), at && moment(at, Date.now(), spoken())]
          .filter(Boolean)
          .join(' · '),
      ),
      sheet.justSent && sheet.door.byLink && el('p', {}, say('done.thanks', { from: whole.fromUnit })),
      waiting > 0 && el('p', {}, say('done.asked', { n: waiting })),
      sheet.problem && el('p', { class: 'notice danger', role: 'alert' }, sheet.problem),
      may && looseLines > 0 && !sheet.door.byLink && looseNotice(sheet, looseLines),
      el(
        'div',
        { class: 'acts' },
        planButton(sheet),
        may && el('button', { type: 'button', class: 'secondary', onclick: () => sheet.change() }, say('done.change')),
        !sheet.door.byLink && el('a', { class: 'button quiet', href: '/app/viec-duoc-giao' }, say('back')),
      ),
    ),
    apart.length > 0
      ? el(
          'section',
          { class: 'card', 'aria-labelledby': 'apart' },
          el('h2', { id: 'apart' }, say('done.exceptions')),
          el(
            'ul',
            { class: 'plain' },
            apart.map((line) => exception(line.text, line.state, answered(line)?.reason)),
          ),
        )
      : null,
    linesView(sheet, false),
    wholeTalk(sheet),
  ];
}

const exception = (text: string, state: string, reason: string | null | undefined): HTMLElement =>
  el(
    'li',
    {},
    el('p', {}, text),
    el(
      'p',
      { class: 'answer' },
      sign(state === 'not-ours' ? 'no' : 'change'),
      el('span', {}, say(state === 'not-ours' ? 'act.not-ours' : 'act.wants-change'), reason ? `: ${reason}` : ''),
    ),
  );

const looseNotice = (sheet: Sheet, n: number): HTMLElement =>
  el(
    'div',
    { class: 'notice waiting row' },
    el('p', {}, say('done.loose', { n })),
    el('button', { type: 'button', class: 'secondary', onclick: () => sheet.change() }, say('done.add')),
  );

/** The unit's own plan: made once, then opened. */
function planButton(sheet: Sheet): HTMLElement | false {
  const { ownPlanId, can, id } = sheet.whole;
  if (ownPlanId) return el('a', { class: 'button primary', href: `/app/ke-hoach/${ownPlanId}` }, say('done.openPlan'));
  if (!can.includes('make-plan')) return false;
  const make = async () => {
    button.disabled = true;
    try {
      const { planId } = await makePlan(id);
      location.assign(`/app/ke-hoach/${planId}/soan`);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      sheet.problem = error.message;
      sheet.onChange();
    }
  };
  const button = el('button', { type: 'button', class: 'primary', onclick: () => void make() }, say('done.plan'));
  return button;
}

/** The rings of the mark, spreading once. */
function rings(): HTMLElement {
  return el('div', { class: 'rings', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
}
