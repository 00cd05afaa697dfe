import type { Picture } from '#lib/article-content.ts';
import { newId } from '#lib/id.ts';
import { Failure } from '../light/api.ts';
import { el, show } from '../light/dom.ts';
import type { Said } from './photo.ts';
import { listPupils, readMedia } from './server.ts';
import type { Sheet } from './sheet.ts';
import { mark } from './signs.ts';
import { say } from './words.ts';

type Subject = Said['subjects'][number];
const answers = ['nobody', 'crowd', 'subjects'] as const;

/** Who can be known in the picture: nobody, a crowd, or pupils and others by name. */
export function peopleField(sheet: Sheet, { mediaId, cutId }: Picture): HTMLElement {
  const said = sheet.photo(mediaId)?.said;
  const known = said?.people ?? sheet.library.get(mediaId)?.people ?? 'unsaid';
  const more = el('div', { class: 'who' });
  const hint = el('p', { class: 'hint', hidden: known !== 'unsaid' }, say('people.hint'));
  const openWho = async () => show(more, await whoPart(sheet, mediaId, cutId));
  const radio = (answer: (typeof answers)[number]) =>
    el(
      'label',
      { class: 'radio' },
      el('input', {
        type: 'radio',
        name: `people-${mediaId}`,
        checked: known === answer,
        onchange: () => {
          more.replaceChildren();
          hint.hidden = true;
          if (answer === 'subjects') void openWho();
          else void sheet.sayPeople(mediaId, { people: answer, subjects: [] });
        },
      }),
      el('span', {}, say(`people.${answer}`)),
    );
  if (known === 'subjects')
    more.append(
      el(
        'button',
        { type: 'button', class: 'secondary', onclick: () => void openWho() },
        mark('people'),
        say('people.show'),
      ),
    );
  return el(
    'fieldset',
    { class: 'people' },
    el('legend', {}, say('people.title')),
    el('div', { class: 'radios' }, answers.map(radio)),
    hint,
    more,
  );
}

/** Who was named so far: on this device, else in the library. */
async function subjectsOf(sheet: Sheet, mediaId: string, cutId: string): Promise<Subject[]> {
  const said = sheet.photo(mediaId)?.said;
  if (said || cutId === '') return said?.subjects ?? [];
  const { subjects } = await readMedia(mediaId);
  return subjects.map(({ id, kind, pupilId, name, className, box, adultAgreed }) => ({
    ...{ id, kind, pupilId, box, adultAgreed },
    name: [name, className].filter(Boolean).join(', ') || null,
  }));
}

async function whoPart(sheet: Sheet, mediaId: string, cutId: string): Promise<HTMLElement> {
  try {
    const chosen = await subjectsOf(sheet, mediaId, cutId);
    await listPupils(sheet.draft.unitId, '');
    return whoList(sheet, mediaId, chosen);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return el(
      'p',
      { class: 'notice waiting', role: 'status' },
      error.status === 0 ? say('people.needsNetwork') : error.message,
    );
  }
}

function whoList(sheet: Sheet, mediaId: string, chosen: Subject[]): HTMLElement {
  const list = el('ul', { class: 'chosen', 'aria-label': say('people.chosen') });
  const tell = () => {
    show(list, chosen.map(item));
    void sheet.sayPeople(mediaId, { people: 'subjects', subjects: chosen });
  };
  const item = (subject: Subject) =>
    el(
      'li',
      {},
      el('span', {}, subject.name ?? say(`people.kind.${subject.kind}`)),
      el(
        'button',
        {
          type: 'button',
          class: 'quiet',
          'aria-label': say('people.take', { name: subject.name ?? say(`people.kind.${subject.kind}`) }),
          onclick: () => {
            chosen.splice(chosen.indexOf(subject), 1);
            tell();
          },
        },
        mark('trash'),
      ),
    );
  const add = (subject: Omit<Subject, 'id' | 'box'>) => {
    if (subject.pupilId && chosen.some(({ pupilId }) => pupilId === subject.pupilId)) return;
    chosen.push({ id: newId(), box: null, ...subject });
    tell();
  };
  show(list, chosen.map(item));
  const child = () => add({ kind: 'unknown-child', pupilId: null, name: null, adultAgreed: false });
  return el(
    'div',
    { class: 'who-in' },
    list,
    pupilSearch(sheet, mediaId, (id, name) => add({ kind: 'pupil', pupilId: id, name, adultAgreed: false })),
    adultField(mediaId, (name) => add({ kind: 'adult', pupilId: null, name, adultAgreed: true })),
    el('button', { type: 'button', class: 'secondary', onclick: child }, say('people.addChild')),
  );
}

/** Pupils of the school by name; nothing of the list stays on the device. */
function pupilSearch(sheet: Sheet, mediaId: string, take: (id: string, name: string) => void): HTMLElement {
  const found = el('ul', { class: 'found', 'aria-live': 'polite' });
  const id = `pupils-${mediaId}`;
  let asked = 0;
  const look = async () => {
    const mine = ++asked;
    const page = await listPupils(sheet.draft.unitId, input.value.trim()).catch(() => undefined);
    if (mine !== asked) return;
    const rows = page?.items.slice(0, 8) ?? [];
    show(
      found,
      rows.map((pupil) => {
        const name = `${pupil.name}, ${pupil.className}`;
        const choose = () => take(pupil.id, name);
        return el('li', {}, el('button', { type: 'button', class: 'secondary', onclick: choose }, name));
      }),
      rows.length === 0 && el('li', { class: 'hint' }, page ? say('people.none') : say('people.needsNetwork')),
    );
  };
  const input = el('input', {
    id,
    type: 'search',
    autocomplete: 'off',
    oninput: () => void look(),
    onfocus: () => void look(),
  });
  return el('div', { class: 'field' }, el('label', { for: id }, say('people.pupil')), input, found);
}

function adultField(mediaId: string, take: (name: string) => void): HTMLElement {
  const id = `adult-${mediaId}`;
  const input = el('input', { id, maxlength: 200, autocomplete: 'off' });
  const add = () => {
    const name = input.value.trim();
    if (name === '') return input.focus();
    take(name);
    input.value = '';
  };
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, say('people.adult')),
    el(
      'div',
      { class: 'with-button' },
      input,
      el('button', { type: 'button', class: 'secondary', onclick: add }, say('people.add')),
    ),
    el('p', { class: 'hint' }, say('people.adultHint')),
  );
}
