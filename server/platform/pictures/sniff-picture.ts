import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Metadata } from 'sharp';
import { MOST_PIXELS, type Unfit } from './picture.ts';

/** What the first bytes say, and what the decoder must say as well. */
const accepted: Record<string, Metadata['format']> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heif',
  'image/heif': 'heif',
};

/** A picture that is not taken, with the reason. */
export class UnfitPicture extends Error {
  readonly unfit: Unfit;
  constructor(unfit: Unfit) {
    super(unfit);
    this.unfit = unfit;
  }
}

/** Opens bytes of which `sniffPicture` has said what they are. */
export const openPicture = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });

/**
 * Says what bytes are where both the first bytes and the decoder agree on a kind that is taken; throws UnfitPicture
 * otherwise. Markup that browsers would draw (SVG) has no such first bytes.
 */
export async function sniffPicture(bytes: Uint8Array): Promise<Metadata> {
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  const format = accepted[mime];
  if (!format) throw new UnfitPicture(mime.startsWith('image/') ? 'type' : 'not-a-picture');
  const found = await openPicture(bytes)
    .metadata()
    .catch((error: unknown) => unread(error, format));
  if (found.format !== format) throw new UnfitPicture('type');
  if ((found.pages ?? 1) > 1) throw new UnfitPicture('animated');
  if (found.width * found.height > MOST_PIXELS) throw new UnfitPicture('too-many-pixels');
  return found;
}

/** HEIC is known by its first bytes and read only where the decoder has its patents. */
function unread(error: unknown, format: Metadata['format']): never {
  if (isTooLarge(error)) throw new UnfitPicture('too-many-pixels');
  throw new UnfitPicture(format === 'heif' ? 'type' : 'broken');
}

export const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && /exceeds pixel limit/i.test(error.message);
