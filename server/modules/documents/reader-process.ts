import { buffer } from 'node:stream/consumers';
import { parsePlan } from './parsing/parse-plan.ts';
import type { ReadResult } from './read-file.ts';
import { Unreadable } from './reading/blocks.ts';
import { readDocument } from './reading/intake.ts';

/** Entry of the child process: bytes on standard input, the result as JSON on standard output. */
async function main(fileName: string): Promise<ReadResult> {
  try {
    const reading = await readDocument(new Uint8Array(await buffer(process.stdin)), fileName);
    return { ok: true, reading, draft: parsePlan(reading) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, code: error.code, params: error.params };
    return { ok: false, code: 'documents.broken', params: {} };
  }
}

process.stdout.write(JSON.stringify(await main(process.argv[2] ?? '')));
