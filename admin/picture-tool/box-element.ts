import type { Box, Recipe } from '#modules/media/media.contract.ts';
import { boxBetween, heldInside, originalPlace, originalStep, type Place } from './turned.ts';

export interface BoxElement {
  readonly element: HTMLElement;
  place(box: Box): void;
  name(name: string, shown: string): void;
}

interface BoxOptions {
  className: string;
  /** The stage as it is seen: places are fractions of it. */
  stage: HTMLElement;
  turn(): Recipe['turn'];
  box(): Box;
  changed(box: Box): void;
  /** A pointer or the keyboard begins to change the box: what was before is kept for undo. */
  begun(): void;
  removed(): void;
}

const corners = ['nw', 'ne', 'sw', 'se'] as const;
type Corner = (typeof corners)[number];

/** One step of an arrow key. */
const STEP = 0.01;

/** A place of the pointer in the original. */
export function placeOf(event: PointerEvent, stage: HTMLElement, turn: Recipe['turn']): Place {
  const seen = stage.getBoundingClientRect();
  const at = { x: (event.clientX - seen.left) / seen.width, y: (event.clientY - seen.top) / seen.height };
  return originalPlace(at, turn);
}

/** A box over the picture that a pointer moves, its corners size, and the keyboard does both. */
export function boxElement(options: BoxOptions): BoxElement {
  const element = document.createElement('div');
  element.className = `picture-box ${options.className}`;
  element.tabIndex = 0;
  element.setAttribute('role', 'group');
  const label = element.appendChild(document.createElement('span'));
  label.className = 'picture-box-label';
  for (const corner of corners) {
    const handle = element.appendChild(document.createElement('span'));
    handle.className = `picture-handle picture-handle-${corner}`;
    handle.addEventListener('pointerdown', (event) => drag(event, options, (to) => sized(options.box(), corner, to)));
  }
  element.addEventListener('pointerdown', (event) => {
    const from = placeOf(event, options.stage, options.turn());
    const first = options.box();
    drag(event, options, (to) => heldInside({ ...first, x: first.x + to.x - from.x, y: first.y + to.y - from.y }));
  });
  element.addEventListener('keydown', (event) => press(event, options));
  return {
    element,
    place: (box) => place(element, box),
    name: (name, shown) => {
      element.setAttribute('aria-label', name);
      label.textContent = shown;
    },
  };
}

function place({ style }: HTMLElement, { x, y, w, h }: Box): void {
  style.left = `${x * 100}%`;
  style.top = `${y * 100}%`;
  style.width = `${w * 100}%`;
  style.height = `${h * 100}%`;
}

/** The opposite corner stays. */
function sized(box: Box, corner: Corner, to: Place): Box {
  const x = corner.endsWith('w') ? box.x + box.w : box.x;
  const y = corner.startsWith('n') ? box.y + box.h : box.y;
  return boxBetween({ x, y }, to);
}

function drag(event: PointerEvent, options: BoxOptions, boxAt: (to: Place) => Box): void {
  if (event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation();
  const target = event.currentTarget as HTMLElement;
  target.setPointerCapture(event.pointerId);
  (target.closest('.picture-box') as HTMLElement).focus({ preventScroll: true });
  options.begun();
  const move = (next: PointerEvent) => options.changed(boxAt(placeOf(next, options.stage, options.turn())));
  const end = () => {
    target.removeEventListener('pointermove', move);
    target.removeEventListener('pointerup', end);
    target.removeEventListener('pointercancel', end);
  };
  target.addEventListener('pointermove', move);
  target.addEventListener('pointerup', end);
  target.addEventListener('pointercancel', end);
}

const arrows: Record<string, Place> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** Arrows move; with Shift they make larger and smaller; Delete takes away. */
function press(event: KeyboardEvent, options: BoxOptions): void {
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    options.removed();
    return;
  }
  const arrow = arrows[event.key];
  if (!arrow) return;
  event.preventDefault();
  options.begun();
  const step = originalStep(arrow, options.turn());
  const box = options.box();
  options.changed(
    heldInside(
      event.shiftKey
        ? {
            ...box,
            w: box.w + Math.abs(step.x) * Math.sign(arrow.x + arrow.y),
            h: box.h + Math.abs(step.y) * Math.sign(arrow.x + arrow.y),
          }
        : { ...box, x: box.x + step.x, y: box.y + step.y },
    ),
  );
}
