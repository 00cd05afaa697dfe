import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { parsePlan } from './parsing/parse-plan.ts';
import type { ReadResult, StoryResult } from './read-file.ts';
import { Unreadable } from './reading/blocks.ts';
import { readDocument } from './reading/intake.ts';

/** Entry of the child process: bytes on standard input, the result as JSON on standard output. */
async function main(fileName: string, story: boolean): Promise<ReadResult | StoryResult> {
  try {
    const reading = await readDocument(new Uint8Array(await buffer(process.stdin)), fileName, story);
    return story ? { ok: true, reading } : { ok: true, reading, draft: parsePlan(reading) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, code: error.code, params: error.params };
    return { ok: false, code: 'documents.broken', params: {} };
  }
}

/**
 * A file that keeps the main thread busy for ever is ended by the server, and by this thread once the server is gone:
 * a killed server leaves nothing behind.
 */
function watch(milliseconds: number): void {
  const code = `const parent = ${process.ppid}, until = Date.now() + ${milliseconds};
    setInterval(() => { if (process.ppid !== parent || Date.now() > until) process.kill(process.pid, 'SIGKILL'); }, 500);`;
  new Worker(code, { eval: true }).unref();
}

const [name = '', milliseconds = '60000', mode = 'plan'] = process.argv.slice(2);
watch(Number(milliseconds));
process.stdout.write(JSON.stringify(await main(name, mode === 'story')));
