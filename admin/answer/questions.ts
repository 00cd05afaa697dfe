import { el, sign } from '../light/dom.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

/** What was asked and answered about a line (null: the plan as a whole): public answers, and what the unit still waits for. */
export function talkOf(sheet: Sheet, lineId: string | null): HTMLElement | null {
  const { answers, questions } = sheet.whole;
  const kept = sheet.typed.questions.filter((q) => q.lineId === lineId);
  const asked = questions.filter((q) => q.lineId === lineId && !q.answered);
  const said = answers.filter((a) => a.lineId === lineId);
  if (kept.length + asked.length + said.length === 0) return null;
  return el(
    'div',
    { class: 'talk' },
    said.map((a) =>
      el(
        'div',
        { class: 'qa' },
        el('p', {}, el('b', {}, `${say('ask.question')}: `), a.question),
        el('p', {}, el('b', {}, `${say('ask.answer')}: `), a.answer),
      ),
    ),
    asked.map((q) => ours(q.text, say('ask.waiting'))),
    kept.map((q) => ours(q.text, say('ask.unsent'))),
  );
}

const ours = (text: string, state: string): HTMLElement =>
  el(
    'p',
    { class: 'ours' },
    sign('ask'),
    el('span', {}, el('b', {}, `${say('ask.ours')}: `), text, el('span', { class: 'tag' }, state)),
  );

/** At the end of the page: what was asked and answered about the plan as a whole, and where to ask. */
export function wholeTalk(sheet: Sheet): HTMLElement | null {
  const talk = talkOf(sheet, null);
  if (!talk && !sheet.mayAsk) return null;
  return el('section', { class: 'card', 'aria-label': say('ask.whole') }, talk, sheet.mayAsk && askBox(sheet, null));
}

/** "Hỏi Văn phòng": folded away until it is needed. */
export function askBox(sheet: Sheet, lineId: string | null): HTMLElement {
  const key = lineId ?? '';
  const id = `ask-${key || 'whole'}`;
  const send = el('button', { type: 'button', class: 'secondary', onclick: () => void submit() }, say('ask.send'));
  const box = el('textarea', {
    id,
    rows: 3,
    maxlength: 2000,
    value: sheet.typed.asking[key] ?? '',
    'aria-describedby': `${id}-hint`,
    oninput: () => {
      sheet.typed.asking[key] = box.value;
      sheet.touch();
    },
  });
  const submit = async () => {
    if (box.value.trim() === '') return box.focus();
    send.disabled = true;
    await sheet.ask(lineId, box.value);
  };
  return el(
    'details',
    { class: 'ask', open: Boolean(sheet.typed.asking[key]) },
    el('summary', {}, sign('ask'), say(lineId === null ? 'ask.whole' : 'ask.title')),
    el(
      'div',
      { class: 'field' },
      el('label', { for: id }, say('ask.text')),
      box,
      el('p', { class: 'hint', id: `${id}-hint` }, say('ask.hint')),
    ),
    send,
  );
}
