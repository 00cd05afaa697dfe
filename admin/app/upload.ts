import { newId } from '#lib/id.ts';
import { getUpload, startUpload, type Upload } from '#platform/files/uploads.contract.ts';
import { bringFile } from '../light/resumable.ts';
import { call, sendBytes } from './client.ts';
import { isOnline, onConnection } from './connection.ts';
import { Problem } from './problem.ts';

export interface UploadOptions {
  /** The unit the file belongs to. */
  unitId: string;
  /** 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/**
 * Brings a file to the server piece by piece and returns its id. A dead network is waited out, and the upload goes on
 * where the server says it stands. Throws a Problem where the server refuses.
 */
export async function uploadFile(file: File, { unitId, onProgress, signal }: UploadOptions): Promise<string> {
  const id = newId(Date.now());
  let wait = 0;
  return await bringFile(
    file,
    {
      begin: () => call(startUpload, { id, unitId, name: file.name, bytes: file.size }, { signal }),
      status: () => call(getUpload, { uploadId: id }, { signal }),
      send: async (offset, piece) =>
        (await sendBytes('PATCH', `/api/uploads/${id}?offset=${offset}`, piece, signal)) as Upload,
      isAway: (error) => {
        if (!(error instanceof Problem) || signal?.aborted) return false;
        // A hundred photos at once are more writes than the server takes from one person in a minute: it says how long to wait.
        wait = error.code === 'too-many' ? Number(error.params.seconds ?? 1) * 1000 : 0;
        return error.code === 'offline' || wait > 0;
      },
      codeOf: (error) => (error instanceof Problem ? error.code : undefined),
      back: () => (wait > 0 ? new Promise((resolve) => setTimeout(resolve, wait)) : online(signal)),
    },
    onProgress,
  );
}

function online(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (isOnline()) return resolve();
    const stop = onConnection(() => {
      if (!isOnline()) return;
      stop();
      resolve();
    });
    signal?.addEventListener('abort', () => {
      stop();
      reject(signal.reason);
    });
  });
}

/** The address of a file to save; with `inline` a PDF opens in the browser. */
export const fileUrl = (fileId: string, inline = false): string => `/api/files/${fileId}${inline ? '?inline=1' : ''}`;
