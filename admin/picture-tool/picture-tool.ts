import type { Box, Recipe } from '#modules/media/media.contract.ts';
import './picture-tool.css';
import { PictureEditor } from './picture-editor.ts';

/** A box drawn on the picture, in fractions of the upright original. */
export interface ToolBox extends Box {
  id: string;
  kind: 'subject' | 'blur';
  /** Shown beside the box. */
  label?: string;
}

export interface PictureToolWords {
  /** Name of the whole thing for those who do not see it. */
  tool: string;
  addBlur: string;
  addSubject: string;
  crop: string;
  wholePicture: string;
  turn: string;
  remove: string;
  undo: string;
  blurBox: string;
  subjectBox: string;
  cropFrame: string;
  /** How boxes are drawn, moved and sized, by pointer and by keyboard. */
  howTo: string;
}

export interface PictureToolOptions {
  /** The upright original, uncropped: an address of ours, or a blob of this device. */
  src: string;
  width: number;
  height: number;
  boxes: readonly ToolBox[];
  crop?: Box | null;
  turn?: Recipe['turn'];
  /** 'cut': crop, turn, blur; 'mark': boxes for who can be known. */
  mode: 'cut' | 'mark';
  words: PictureToolWords;
}

export interface PictureToolValue {
  crop: Box | null;
  turn: Recipe['turn'];
  boxes: ToolBox[];
}

export interface PictureTool {
  value(): PictureToolValue;
  /** Called after each change, also while a box is being dragged. */
  onChange: ((value: PictureToolValue) => void) | undefined;
  /** Brings a box to the front and the keyboard to it. */
  select(id: string): void;
  /** Takes a box away, or gives it another label. */
  remove(id: string): void;
  label(id: string, label: string): void;
  destroy(): void;
}

/** What a tool's value means as a recipe of a cut. */
export const recipeOf = (value: PictureToolValue): Recipe => ({
  crop: value.crop,
  turn: value.turn,
  blurred: value.boxes.filter((box) => box.kind === 'blur').map(({ x, y, w, h }) => ({ x, y, w, h })),
});

/** Opens the tool in `host`: draws the picture with boxes over it that a pointer or the keyboard adds, moves and sizes. */
export const openPictureTool = (host: HTMLElement, options: PictureToolOptions): PictureTool =>
  new PictureEditor(host, options);
