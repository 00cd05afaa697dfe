import type { PictureToolWords } from './picture-tool.ts';

export interface ToolBar {
  element: HTMLElement;
  /** What can be done now. */
  show(state: { cropped: boolean; chosen: boolean; undo: boolean }): void;
}

interface Acts {
  add(): void;
  crop(): void;
  whole(): void;
  turn(): void;
  remove(): void;
  undo(): void;
}

/** Buttons above the picture; in 'mark' there is nothing to crop and to turn. */
export function toolBar(mode: 'cut' | 'mark', words: PictureToolWords, acts: Acts): ToolBar {
  const element = document.createElement('div');
  element.className = 'picture-tool-bar';
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', words.tool);
  const button = (label: string, act: () => void) => {
    const made = element.appendChild(document.createElement('button'));
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', act);
    return made;
  };
  button(mode === 'cut' ? words.addBlur : words.addSubject, acts.add);
  const crop = mode === 'cut' ? button(words.crop, acts.crop) : null;
  const whole = mode === 'cut' ? button(words.wholePicture, acts.whole) : null;
  if (mode === 'cut') button(words.turn, acts.turn);
  const remove = button(words.remove, acts.remove);
  const undo = button(words.undo, acts.undo);
  return {
    element,
    show(state) {
      crop?.setAttribute('aria-pressed', String(state.cropped));
      if (whole) whole.disabled = !state.cropped;
      remove.disabled = !state.chosen;
      undo.disabled = !state.undo;
    },
  };
}
