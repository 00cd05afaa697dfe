import { Worker } from 'node:worker_threads';
import type { PlanDocument } from '#lib/plan-document.ts';
import type { PaperFormat, PaperOrder, PaperReply } from './paper-worker.ts';

interface Waiting {
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
}

/** A thread without work this long is let go, and with it some 100 MB; the next paper starts it again. Milliseconds. */
const IDLE = 60_000;

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let rest: NodeJS.Timeout | undefined;
let orders = 0;

/**
 * Writes a paper on a thread of its own. A five-page plan takes about 10 ms as .docx and 30 ms as PDF, a matrix of 500
 * rows 300 ms: too long to keep every other request waiting. The thread also holds the libraries, so that a server at
 * rest is small. It does not keep the process alive while it has nothing to do.
 */
export function pressPaper(format: PaperFormat, plan: PlanDocument): Promise<Uint8Array> {
  const worker = startThread();
  const id = ++orders;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.ref();
    worker.postMessage({ id, format, plan } satisfies PaperOrder);
  });
}

function startThread(): Worker {
  clearTimeout(rest);
  if (thread) return thread;
  const worker = new Worker(new URL('./paper-worker.ts', import.meta.url));
  worker.on('message', (reply: PaperReply) => {
    const order = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('bytes' in reply) order?.resolve(reply.bytes);
    else order?.reject(new Error(`The paper could not be written: ${reply.fault}`));
    if (waiting.size === 0) letRest(worker);
  });
  worker.on('error', (error) => stopped(worker, error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => stopped(worker, new Error('The thread that writes papers has ended')));
  thread = worker;
  return worker;
}

function letRest(worker: Worker): void {
  worker.unref();
  clearTimeout(rest);
  rest = setTimeout(() => {
    if (thread === worker) thread = undefined;
    void worker.terminate();
  }, IDLE);
  rest.unref();
}

/** Orders of a thread that broke down fail; the next order starts a new one. */
function stopped(worker: Worker, error: Error): void {
  if (thread !== worker) return;
  thread = undefined;
  for (const order of waiting.values()) order.reject(error);
  waiting.clear();
}
