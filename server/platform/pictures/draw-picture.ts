import sharp, { type Raw } from 'sharp';
import { differenceHash } from './difference-hash.ts';
import type { Drawing, Drawn, DrawnSize, Part, PictureFacts } from './picture.ts';
import { readExif, takenAt } from './read-exif.ts';
import { openPicture, sniffPicture } from './sniff-picture.ts';

const LONGEST = 1600;
const sizes: readonly { size: DrawnSize; longest: number }[] = [
  { size: '1600', longest: 1600 },
  { size: 'jpeg', longest: 1600 },
  { size: '960', longest: 960 },
  { size: '480', longest: 480 },
];

interface Canvas {
  data: Uint8Array;
  raw: Raw;
}

/** Reads and draws one picture; throws UnfitPicture with the reason where it is not taken. */
export async function drawPicture(bytes: Uint8Array, drawing: Drawing, now: Date) {
  const found = await sniffPicture(bytes);
  const { width, height } = found.autoOrient;
  const canvas = await covered(await cropped(bytes, { width, height }, drawing.crop), drawing);
  const drawn: Drawn[] = [];
  for (const one of sizes) drawn.push(await encoded(canvas, drawing.turn, one));
  const exif = found.exif ? readExif(found.exif) : { taken: null, offset: null, place: false };
  const facts: PictureFacts = {
    width,
    height,
    takenAt: takenAt(exif, now),
    hadPlace: exif.place || (found.xmp?.includes('GPSLatitude') ?? false),
    dhash: await hashOf(bytes),
  };
  return { facts, drawn, width: drawn[0]!.width, height: drawn[0]!.height };
}

/** The part that is shown, upright, no larger than the largest size: everything after it works on that. */
async function cropped(bytes: Uint8Array, of: { width: number; height: number }, crop: Part | null): Promise<Canvas> {
  const picture = openPicture(bytes).autoOrient();
  if (crop) picture.extract(pixels(crop, of, Math.round));
  const { data, info } = await picture
    .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

/** A part in whole pixels, inside the picture and never empty. */
function pixels(part: Part, { width, height }: { width: number; height: number }, round: (n: number) => number) {
  const left = Math.min(Math.max(round(part.x * width), 0), width - 1);
  const top = Math.min(Math.max(round(part.y * height), 0), height - 1);
  const right = Math.min(Math.ceil((part.x + part.w) * width), width);
  const bottom = Math.min(Math.ceil((part.y + part.h) * height), height);
  return { left, top, width: Math.max(right - left, 1), height: Math.max(bottom - top, 1) };
}

async function covered(canvas: Canvas, { crop, blurred }: Drawing): Promise<Canvas> {
  const shown = crop ?? { x: 0, y: 0, w: 1, h: 1 };
  const parts = blurred.map((part) => inside(part, shown)).filter((part) => part !== null);
  if (parts.length === 0) return canvas;
  const patches = [];
  for (const part of parts) patches.push(await patchOf(canvas, pixels(part, canvas.raw, Math.floor)));
  const data = await sharp(canvas.data, { raw: canvas.raw }).composite(patches).removeAlpha().raw().toBuffer();
  return { ...canvas, data };
}

/** A part of the original as a part of what is shown of it; null where nothing of it is shown. */
function inside(part: Part, shown: Part): Part | null {
  const [x, y] = [Math.max(part.x, shown.x), Math.max(part.y, shown.y)];
  const [w, h] = [Math.min(part.x + part.w, shown.x + shown.w) - x, Math.min(part.y + part.h, shown.y + shown.h) - y];
  if (w <= 0 || h <= 0) return null;
  return { x: (x - shown.x) / shown.w, y: (y - shown.y) / shown.h, w: w / shown.w, h: h / shown.h };
}

/** So many averages remain along the longer side of a covered part: nothing of a face, and no method brings back more. */
const CELLS = 5;

async function patchOf(canvas: Canvas, at: ReturnType<typeof pixels>) {
  const cell = Math.max(at.width, at.height) / CELLS;
  const count = (side: number) => Math.max(1, Math.round(side / cell));
  const few = await sharp(canvas.data, { raw: canvas.raw })
    .extract(at)
    .resize(count(at.width), count(at.height), { fit: 'fill', kernel: 'mitchell' })
    .raw()
    .toBuffer();
  const raw = { width: count(at.width), height: count(at.height), channels: canvas.raw.channels };
  const input = await sharp(few, { raw })
    .resize(at.width, at.height, { fit: 'fill', kernel: 'cubic' })
    .blur(Math.max(cell / 3, 0.5))
    .raw()
    .toBuffer();
  return {
    input,
    raw: { width: at.width, height: at.height, channels: canvas.raw.channels },
    left: at.left,
    top: at.top,
  };
}

async function encoded(
  { data, raw }: Canvas,
  turn: Drawing['turn'],
  { size, longest }: (typeof sizes)[number],
): Promise<Drawn> {
  const picture = sharp(data, { raw })
    .rotate(turn)
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true });
  const made = size === 'jpeg' ? picture.jpeg({ quality: 84 }) : picture.webp({ quality: 75 });
  const { data: bytes, info } = await made.toBuffer({ resolveWithObject: true });
  return {
    size,
    bytes,
    mediaType: size === 'jpeg' ? 'image/jpeg' : 'image/webp',
    width: info.width,
    height: info.height,
  };
}

const hashOf = async (bytes: Uint8Array): Promise<string> =>
  differenceHash(
    await openPicture(bytes)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize(9, 8, { fit: 'fill' })
      .raw()
      .toBuffer(),
  );
