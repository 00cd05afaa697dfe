import { newId } from '#lib/id.ts';
import { addMedia } from '#modules/media/media.contract.ts';
import { call } from '../../app/client.ts';
import { isOnline, onConnection } from '../../app/connection.ts';
import { refresh } from '../../app/data.ts';
import { Problem } from '../../app/problem.ts';
import { uploadFile } from '../../app/upload.ts';

export interface QueuedPhoto {
  id: string;
  name: string;
  file: File;
  unitId: string;
  albumId: string | null;
  state: 'waits' | 'sends' | 'takes' | 'done' | 'known' | 'failed';
  /** 0 to 1. */
  share: number;
  reason?: string;
}

/** So many at once: a phone's line is not faster with more. */
const AT_ONCE = 2;

let photos: readonly QueuedPhoto[] = [];
const listeners = new Set<() => void>();

export const queuedPhotos = (): readonly QueuedPhoto[] => photos;
export function onPhotos(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const isOpen = (one: QueuedPhoto) => one.state === 'waits' || one.state === 'sends' || one.state === 'takes';

function change(id: string, set: Partial<QueuedPhoto>): void {
  photos = photos.map((one) => (one.id === id ? { ...one, ...set } : one));
  for (const listener of listeners) listener();
  if (photos.some(isOpen)) window.addEventListener('beforeunload', hold);
  else window.removeEventListener('beforeunload', hold);
}

const hold = (event: BeforeUnloadEvent) => event.preventDefault();

/** Photos go one after the other, also while the person moves to another page; a dead network is waited out. */
export function addPhotos(files: readonly File[], to: { unitId: string; albumId: string | null }): void {
  const more = files.map((file) => ({
    ...to,
    id: newId(),
    name: file.name,
    file,
    state: 'waits' as const,
    share: 0,
  }));
  photos = [...photos, ...more];
  goOn();
}

export function againPhoto(id: string): void {
  change(id, { state: 'waits', share: 0 });
  goOn();
}

/** What is through leaves the list. */
export function clearPhotos(): void {
  photos = photos.filter(isOpen);
  for (const listener of listeners) listener();
}

function goOn(): void {
  const running = photos.filter((one) => one.state === 'sends' || one.state === 'takes').length;
  const next = photos.filter((one) => one.state === 'waits').slice(0, Math.max(0, AT_ONCE - running));
  for (const one of next) {
    change(one.id, { state: 'sends' });
    void bring(one).finally(goOn);
  }
  for (const listener of listeners) listener();
}

async function bring({ id, file, unitId, albumId }: QueuedPhoto): Promise<void> {
  try {
    const fileId = await uploadFile(file, { unitId, onProgress: (share) => change(id, { share }) });
    change(id, { state: 'takes', share: 1 });
    const row = await outlasting(() => call(addMedia, { id, unitId, fileId, albumId }));
    change(id, { state: row.id === id ? 'done' : 'known' });
    await refresh(['/media', '/albums']);
  } catch (error) {
    change(id, { state: 'failed', reason: error instanceof Problem ? error.title : String(error) });
  }
}

/** The same id adds once: where no answer came, the request is simply sent again. */
async function outlasting<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'too-many') await pause(Number(error.params.seconds ?? 1) * 1000);
    else if (error.code === 'offline') await online();
    else throw error;
    return await outlasting(attempt);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function online(): Promise<void> {
  return new Promise((resolve) => {
    // No answer though there is a network: the server starts anew.
    if (isOnline()) return void setTimeout(resolve, 1000);
    const stop = onConnection(() => {
      if (!isOnline()) return;
      stop();
      resolve();
    });
  });
}
