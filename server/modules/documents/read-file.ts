import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PlanDraft } from '#lib/plan-draft.ts';
import type { Reading } from './reading/blocks.ts';

export type ReadResult =
  | { ok: true; reading: Reading; draft: PlanDraft }
  | { ok: false; code: string; params: Record<string, string | number> };

/** Hostile or huge files end the child, never the server: half a gigabyte of heap and a minute is far above any real plan. */
const limits = { heapMegabytes: 768, milliseconds: 60_000, replyBytes: 200 * 1024 * 1024 };

/** Reads a file in a child process; whatever happens there comes back as a reading or as a code for people. */
export async function readInChild(bytes: Readable, fileName: string): Promise<ReadResult> {
  const script = path.join(import.meta.dirname, 'reader-process.ts');
  const child = spawn(process.execPath, [`--max-old-space-size=${limits.heapMegabytes}`, script, fileName], {
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
  // A child that refuses early closes its end; that is an answer, not a failure of ours.
  await pipeline(bytes, child.stdin).catch(() => {});
  const code = await ended.finally(() => clearTimeout(timer));
  return code === 0
    ? (JSON.parse(Buffer.concat(chunks).toString('utf8')) as ReadResult)
    : { ok: false, code: 'documents.too-heavy', params: {} };
}
