import { dayOf, longDay } from '#lib/format.ts';
import type { AskedWhole } from '#modules/cascade/cascade.contract.ts';
import { el } from '../light/dom.ts';
import { spoken } from '../light/words.ts';
import type { Common } from './choices.ts';
import { say } from './words.ts';

type Owner = Pick<Common, 'teamId' | 'personId'>;

/** A person counts before the team they are in. */
const keyOfOwner = ({ teamId, personId }: Owner): string => (personId ? `p ${personId}` : teamId ? `t ${teamId}` : '');

function ownerOf(value: string): Owner {
  const [kind, id = ''] = value.split(' ');
  return { teamId: kind === 't' ? id : null, personId: kind === 'p' ? id : null };
}

export function ownerName(whole: AskedWhole, { teamId, personId }: Owner): string | null {
  const person = whole.people.find((p) => p.id === personId);
  const team = whole.teams.find((t) => t.id === teamId);
  // Who only reads is not given the lists; the lines say who was named.
  const line = whole.lines.find((l) => (personId ? l.personId === personId : teamId !== null && l.teamId === teamId));
  return person?.name ?? (personId ? line?.personName : (team?.name ?? line?.teamName)) ?? null;
}

/** Who does it: a team or a person of the unit, in the phone's own list. */
export function ownerField(
  whole: AskedWhole,
  label: string,
  id: string,
  owner: Owner,
  onChange: (owner: Owner) => void,
): HTMLElement {
  const option = (value: string, text: string) => el('option', { value }, text);
  const select = el(
    'select',
    { id, onchange: () => onChange(ownerOf(select.value)) },
    option('', say('owner.none')),
    whole.teams.length > 0 &&
      el(
        'optgroup',
        { label: say('owner.teams') },
        whole.teams.map((team) => option(`t ${team.id}`, team.name)),
      ),
    whole.people.length > 0 &&
      el(
        'optgroup',
        { label: say('owner.people') },
        whole.people.map((p) => option(`p ${p.id}`, p.title ? `${p.name}, ${p.title}` : p.name)),
      ),
  );
  select.value = keyOfOwner(owner);
  return el('div', { class: 'field' }, el('label', { for: id }, label), select);
}

/** Over a link: who does it, in words; left empty it is whoever answers. */
export function ownerWords(
  label: string,
  id: string,
  value: string,
  onChange: (ownerName: string | null) => void,
): HTMLElement {
  const hint = el('p', { class: 'hint', id: `${id}-words` }, say('owner.wordsHint'));
  const input = el('input', {
    id,
    value,
    maxlength: 200,
    'aria-describedby': hint.id,
    oninput: () => onChange(input.value.trim() || null),
  });
  return el('div', { class: 'field' }, el('label', { for: id }, label), input, hint);
}

/** A day, in the phone's own calendar; the words beside it say which weekday that is. */
export function dayField(
  label: string,
  id: string,
  day: string | null,
  onChange: (day: string | null) => void,
): HTMLElement {
  const words = el('p', { class: 'hint', id: `${id}-words` }, day ? longDay(day, spoken()) : '');
  const input = el('input', {
    id,
    type: 'date',
    value: day ?? '',
    min: dayOf(Date.now()),
    max: '2199-12-31',
    'aria-describedby': words.id,
    onchange: () => {
      const typed = input.value || null;
      words.textContent = typed ? longDay(typed, spoken()) : '';
      onChange(typed);
    },
  });
  return el('div', { class: 'field' }, el('label', { for: id }, label), input, words);
}
