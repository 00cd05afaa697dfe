import type { Box, Recipe } from '#modules/media/media.contract.ts';
import { placeOf } from './box-element.ts';
import type { PictureToolOptions } from './picture-tool.ts';
import { boxBetween, heldInside, LEAST } from './turned.ts';

/** The picture in a frame, with a stage over it that turns with the picture. */
export function stageIn(host: HTMLElement, { src, words }: PictureToolOptions) {
  const make = (parent: HTMLElement, className: string) => {
    const made = parent.appendChild(document.createElement('div'));
    made.className = className;
    return made;
  };
  const root = make(host, 'picture-tool');
  const how = root.appendChild(document.createElement('p'));
  how.className = 'picture-tool-how';
  how.textContent = words.howTo;
  const frame = make(root, 'picture-frame');
  const stage = make(frame, 'picture-stage');
  const picture = stage.appendChild(document.createElement('img'));
  picture.src = src;
  picture.alt = '';
  picture.draggable = false;
  return { root, frame, stage };
}

/** The turned picture fills the frame; a quarter turn changes its sides. */
export function layStage(
  frame: HTMLElement,
  { style }: HTMLElement,
  { width, height }: { width: number; height: number },
  turn: Recipe['turn'],
): void {
  const lying = turn % 180 !== 0;
  const ratio = lying ? height / width : width / height;
  frame.style.aspectRatio = String(ratio);
  frame.style.width = `min(100%, calc(70vh * ${ratio}))`;
  style.width = lying ? `${(width / height) * 100}%` : '100%';
  style.height = lying ? `${(height / width) * 100}%` : '100%';
  style.transform = `translate(-50%, -50%) rotate(${turn}deg)`;
}

/** A mouse or a pen draws a box on a free place; a tap of a finger puts one there, so that the page still scrolls. */
export function drawsNew(stage: HTMLElement, turn: () => Recipe['turn'], add: (box: Box) => void): void {
  stage.addEventListener('pointerdown', (event) => {
    if (event.target !== stage || event.button !== 0) return;
    const from = placeOf(event, stage, turn());
    if (event.pointerType !== 'touch') event.preventDefault();
    const end = (up: PointerEvent) => {
      stage.removeEventListener('pointerup', end);
      stage.removeEventListener('pointercancel', stop);
      const to = placeOf(up, stage, turn());
      const far = Math.abs(to.x - from.x) > LEAST && Math.abs(to.y - from.y) > LEAST;
      if (far && up.pointerType !== 'touch') add(boxBetween(from, to));
      else if (!far) add(heldInside({ x: to.x - 0.08, y: to.y - 0.1, w: 0.16, h: 0.2 }));
    };
    const stop = () => stage.removeEventListener('pointerup', end);
    stage.addEventListener('pointerup', end);
    stage.addEventListener('pointercancel', stop, { once: true });
  });
}
