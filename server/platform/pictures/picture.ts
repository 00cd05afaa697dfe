/** A part of a picture in fractions (0 to 1) of the upright original. */
export interface Part {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** One way of showing a picture; parts are named before the turn, which comes last, clockwise. */
export interface Drawing {
  crop: Part | null;
  turn: 0 | 90 | 180 | 270;
  blurred: readonly Part[];
}

/** Why a picture is not taken. */
export type Unfit = 'not-a-picture' | 'type' | 'too-many-pixels' | 'broken' | 'animated';

export const drawnSizes = ['480', '960', '1600', 'jpeg'] as const;
export type DrawnSize = (typeof drawnSizes)[number];

/** A drawn picture, without anything the camera wrote: WebP with this longest side, 'jpeg' a JPEG of 1600. */
export interface Drawn {
  size: DrawnSize;
  bytes: Uint8Array;
  mediaType: 'image/webp' | 'image/jpeg';
  width: number;
  height: number;
}

/** What the original says of itself. */
export interface PictureFacts {
  /** Once the camera's orientation is obeyed. */
  width: number;
  height: number;
  /** RFC 3339; null where the camera says nothing, or something that cannot be. */
  takenAt: string | null;
  /** Whether it says where it was taken. */
  hadPlace: boolean;
  /** Difference hash: 64 bits as a signed decimal number. */
  dhash: string;
}

export interface PictureOrder {
  id: number;
  bytes: Uint8Array;
  drawing: Drawing;
}

export type PictureResult =
  | { ok: true; facts: PictureFacts; drawn: Drawn[]; width: number; height: number }
  | UnfitResult;
type UnfitResult = { ok: false; unfit: Unfit };

/** More pixels than any telephone takes; a picture of one colour with a billion of them weighs 100 KB. */
export const MOST_PIXELS = 60_000_000;
