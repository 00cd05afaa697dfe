import type { Picture } from '#lib/article-content.ts';
import type { CallOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
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

type Of = { id: string; personId: string };

/** A photo that was just chosen on this device. */
export const photoOfDevice = (
  { id: articleId, personId }: Of,
  { blob, ...given }: { id: string; name: string; blob: Blob; preview: Blob | null },
): Photo => ({
  ...{ ...given, articleId, personId, bytes: blob.size, blob, uploadId: newId(), fileId: null },
  ...{ state: 'waiting', sentence: null, cutId: null, said: null },
});

/** A picture that is in the library already, of which something is to be said. */
export const photoOfLibrary = (
  { id: articleId, personId }: Of,
  given: { id: string; name: string; cutId: string | null },
): Photo => ({
  ...{ ...given, articleId, personId, bytes: 0, blob: null, preview: null, uploadId: '', fileId: '' },
  ...{ state: 'ready', sentence: null, said: null },
});
