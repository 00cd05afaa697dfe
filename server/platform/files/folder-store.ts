import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { type FileStore, type Kept, MissingContent, type Stored } from './store.ts';

const DAY = 24 * 3600 * 1000;
const DRAFTS = 'incoming';

/**
 * A store in a folder: `<root>/ab/cd/abcd…`. Bytes are written aside, synced and put in place by one rename, so a
 * file under its hash is always whole, also after a power cut. Drafts that a killed process left are dropped here.
 */
export async function folderStore(root: string): Promise<FileStore> {
  await mkdir(path.join(root, DRAFTS), { recursive: true, mode: 0o700 });
  await dropOldDrafts(root);
  return {
    put: (body) => put(root, body),
    get: (sha256) => get(placeOf(root, sha256), sha256),
    stat: (sha256) => look(placeOf(root, sha256), sha256),
    remove: (sha256, storedBefore) => remove(root, sha256, storedBefore),
    list: () => list(root),
  };
}

function placeOf(root: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a sha-256');
  return path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

const draftIn = (root: string): string => path.join(root, DRAFTS, randomUUID());

async function put(root: string, body: AsyncIterable<Uint8Array>): Promise<Stored> {
  const draft = draftIn(root);
  try {
    const stored = await writeDraft(draft, body);
    const place = placeOf(root, stored.sha256);
    const made = await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    // Known bytes are replaced by the same bytes: the new time is what guards them from a removal that runs now.
    await rename(draft, place);
    await syncFolder(path.dirname(place));
    if (made) for (const folder of [path.dirname(path.dirname(place)), root]) await syncFolder(folder);
    return stored;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeDraft(draft: string, body: AsyncIterable<Uint8Array>): Promise<Stored> {
  const file = await open(draft, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of body) {
      hash.update(chunk);
      await writeAll(file, chunk);
      bytes += chunk.byteLength;
    }
    await file.sync();
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength; ) at += (await file.write(chunk, at)).bytesWritten;
}

/** A rename is durable only when its folder is; systems that cannot sync a folder (Windows) do so by themselves. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function get(place: string, sha256: string): Promise<Readable> {
  try {
    return (await open(place, 'r')).createReadStream();
  } catch (error) {
    throw isMissing(error) ? new MissingContent(sha256) : error;
  }
}

async function look(place: string, sha256: string): Promise<Kept | null> {
  try {
    const { size, mtime } = await stat(place);
    return { sha256, bytes: size, storedAt: mtime };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Moved aside first and judged there: a put that comes in between finds the place free, or its own file put back. */
async function remove(root: string, sha256: string, storedBefore: Date): Promise<boolean> {
  const place = placeOf(root, sha256);
  const known = await look(place, sha256);
  if (!known) return true;
  if (known.storedAt >= storedBefore) return false;
  const aside = draftIn(root);
  try {
    await rename(place, aside);
    const { mtime } = await stat(aside);
    if (mtime < storedBefore) return true;
    await link(aside, place).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
    return false;
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function* list(root: string): AsyncGenerator<Kept> {
  for (const first of await foldersIn(root)) {
    if (first === DRAFTS) continue;
    for (const second of await foldersIn(path.join(root, first))) {
      const folder = path.join(root, first, second);
      for (const sha256 of await readdir(folder)) {
        const kept = await look(path.join(folder, sha256), sha256);
        if (kept) yield kept;
      }
    }
  }
}

const foldersIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

async function dropOldDrafts(root: string): Promise<void> {
  const folder = path.join(root, DRAFTS);
  for (const name of await readdir(folder)) {
    const draft = path.join(folder, name);
    // Another process on the same folder may be writing: only what nobody can still be writing goes.
    const age =
      Date.now() -
      (await stat(draft)
        .then((s) => s.mtimeMs)
        .catch(() => Date.now()));
    if (age > DAY) await rm(draft, { force: true });
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
