import type { CheckFinding } from '#modules/articles/checks.contract.ts';
import { Failure } from '../light/api.ts';
import { el, show, sign } from '../light/dom.ts';
import { readChecks, readSteps, submit } from './server.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

type Steps = Awaited<ReturnType<typeof readSteps>>;

export const appPage = (articleId: string): string => `/app/bai-viet/${articleId}`;

/** Before a text goes for review: what stands in the way, each with its way out; then the one button. */
export async function openSubmit(place: HTMLElement, sheet: Sheet): Promise<void> {
  const { id } = sheet.draft;
  place.hidden = false;
  place.classList.remove('on-top');
  show(place, el('p', { class: 'hint', role: 'status' }, say('submit.checking')));
  place.scrollIntoView({ block: 'nearest' });
  try {
    if (!(await sheet.send())) return show(place, waitsView(sheet));
    const { contentHash, findings } = await readChecks(id);
    sheet.findings = findings;
    sheet.onlookers?.photos();
    show(place, checksView(place, sheet, contentHash));
    place.querySelector<HTMLElement>('h2')?.focus();
    place.scrollIntoView({ block: 'nearest' });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    show(place, el('p', { class: 'notice danger', role: 'alert' }, error.message));
  }
}

/** It cannot go yet: something is still on this device only, or was refused. */
function waitsView({ draft, photos, online }: Sheet): HTMLElement {
  const refused = draft.refused ?? photos.find(({ state }) => state === 'refused')?.sentence;
  const words = refused ?? say(online ? 'submit.notHome' : 'submit.offline');
  return el('div', { class: `notice ${refused ? 'danger' : 'waiting'}`, role: 'alert' }, el('p', {}, words));
}

function checksView(place: HTMLElement, sheet: Sheet, contentHash: string): HTMLElement[] {
  const stops = sheet.findings.filter(({ severity }) => severity === 'stop');
  const title = stops.length > 0 ? say('submit.stops', { n: stops.length }) : say('submit.ready');
  const note = el('textarea', { id: 'submit-note', rows: 2, maxlength: 2000 });
  const problem = el('p', { class: 'error', role: 'alert' });
  const go = async () => {
    button.disabled = true;
    try {
      await submit(sheet.draft.id, contentHash, note.value.trim());
      await showWay(place, sheet);
      scrollTo(0, 0);
      place.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problem.textContent = error.message;
      button.disabled = false;
    }
  };
  const button = el('button', { type: 'button', class: 'primary', onclick: () => void go() }, say('submit.go'));
  const again = () => void openSubmit(place, sheet);
  return [
    el('h2', { tabindex: '-1' }, title),
    ...(sheet.findings.length > 0
      ? [
          el(
            'ul',
            { class: 'findings' },
            sheet.findings.map((one) => findingView(sheet, one)),
          ),
        ]
      : []),
    ...(stops.length > 0
      ? [el('button', { type: 'button', class: 'secondary', onclick: again }, say('submit.again'))]
      : [
          el('div', { class: 'field' }, el('label', { for: 'submit-note' }, say('submit.note')), note),
          problem,
          button,
        ]),
  ];
}

/** One finding; its button leads to the place it speaks of. */
function findingView(sheet: Sheet, finding: CheckFinding): HTMLElement {
  const { severity, sentence, fix, words } = finding;
  return el(
    'li',
    { class: `notice ${severity === 'stop' ? 'danger' : 'waiting'}` },
    el('p', { class: 'ours' }, sign('late'), el('b', {}, sentence)),
    words && el('p', {}, `“${words}”`),
    el('p', {}, fix),
    el('button', { type: 'button', class: 'secondary', onclick: () => goTo(sheet, finding) }, say('submit.goTo')),
  );
}

function goTo(sheet: Sheet, { code, block, cutId }: CheckFinding): void {
  const picture = cutId && sheet.pictures.find((one) => one.cutId === cutId);
  const field = {
    'no-title': 'field-title',
    'no-summary': 'field-summary',
    'no-credit': 'field-credit',
    'no-author': 'field-credit',
  };
  if (picture) focusOn(`photo-${picture.mediaId}`);
  else if (code in field) focusOn(field[code as keyof typeof field]);
  else if (block !== null) sheet.editor?.goTo(block);
  else focusOn('field-title');
}

export function focusOn(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

/** Where the text is now: its stops as a line, who it waits for, and the page on which decisions are made. */
export async function showWay(place: HTMLElement, sheet: Sheet): Promise<void> {
  const steps = await readSteps(sheet.draft.id).catch(() => undefined);
  if (!steps) return;
  sheet.draft.stage = steps.stage;
  sheet.maySubmit = steps.can.includes('submit');
  await sheet.keep();
  place.hidden = false;
  place.classList.add('on-top');
  for (const button of document.querySelectorAll<HTMLElement>('#submit')) button.hidden = !sheet.maySubmit;
  show(place, wayView(steps));
  sheet.onlookers?.shape();
}

function wayView({ runs, waitsFor, stage, articleId, can }: Steps): HTMLElement[] {
  const run = runs[0];
  const open = run?.state === 'open';
  const isPast = (n: number) => run !== undefined && (n < run.step || run.state === 'approved');
  const returned = run?.state === 'returned' && run.decisions.findLast(({ act }) => act === 'returned');
  const decides = can.some((act) => act === 'approve' || act === 'pass' || act === 'return');
  return [
    el('h2', { tabindex: '-1' }, open ? say('way.inReview') : say(`stage.${stage}`)),
    ...(run
      ? [
          el(
            'ol',
            { class: 'way-line' },
            run.steps.map(({ name }, n) =>
              el(
                'li',
                {
                  class: isPast(n) ? 'past' : n === run.step && open ? 'here' : 'next',
                  'aria-current': n === run.step && open && 'step',
                },
                isPast(n) && sign('done'),
                el('span', {}, name),
              ),
            ),
          ),
        ]
      : []),
    ...(returned
      ? [
          el(
            'figure',
            { class: 'note' },
            el('figcaption', {}, say('way.returnedBy', { name: returned.personName ?? '' })),
            el('p', {}, returned.reason),
          ),
        ]
      : []),
    ...(stage === 'published' ? [el('p', { class: 'muted' }, say('way.live'))] : []),
    ...(open && waitsFor.length > 0
      ? [el('p', { class: 'muted' }, say('way.waitsFor', { names: waitsFor.join(', ') }))]
      : []),
    el('a', { class: 'button secondary', href: appPage(articleId) }, say(decides ? 'way.decide' : 'way.open')),
  ];
}
