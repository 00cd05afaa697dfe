import { newId } from '#lib/id.ts';
import { Failure } from '../light/api.ts';
import { cutAddress } from '../light/cut-address.ts';
import { el } from '../light/dom.ts';
import { openPictureTool, type PictureTool, recipeOf } from '../picture-tool/picture-tool.ts';
import { openWindow } from './library.ts';
import { type MediaDetail, makeCut, readMedia } from './server.ts';
import type { Sheet } from './sheet.ts';
import { say } from './words.ts';

const LOOK_AGAIN = 800;
const MOST_LOOKS = 30;

/** Crop, turn and blur: makes another cut of the picture, which the text then shows. */
export async function openCut(sheet: Sheet, mediaId: string): Promise<void> {
  const host = el('div', { class: 'tool-host' });
  const note = el('p', { class: 'hint', role: 'status' }, say('cut.loading'));
  const done = el('button', { type: 'button', class: 'primary', disabled: true }, say('cut.done'));
  const covered = el('fieldset', { class: 'people', hidden: true }, el('legend', {}, say('cut.covered')));
  const window = openWindow(say('cut.title'), note, host, covered, el('div', { class: 'window-foot' }, done));
  try {
    const media = await readMedia(mediaId);
    const tool = toolFor(sheet, media, host);
    note.textContent = say('cut.hint');
    done.disabled = false;
    offerCovered(covered, media);
    window.addEventListener('close', () => tool.destroy());
    done.addEventListener('click', () => void finish(sheet, media, tool, { window, note, done, covered }));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    note.textContent = error.status === 0 ? say('cut.needsNetwork') : error.message;
  }
}

/** Begins with what the shown cut has: its crop, its turn, its blurred places. */
function toolFor(sheet: Sheet, { cuts, width, height, subjects, id }: MediaDetail, host: HTMLElement): PictureTool {
  const whole = cuts.find(({ recipe }) => !recipe.crop && recipe.turn === 0 && recipe.blurred.length === 0) ?? cuts[0];
  const shown = cuts.find((cut) => sheet.pictures.some((one) => one.mediaId === id && one.cutId === cut.id));
  const blurred = shown?.recipe.blurred.map((box) => ({ ...box, id: newId(), kind: 'blur' as const })) ?? [];
  const known = subjects.flatMap(({ id: subject, box, name }) =>
    box ? [{ ...box, id: subject, kind: 'subject' as const, ...(name && { label: name }) }] : [],
  );
  return openPictureTool(host, {
    src: cutAddress(whole?.id ?? '', '1600'),
    width: width ?? whole?.width ?? 1,
    height: height ?? whole?.height ?? 1,
    boxes: [...blurred, ...known],
    crop: shown?.recipe.crop ?? null,
    turn: shown?.recipe.turn ?? 0,
    mode: 'cut',
    words: toolWords(),
  });
}

const toolWords = () => ({
  tool: say('cut.tool'),
  addBlur: say('cut.addBlur'),
  addSubject: say('cut.addSubject'),
  crop: say('cut.crop'),
  wholePicture: say('cut.wholePicture'),
  turn: say('cut.turn'),
  remove: say('cut.remove'),
  undo: say('cut.undo'),
  blurBox: say('cut.blurBox'),
  subjectBox: say('cut.subjectBox'),
  cropFrame: say('cut.cropFrame'),
  howTo: say('cut.howTo'),
});

/** Of those without a place in the picture only a person can say that they cannot be known any more. */
function offerCovered(place: HTMLElement, { subjects }: MediaDetail): void {
  const loose = subjects.filter(({ box }) => box === null);
  place.hidden = loose.length === 0;
  for (const { id, name, className, kind } of loose)
    place.append(
      el(
        'label',
        { class: 'radio' },
        el('input', { type: 'checkbox', value: id }),
        el('span', {}, [name, className].filter(Boolean).join(', ') || say(`people.kind.${kind}`)),
      ),
    );
}

interface Parts {
  window: HTMLDialogElement;
  note: HTMLElement;
  done: HTMLButtonElement;
  covered: HTMLElement;
}

async function finish(sheet: Sheet, media: MediaDetail, tool: PictureTool, parts: Parts): Promise<void> {
  const { window, note, done, covered } = parts;
  done.disabled = true;
  note.textContent = say('cut.drawing');
  try {
    const cutId = newId();
    await drawnCut(media.id, cutId, await makeCut(media.id, cutId, recipeOf(tool.value())));
    const chosen = [...covered.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
    if (chosen.length > 0) await sheet.sayCovered(media.id, cutId, chosen);
    sheet.changePicture(media.id, { cutId });
    sheet.onlookers?.photos();
    window.close();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    done.disabled = false;
    note.textContent = error.message;
  }
}

async function drawnCut(mediaId: string, cutId: string, first: MediaDetail): Promise<void> {
  let media = first;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const state = media.cuts.find(({ id }) => id === cutId)?.state;
    if (state === 'ready') return;
    if (state === 'failed') break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    media = await readMedia(mediaId);
  }
  throw new Failure(503, { title: say('cut.failed') });
}
