import { el } from '../light/dom.ts';
import { blocksView } from './blocks.ts';
import type { Draft, Theirs } from './draft.ts';
import { type Choice, clashingFields, type FieldName, type Part, partsOf } from './parts.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

/**
 * Two versions of one text, side by side at a desk and one above the other on a phone. Where both changed the same words
 * somebody chooses; what only one of them changed is taken and marked. Until then nothing is thrown away.
 */
export function conflictView(sheet: Sheet, theirs: Theirs): HTMLElement {
  const { draft } = sheet;
  const chosen = new Map<number | FieldName, Choice>();
  const by = theirs.by ?? say('conflict.somebody');
  const go = el(
    'button',
    { type: 'button', class: 'primary', onclick: () => void sheet.settle((part) => chosen.get(part) ?? 'both') },
    say('conflict.go'),
  );
  return el(
    'section',
    { class: 'conflict', 'aria-labelledby': 'conflict' },
    el(
      'div',
      { class: 'notice waiting', role: 'alert' },
      el('h2', { id: 'conflict', tabindex: '-1' }, say('conflict.title', { by })),
      el('p', {}, say('conflict.hint')),
    ),
    fieldsView(draft, theirs, by, chosen),
    contentOf(draft, theirs).map((part, n) => partView(part, n, by, chosen)),
    el('div', { class: 'acts' }, go),
  );
}

const contentOf = ({ base, words }: Draft, theirs: Theirs): Part[] =>
  partsOf((base?.words ?? theirs.words).content.content, words.content.content, theirs.words.content.content);

function fieldsView(
  { base, words }: Draft,
  theirs: Theirs,
  by: string,
  chosen: Map<number | FieldName, Choice>,
): HTMLElement[] {
  const names = clashingFields(base?.words ?? theirs.words, words, theirs.words);
  return names.map((name) =>
    choiceView(
      say(`field.${name}`),
      name,
      { mine: [el('p', {}, words[name])], theirs: [el('p', {}, theirs.words[name])] },
      by,
      chosen,
    ),
  );
}

function partView(part: Part, n: number, by: string, chosen: Map<number | FieldName, Choice>): HTMLElement {
  if (part.by === 'both')
    return choiceView(
      say('conflict.part'),
      n,
      { mine: blocksView(part.mine), theirs: blocksView(part.theirs) },
      by,
      chosen,
    );
  if (part.by === 'nobody')
    return el(
      'details',
      { class: 'same' },
      el('summary', {}, say('conflict.same', { n: part.mine.length })),
      blocksView(part.mine),
    );
  const blocks = part.by === 'theirs' ? part.theirs : part.mine;
  const label =
    part.by === 'mine'
      ? say('conflict.mineOnly')
      : part.by === 'together'
        ? say('conflict.together', { by })
        : say('conflict.theirsOnly', { by });
  return el(
    'div',
    { class: 'taken' },
    el('p', { class: 'hint' }, label),
    blocks.length > 0 ? blocksView(blocks) : el('p', { class: 'hint' }, say('conflict.removed')),
  );
}

interface Versions {
  mine: HTMLElement[];
  theirs: HTMLElement[];
}

/** One place with both versions; both are kept unless one of them is chosen. */
function choiceView(
  title: string,
  key: number | FieldName,
  versions: Versions,
  by: string,
  chosen: Map<number | FieldName, Choice>,
): HTMLElement {
  const radio = (choice: Choice, words: string) =>
    el(
      'label',
      { class: 'radio' },
      el('input', {
        type: 'radio',
        name: `choice-${key}`,
        checked: choice === 'both',
        onchange: () => chosen.set(key, choice),
      }),
      el('span', {}, words),
    );
  const pane = (words: string, content: HTMLElement[]) =>
    el(
      'div',
      { class: 'pane' },
      el('h3', {}, words),
      content.length > 0 ? content : el('p', { class: 'hint' }, say('conflict.removed')),
    );
  return el(
    'fieldset',
    { class: 'card choice-of-two' },
    el('legend', {}, title),
    el(
      'div',
      { class: 'panes' },
      pane(say('conflict.mine'), versions.mine),
      pane(say('conflict.theirs', { by }), versions.theirs),
    ),
    el(
      'div',
      { class: 'radios' },
      radio('mine', say('conflict.takeMine')),
      radio('theirs', say('conflict.takeTheirs', { by })),
      radio('both', say('conflict.takeBoth')),
    ),
  );
}
