import { newId } from '#lib/id.ts';
import { getUpload, startUpload, type Upload } from '#platform/files/uploads.contract.ts';
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

const PIECE = 2 * 1024 * 1024;

/**
 * Brings a file to the server piece by piece and returns its id. A dead network is waited out, and the upload goes on
 * where the server says it stands. Throws a Problem where the server refuses.
 */
export async function uploadFile(file: File, { unitId, onProgress, signal }: UploadOptions): Promise<string> {
  const id = newId(Date.now());
  const begin = () => call(startUpload, { id, unitId, name: file.name, bytes: file.size }, { signal });
  let now: Upload = await outlasting(begin, signal);
  while (now.fileId === null) {
    onProgress?.(now.received / Math.max(1, file.size));
    now = await outlasting(() => next(file, now, signal), signal);
  }
  onProgress?.(1);
  return now.fileId;
}

/** Sends the next piece; where the server stands elsewhere than thought, asks it. */
async function next(file: File, { id, received }: Upload, signal?: AbortSignal): Promise<Upload> {
  const address = `/api/uploads/${id}?offset=${received}`;
  try {
    return (await sendBytes('PATCH', address, file.slice(received, received + PIECE), signal)) as Upload;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'uploads.offset') throw error;
    return await call(getUpload, { uploadId: id }, { signal });
  }
}

/** Tries again once the network is back. After a lost reply the server answers with another offset, and we go on from there. */
async function outlasting<T>(attempt: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'offline' || signal?.aborted) throw error;
      await online(signal);
    }
  }
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
