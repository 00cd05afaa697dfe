import type { Readable } from 'node:stream';

/** What is kept of a stream: the sha-256 of its bytes (64 hex digits), which is also its address, and their number. */
export interface Stored {
  readonly sha256: string;
  readonly bytes: number;
}

/** The same with when it was put last: putting known bytes again makes them young again. */
export interface Kept extends Stored {
  readonly storedAt: Date;
}

/**
 * Where bytes live: five functions, nothing about names, owners or rights (the table `files` knows those).
 *
 * A folder is the first implementation (folder-store.ts). One on S3 maps: put = multipart upload under a draft key
 * while hashing, then copy to `<sha256>`; get = GetObject; stat = HeadObject; remove = DeleteObject on condition of
 * Last-Modified; list = ListObjectsV2. Callers may rely on nothing else, so that a store can be changed by copying it.
 */
export interface FileStore {
  /** Takes a whole stream, or nothing: a stream that fails leaves no trace. Durable once this resolves. */
  put(body: AsyncIterable<Uint8Array>): Promise<Stored>;
  /** The bytes as a stream; rejects with MissingContent before the first byte when they are not there. */
  get(sha256: string): Promise<Readable>;
  stat(sha256: string): Promise<Kept | null>;
  /**
   * Removes bytes that were put before `storedBefore`. Whoever puts the same bytes meanwhile keeps them: the answer is
   * then false. Removing what is not there is true as well.
   */
  remove(sha256: string, storedBefore: Date): Promise<boolean>;
  /** Everything that is kept, in no order. Bytes that come or go meanwhile may or may not be listed. */
  list(): AsyncIterable<Kept>;
}

/** A row points at bytes that the store does not have: a lost disk or a restore that went half way. */
export class MissingContent extends Error {
  constructor(sha256: string) {
    super(`content ${sha256} is not in the file store`);
  }
}

let current: FileStore | undefined;

/** Names the store of this process; the app does so at start, a test before it begins. */
export function useFileStore(store: FileStore): void {
  current = store;
}

/** The store of this process. */
export function fileStore(): FileStore {
  if (!current) throw new Error('no file store: useFileStore() was not called');
  return current;
}
