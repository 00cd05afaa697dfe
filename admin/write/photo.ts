import type { Picture } from '#lib/article-content.ts';
import type { CallOf } from '#lib/contract.ts';
import type { markPeople } from '#modules/media/media.contract.ts';

type Marked = CallOf<typeof markPeople>;
/** Who can be known in a photo, as it was said on this device. */
export type Said = Pick<Marked, 'people' | 'subjects' | 'covered'>;

/** One photo on its way into the library. */
export interface Photo {
  /** Also the id of the picture in the library: begun twice, it is there once. */
  id: string;
  articleId: string;
  personId: string;
  name: string;
  bytes: number;
  /** The photo itself; null once the server has it. */
  blob: Blob | null;
  /** A small one to look at until the server's own cut is there. */
  preview: Blob | null;
  uploadId: string;
  fileId: string | null;
  state: 'waiting' | 'drawing' | 'ready' | 'refused';
  /** Why it was refused. */
  sentence: string | null;
  cutId: string | null;
  said: Said | null;
}

/** What a photo may weigh: said at once, before a byte goes out. */
export const MAX_BYTES = 25 * 1024 * 1024;

export const isOnItsWay = ({ state, said }: Photo): boolean =>
  state === 'waiting' || state === 'drawing' || (state === 'ready' && said !== null);

export const pictureOf = (photo: Pick<Photo, 'id' | 'cutId'>, words: Partial<Picture> = {}): Picture => ({
  mediaId: photo.id,
  cutId: photo.cutId ?? '',
  caption: '',
  credit: '',
  alt: '',
  ...words,
});
