import type { Upload } from '#platform/files/uploads.contract.ts';

/** How a page speaks with the server while it brings a file there. */
export interface UploadLine {
  begin(): Promise<Upload>;
  status(): Promise<Upload>;
  send(offset: number, piece: Blob): Promise<Upload>;
  /** No answer at all, or one that another try may better. */
  isAway(error: unknown): boolean;
  /** The stable code of a refusal. */
  codeOf(error: unknown): string | undefined;
  /** Resolves once it is worth trying again; rejects where the upload was given up. */
  back(): Promise<void>;
}

const PIECE = 2 * 1024 * 1024;

/**
 * Brings bytes to the server piece by piece and returns the file's id. A dead network is waited out, and the upload goes
 * on where the server says it stands; `onProgress` is told the share that is safe there, 0 to 1.
 */
export async function bringFile(file: Blob, line: UploadLine, onProgress?: (share: number) => void): Promise<string> {
  let now = await outlasting(line.begin, line);
  while (now.fileId === null) {
    onProgress?.(now.received / Math.max(1, file.size));
    const { received } = now;
    now = await outlasting(() => next(file, received, line), line);
  }
  onProgress?.(1);
  return now.fileId;
}

/** Sends the next piece; where the server stands elsewhere than thought, asks it. */
async function next(file: Blob, received: number, line: UploadLine): Promise<Upload> {
  try {
    return await line.send(received, file.slice(received, received + PIECE));
  } catch (error) {
    if (line.codeOf(error) !== 'uploads.offset') throw error;
    return await line.status();
  }
}

/** Tries again once the network is back. After a lost reply the server answers with another offset, and we go on from there. */
async function outlasting<T>(attempt: () => Promise<T>, line: UploadLine): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!line.isAway(error)) throw error;
      await line.back();
    }
  }
}
