import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PlanDraft } from '#lib/plan-draft.ts';
import type { Reading } from './reading/blocks.ts';

export type ReadResult =
  | { ok: true; reading: Reading; draft: PlanDraft }
  | { ok: false; code: string; params: Record<string, string | number> };

/** The same for a text that becomes an article: its blocks with the look of their words, and its pictures. */
export type StoryResult =
  | { ok: true; reading: Reading }
  | { ok: false; code: string; params: Record<string, string | number> };

export interface ReadLimits {
  heapMegabytes: number;
  milliseconds: number;
  replyBytes: number;
}

/** Hostile or huge files end the child, never the server: this is far above what any real plan takes. */
const usual: ReadLimits = { heapMegabytes: 768, milliseconds: 60_000, replyBytes: 200 * 1024 * 1024 };

/**
 * Reads a file in a child process; whatever happens there comes back as a reading or as a code for people. Rejects only
 * where the bytes could not be had: that says nothing about the file, and is worth another try.
 */
export const readInChild = (bytes: Readable, fileName: string, limits: ReadLimits = usual): Promise<ReadResult> =>
  runReader<ReadResult>(bytes, fileName, 'plan', limits);

/** A story with its pictures, in the same way. */
export const readStoryInChild = (bytes: Readable, fileName: string): Promise<StoryResult> =>
  runReader<StoryResult>(bytes, fileName, 'story', usual);

type Refused = Extract<ReadResult, { ok: false }>;

async function runReader<T>(
  bytes: Readable,
  fileName: string,
  mode: 'plan' | 'story',
  limits: ReadLimits,
): Promise<T | Refused> {
  const script = path.join(import.meta.dirname, 'reader-process.ts');
  const heap = `--max-old-space-size=${limits.heapMegabytes}`;
  // Only the ending is told: the list of processes is open to everybody on the machine, and the name may be a secret's.
  const name = `tep${path.extname(fileName)}`;
  const child = spawn(process.execPath, [heap, script, name, `${limits.milliseconds}`, mode], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
    },
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds);
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limits.replyBytes) child.kill('SIGKILL');
    else chunks.push(chunk);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  let lost: unknown;
  bytes.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') lost = error;
  });
  // A child that refuses early closes its end; that is an answer, not a failure of ours.
  await pipeline(bytes, child.stdin).catch(() => {});
  const code = await ended.finally(() => clearTimeout(timer));
  if (lost) throw lost;
  return code === 0
    ? (JSON.parse(storable(Buffer.concat(chunks).toString('utf8'))) as T)
    : { ok: false, code: 'documents.too-heavy', params: {} };
}

/**
 * JSON without what PostgreSQL keeps in no text: NUL and halves of surrogate pairs, which an old .doc may hold. One unit for one, so that spans stay where they are; a backslash that is text is not looked behind.
 */
export const storable = (json: string): string =>
  json.replace(/\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, (found) => (found === '\\\\' ? found : '\ufffd'));
