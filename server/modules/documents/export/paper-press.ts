import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FormDocument, PlanDocument } from '#lib/plan-document.ts';
import type { PaperFormat, PaperOrder, PaperReply, PaperWork } from './paper-process.ts';
import type { Sheet } from './sheet.ts';

interface Waiting {
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
  /** Ends a press that does not come back. */
  deadline: NodeJS.Timeout;
}

/** A press without work this long is let go; the next paper starts it again in about 0.2 s. Milliseconds. */
const IDLE = 60_000;

/** Far above any plan: a matrix of 500 rows takes 0.3 s. Milliseconds. */
const LONGEST = 60_000;

const waiting = new Map<number, Waiting>();
let running: ChildProcess | undefined;
let rest: NodeJS.Timeout | undefined;
let orders = 0;

/**
 * Writes a paper in a process of its own. A five-page plan takes 10 ms as .docx and 30 ms as PDF, a matrix of 500 rows
 * 150 to 300 ms: too long to keep every other request waiting. The libraries and the native compiler (150 MB) are held
 * there too, and go when it goes; a thread was tried and gave nothing back. It does not keep the server alive.
 */
export const pressPaper = (format: PaperFormat, plan: PlanDocument): Promise<Uint8Array> => press({ format, plan });

/** Writes a workbook there too: 1,600 rows of 40 columns take 0.4 s. */
export const pressSheets = (sheets: Sheet[]): Promise<Uint8Array> => press({ format: 'xlsx', sheets });

/** Forms bound in one document, each on a page of its own. */
export const pressForms = (forms: FormDocument[]): Promise<Uint8Array> => press({ format: 'forms', forms });

function press(work: PaperWork): Promise<Uint8Array> {
  const child = startPress();
  const id = ++orders;
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => child.kill('SIGKILL'), LONGEST);
    waiting.set(id, { resolve, reject, deadline });
    child.ref();
    child.channel?.ref();
    child.send({ id, ...work } satisfies PaperOrder);
  });
}

function startPress(): ChildProcess {
  clearTimeout(rest);
  if (running?.connected) return running;
  const child = fork(fileURLToPath(new URL('./paper-process.ts', import.meta.url)), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--max-old-space-size=512'],
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '' },
  });
  child.on('message', (reply: PaperReply) => {
    settle(reply);
    if (waiting.size === 0) letRest(child);
  });
  child.on('error', (error) => stopped(child, error));
  child.on('exit', () => stopped(child, new Error('The process that writes papers has ended')));
  running = child;
  return child;
}

function settle(reply: PaperReply): void {
  const order = waiting.get(reply.id);
  waiting.delete(reply.id);
  clearTimeout(order?.deadline);
  if ('bytes' in reply) order?.resolve(new Uint8Array(reply.bytes));
  else order?.reject(new Error(`The paper could not be written: ${reply.fault}`));
}

function letRest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  clearTimeout(rest);
  rest = setTimeout(() => child.disconnect(), IDLE);
  rest.unref();
}

/** Orders of a press that broke down fail; the next order starts a new one. */
function stopped(child: ChildProcess, error: Error): void {
  if (running !== child) return;
  running = undefined;
  clearTimeout(rest);
  for (const order of waiting.values()) {
    clearTimeout(order.deadline);
    order.reject(error);
  }
  waiting.clear();
}
