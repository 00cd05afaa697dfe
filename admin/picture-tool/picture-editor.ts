import { newId } from '#lib/id.ts';
import type { Box } from '#modules/media/media.contract.ts';
import { type BoxElement, boxElement } from './box-element.ts';
import type { PictureTool, PictureToolOptions, PictureToolValue, PictureToolWords, ToolBox } from './picture-tool.ts';
import { drawsNew, layStage, stageIn } from './stage.ts';
import { type ToolBar, toolBar } from './tool-bar.ts';
import { heldInside, nextTurn } from './turned.ts';

const CROP = 'crop';
const MOST_UNDO = 100;

type Drawn = Box & { id: string; kind: ToolBox['kind'] | 'crop'; label?: string };

/** Holds what is drawn and what was before, and keeps the elements in line with it. */
export class PictureEditor implements PictureTool {
  onChange: ((value: PictureToolValue) => void) | undefined;
  readonly #options: PictureToolOptions;
  readonly #parts: ReturnType<typeof stageIn>;
  readonly #bar: ToolBar;
  readonly #before: PictureToolValue[] = [];
  readonly #elements = new Map<string, BoxElement>();
  #state: PictureToolValue;
  #chosen: string | null = null;

  constructor(host: HTMLElement, options: PictureToolOptions) {
    this.#options = options;
    const boxes = options.boxes.map((box) => ({ ...box }));
    this.#state = { crop: options.crop ?? null, turn: options.turn ?? 0, boxes };
    this.#parts = stageIn(host, options);
    this.#bar = toolBar(options.mode, options.words, {
      add: () => this.#add(freePlace(this.#state)),
      crop: () => this.#crop(),
      whole: () => this.#change({ ...this.#state, crop: null }),
      turn: () => this.#change({ ...this.#state, turn: nextTurn(this.#state.turn) }),
      remove: () => this.#chosen && this.remove(this.#chosen),
      undo: () => this.#undo(),
    });
    this.#parts.root.prepend(this.#bar.element);
    drawsNew(
      this.#parts.stage,
      () => this.#state.turn,
      (box) => this.#add(box),
    );
    this.#draw();
  }

  value(): PictureToolValue {
    return structuredClone(this.#state);
  }

  select(id: string): void {
    this.#elements.get(id)?.element.focus({ preventScroll: true });
  }

  remove(id: string): void {
    if (this.#chosen === id) this.#chosen = null;
    const boxes = this.#state.boxes.filter((box) => box.id !== id);
    this.#change(id === CROP ? { ...this.#state, crop: null } : { ...this.#state, boxes });
  }

  label(id: string, label: string): void {
    const boxes = this.#state.boxes.map((box) => (box.id === id ? { ...box, label } : box));
    this.#set({ ...this.#state, boxes });
  }

  destroy(): void {
    this.#parts.root.remove();
  }

  #keep(): void {
    this.#before.push(this.value());
    if (this.#before.length > MOST_UNDO) this.#before.shift();
  }

  #set(next: PictureToolValue): void {
    this.#state = next;
    this.#draw();
    this.onChange?.(this.value());
  }

  #change(next: PictureToolValue): void {
    this.#keep();
    this.#set(next);
  }

  #undo(): void {
    const last = this.#before.pop();
    if (last) this.#set(last);
  }

  #add(box: Box): void {
    const id = newId();
    const kind = this.#options.mode === 'cut' ? 'blur' : 'subject';
    this.#change({ ...this.#state, boxes: [...this.#state.boxes, { ...box, id, kind }] });
    this.select(id);
  }

  #crop(): void {
    if (this.#state.crop === null) this.#change({ ...this.#state, crop: { x: 0.1, y: 0.1, w: 0.8, h: 0.8 } });
    this.select(CROP);
  }

  #put(id: string, box: Box): void {
    const boxes = this.#state.boxes.map((one) => (one.id === id ? { ...one, ...box } : one));
    this.#set(id === CROP ? { ...this.#state, crop: box } : { ...this.#state, boxes });
  }

  #all(): Drawn[] {
    const { crop, boxes } = this.#state;
    return crop ? [{ ...crop, id: CROP, kind: 'crop' }, ...boxes] : [...boxes];
  }

  #elementOf({ id, kind }: Drawn): BoxElement {
    const made = boxElement({
      className: `picture-box-${kind}`,
      stage: this.#parts.stage,
      turn: () => this.#state.turn,
      box: () => this.#all().find((one) => one.id === id) ?? { x: 0, y: 0, w: 1, h: 1 },
      changed: (box) => this.#put(id, box),
      begun: () => this.#keep(),
      removed: () => this.remove(id),
    });
    made.element.addEventListener('focus', () => {
      this.#chosen = id;
      this.#draw();
    });
    this.#parts.stage.append(made.element);
    this.#elements.set(id, made);
    return made;
  }

  #draw(): void {
    const all = this.#all();
    for (const [id, made] of this.#elements)
      if (!all.some((box) => box.id === id)) {
        made.element.remove();
        this.#elements.delete(id);
      }
    let number = 0;
    for (const box of all) {
      if (box.kind !== 'crop') number++;
      const made = this.#elements.get(box.id) ?? this.#elementOf(box);
      made.place({ x: box.x, y: box.y, w: box.w, h: box.h });
      made.name(nameOf(box, number, this.#options.words), box.kind === 'subject' ? box.label || String(number) : '');
    }
    layStage(this.#parts.frame, this.#parts.stage, this.#options, this.#state.turn);
    const chosen = this.#chosen !== null && this.#elements.has(this.#chosen);
    this.#bar.show({ cropped: this.#state.crop !== null, chosen, undo: this.#before.length > 0 });
  }
}

function nameOf(box: { kind: string; label?: string }, number: number, words: PictureToolWords): string {
  if (box.kind === 'crop') return words.cropFrame;
  const kind = box.kind === 'blur' ? words.blurBox : words.subjectBox;
  return box.label ? `${kind}: ${box.label}` : `${kind} ${number}`;
}

/** A box of a usual size in the middle, a little further for each that is there. */
function freePlace({ boxes }: PictureToolValue): Box {
  const shift = (boxes.length % 5) * 0.05;
  return heldInside({ x: 0.35 + shift, y: 0.3 + shift, w: 0.2, h: 0.25 });
}
