import { el } from '../light/dom.ts';
import { spoken } from '../light/words.ts';
import type { Words } from './draft.ts';
import type { Newsroom } from './server.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

type TextField = 'title' | 'summary' | 'credit';

export const nameOf = (row: { nameVi: string; nameEn: string }): string =>
  spoken() === 'vi' ? row.nameVi : row.nameEn;

/** A field of words that grows with them; the browser does it by itself where it can. */
function wordsField(sheet: Sheet, name: TextField, max: number, look: { hint?: string; rows: number }): HTMLElement {
  const id = `field-${name}`;
  const input = el('textarea', {
    id,
    rows: look.rows,
    maxlength: max,
    class: `grow ${name}`,
    value: sheet.draft.words[name],
    'aria-describedby': look.hint ? `${id}-hint` : null,
    oninput: () => sheet.set(name, input.value.replace(/\n/g, ' ')),
  });
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, say(`field.${name}`)),
    input,
    look.hint && el('p', { class: 'hint', id: `${id}-hint` }, look.hint),
  );
}

export const titleField = (sheet: Sheet): HTMLElement => wordsField(sheet, 'title', 300, { rows: 1 });
export const summaryField = (sheet: Sheet): HTMLElement =>
  wordsField(sheet, 'summary', 1000, { rows: 2, hint: say('field.summaryHint') });
export const creditField = (sheet: Sheet): HTMLElement =>
  wordsField(sheet, 'credit', 200, { rows: 1, hint: say('field.creditHint') });

/** Words that came from elsewhere stand in the fields, except in the one where somebody is typing them. */
export function refreshFields(sheet: Sheet): void {
  for (const name of ['title', 'summary', 'credit', 'kind', 'language'] as const) {
    const input = document.getElementById(`field-${name}`) as HTMLTextAreaElement | HTMLSelectElement | null;
    const value = sheet.draft.words[name];
    if (input && input.value.trim() !== value) input.value = value;
  }
}

function choice(
  id: string,
  label: string,
  options: readonly { value: string; text: string }[],
  value: string,
  onChange: (value: string) => void,
): HTMLElement {
  const select = el(
    'select',
    { id, onchange: () => onChange(select.value) },
    options.map(({ value: one, text }) => el('option', { value: one }, text)),
  );
  select.value = value;
  return el('div', { class: 'field' }, el('label', { for: id }, label), select);
}

const codeField = (sheet: Sheet, name: 'kind' | 'language', rows: Newsroom['kinds'] | Newsroom['languages']) =>
  choice(
    `field-${name}`,
    say(`field.${name}`),
    rows.map((row) => ({ value: row.code, text: nameOf(row) })),
    sheet.draft.words[name],
    (value) => sheet.set(name, value as Words['kind']),
  );

type Place = Newsroom['places'][number];
const placeKey = ({ unitId, teamId }: Pick<Place, 'unitId' | 'teamId'>): string => `${unitId} ${teamId ?? ''}`;
export const placeName = ({ unitName, teamName }: Place): string => (teamName ? `${teamName}, ${unitName}` : unitName);

/** For whom it is written: chosen until the text is begun on the server, said from then on. */
function placeField(sheet: Sheet, newsroom: Newsroom): HTMLElement | false {
  const { draft } = sheet;
  const here = newsroom.places.find((place) => placeKey(place) === placeKey(draft));
  if (here?.enteredFor) return el('p', { class: 'muted for' }, say('place.instead', { place: placeName(here) }));
  if (draft.base !== null || newsroom.places.length < 2)
    return here ? el('p', { class: 'muted for' }, say('place.for', { place: placeName(here) })) : false;
  const options = newsroom.places.map((place) => ({ value: placeKey(place), text: placeName(place) }));
  return choice('field-place', say('place.label'), options, placeKey(draft), (value) => {
    const [unitId = '', teamId = ''] = value.split(' ');
    sheet.moveTo(unitId, teamId || null);
  });
}

export interface Asked {
  id: string;
  title: string;
  unitId: string;
  teamId: string | null;
  kind: string;
}

/** What the writer was asked for; a text that is begun for it says so from its beginning. */
function assignmentField(sheet: Sheet, asked: readonly Asked[]): HTMLElement | false {
  const { draft } = sheet;
  const chosen = asked.find(({ id }) => id === draft.assignmentId);
  if (draft.base !== null)
    return chosen ? el('p', { class: 'muted for' }, say('asked.for', { title: chosen.title })) : false;
  if (asked.length === 0) return false;
  const options = [
    { value: '', text: say('asked.none') },
    ...asked.map(({ id, title }) => ({ value: id, text: title })),
  ];
  return choice('field-asked', say('asked.label'), options, draft.assignmentId ?? '', (value) =>
    sheet.writeFor(asked.find(({ id }) => id === value) ?? null),
  );
}

/** What kind of text it is, in which language, and for whom. */
export function kindFields(sheet: Sheet, newsroom: Newsroom, asked: readonly Asked[]): HTMLElement {
  return el(
    'section',
    { class: 'kinds', 'aria-label': say('kinds') },
    placeField(sheet, newsroom),
    assignmentField(sheet, asked),
    el(
      'div',
      { class: 'pair two' },
      codeField(sheet, 'kind', newsroom.kinds),
      codeField(sheet, 'language', newsroom.languages),
    ),
  );
}
