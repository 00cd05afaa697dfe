import type { OutputOf } from '#lib/contract.ts';
import type { getMe } from '#modules/access/access.contract.ts';
import type * as articles from '#modules/articles/articles.contract.ts';
import type { ArticleText } from '#modules/articles/articles.contract.ts';
import type * as assignments from '#modules/articles/assignments.contract.ts';
import type * as checks from '#modules/articles/checks.contract.ts';
import type * as steps from '#modules/articles/steps.contract.ts';
import type * as classes from '#modules/media/classes.contract.ts';
import type * as media from '#modules/media/media.contract.ts';
import type { getUpload, startUpload, Upload } from '#platform/files/uploads.contract.ts';
import { call, Failure, isAway, sendBytes } from '../light/api.ts';
import { bringFile } from '../light/resumable.ts';
import type { Server } from './courier.ts';
import type { Draft } from './draft.ts';
import type { Photo } from './photo.ts';
import { picturesIn } from './pictures.ts';

export type Person = OutputOf<typeof getMe>['person'];
export type Newsroom = OutputOf<typeof articles.getNewsroom>;
export type MediaRow = media.MediaRow;
export type MediaDetail = media.MediaDetail;

export const readMe = () => call<typeof getMe>('GET', '/me', {});
export const readNewsroom = (forUnitId: string | undefined) =>
  call<typeof articles.getNewsroom>('GET', '/articles/newsroom', forUnitId ? { forUnitId } : {});
export const readAssignments = () =>
  call<typeof assignments.listAssignments>('GET', '/article-assignments', { scope: 'mine', state: 'open' });
export const readArticle = (articleId: string) =>
  call<typeof articles.getArticle>('GET', '/articles/:articleId', { articleId });
/** What this person writes, the last moved first. */
export const readMine = () => call<typeof articles.listArticles>('GET', '/articles', { scope: 'mine', limit: 20 });
export const readChecks = (articleId: string) =>
  call<typeof checks.checkArticle>('GET', '/articles/:articleId/checks', { articleId });
export const readSteps = (articleId: string) =>
  call<typeof steps.getSteps>('GET', '/articles/:articleId/steps', { articleId });
export const submit = (articleId: string, contentHash: string, note: string) =>
  call<typeof steps.submitArticle>('POST', '/articles/:articleId/submission', { articleId, contentHash, note });

export const listMedia = (input: { unitId: string; q?: string; ids?: string; cursor?: string; state?: 'ready' }) =>
  call<typeof media.listMedia>('GET', '/media', input);
export const readMedia = (mediaId: string) => call<typeof media.getMedia>('GET', '/media/:mediaId', { mediaId });
export const makeCut = (mediaId: string, id: string, recipe: media.Recipe) =>
  call<typeof media.cutMedia>('POST', '/media/:mediaId/cuts', { mediaId, id, ...recipe });
export const listPupils = (unitId: string, q: string) =>
  call<typeof classes.listPupilsForMarking>('GET', '/pupils-for-marking', q ? { unitId, q } : { unitId });

const PAUSE = 1_500;

/** The server as the courier meets it. `onProgress` is told how far a photo has come. */
export function theServer(onProgress: (photoId: string, share: number) => void, back: () => Promise<void>): Server {
  return {
    begin: ({ id, unitId, teamId, assignmentId }, words) =>
      call<typeof articles.createArticle>('POST', '/articles', { id, unitId, teamId, assignmentId, ...words }),
    save: ({ id }, { key, sitting, version, words }) =>
      call<typeof articles.saveText>(
        'PUT',
        '/articles/:articleId/text',
        { articleId: id, version, sitting, ...words },
        { idempotencyKey: key },
      ),
    upload: (photo, unitId) => bringPhoto(photo, unitId, onProgress, back),
    add: (photo, draft) => addPhoto(photo, draft),
    look: async ({ unitId }, ids) => (await listMedia({ unitId, ids: ids.join(',') })).items,
    sayPeople,
    conflictOf: (error) => (error instanceof Failure ? conflictIn(error) : undefined),
    refusalOf: (error) =>
      error instanceof Failure &&
      !isAway(error) &&
      error.status >= 400 &&
      error.status < 500 &&
      !passing.has(error.code)
        ? sentenceOf(error)
        : undefined,
    isSpent: (error) => error instanceof Failure && error.code === 'idempotency.reused',
    pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE)),
  };
}

/** Refusals that another moment betters: a session that ended, too many writes at once, a key that met other words. */
const passing = new Set(['signed-out', 'too-many', 'idempotency.reused']);

const sentenceOf = ({ fields, message }: Failure): string =>
  Object.keys(fields).length > 0 ? [...new Set(Object.values(fields))].join(' ') : message;

function conflictIn({ code, current }: Failure): ArticleText | undefined {
  if (code !== 'articles.text-conflict' || typeof current !== 'object' || current === null) return undefined;
  return 'text' in current ? (current.text as ArticleText) : (current as ArticleText);
}

async function bringPhoto(
  { id, uploadId, name, blob }: Photo,
  unitId: string,
  onProgress: (photoId: string, share: number) => void,
  back: () => Promise<void>,
): Promise<string> {
  const file = blob ?? new Blob();
  return await bringFile(
    file,
    {
      begin: () => call<typeof startUpload>('POST', '/uploads', { id: uploadId, unitId, name, bytes: file.size }),
      status: () => call<typeof getUpload>('GET', '/uploads/:uploadId', { uploadId }),
      send: async (offset, piece) =>
        (await sendBytes('PATCH', `/api/uploads/${uploadId}?offset=${offset}`, piece)) as Upload,
      isAway,
      codeOf: (error) => (error instanceof Failure ? error.code : undefined),
      back,
    },
    (share) => onProgress(id, share),
  );
}

function addPhoto({ id, fileId }: Photo, { unitId, teamId, words }: Draft): Promise<MediaRow> {
  const { caption = '', alt = '', credit = '' } = picturesIn(words.content).find((one) => one.mediaId === id) ?? {};
  return call<typeof media.addMedia>('POST', '/media', {
    id,
    unitId,
    teamId,
    fileId: fileId ?? '',
    caption,
    alt,
    credit,
  });
}

/** Upon the newest version: what was said here is said of the photo, not upon somebody else's words. */
async function sayPeople({ id, said }: Photo): Promise<void> {
  if (!said) return;
  const { version } = await readMedia(id);
  // A pupil is known by the list of the school; the name beside the id is only for the screen.
  const subjects = said.subjects.map((one) => (one.kind === 'pupil' ? { ...one, name: null } : one));
  await call<typeof media.markPeople>('PUT', '/media/:mediaId/people', { mediaId: id, version, ...said, subjects });
}
