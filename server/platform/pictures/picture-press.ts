import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Drawing, PictureOrder, PictureResult } from './picture.ts';
import type { PictureReply } from './picture-process.ts';

/** A press without work this long is let go; the next picture starts it again in about 0.2 s. Milliseconds. */
const IDLE = 60_000;
/** Far above any photo (0.5 s), also on a machine that is busy: the press takes only what requests leave. Milliseconds. */
const LONGEST = 120_000;
/** A photo of 12 megapixels needs 150 MB there. Bytes. */
const MOST_MEMORY = 380 * 1024 * 1024;
/** Milliseconds. */
const LOOK = 100;

let running: ChildProcess | undefined;
let rest: NodeJS.Timeout | undefined;
let orders = 0;
let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a picture and draws it in its four sizes, in a process of its own with low priority, one at a time: `read` is
 * called when it is its turn, so that waiting pictures hold no memory. A picture on which the process breaks down twice,
 * or takes too long, is 'broken'; one that takes too much memory has too many pixels.
 */
export function pressPicture(read: () => Promise<Uint8Array>, drawing: Drawing): Promise<PictureResult> {
  const turn = before.then(async () => {
    const bytes = await read();
    const first = await press(bytes, drawing);
    return first === 'ended' ? await again(bytes, drawing) : first;
  });
  before = turn.catch(() => {});
  return turn;
}

async function again(bytes: Uint8Array, drawing: Drawing): Promise<PictureResult> {
  const second = await press(bytes, drawing);
  return second === 'ended' ? { ok: false, unfit: 'broken' } : second;
}

function press(bytes: Uint8Array, drawing: Drawing): Promise<PictureResult | 'ended'> {
  const child = startPress();
  const id = ++orders;
  return new Promise((resolve) => {
    const end = (answer: PictureResult | 'ended') => {
      clearTimeout(deadline);
      clearInterval(looking);
      child.off('message', hear);
      child.off('exit', gone);
      letRest(child);
      resolve(answer);
    };
    const hear = (reply: PictureReply) => reply.id === id && end(reply.result);
    const gone = () => {
      forget(child);
      end('ended');
    };
    const kill = (unfit: 'broken' | 'too-many-pixels') => {
      forget(child);
      child.kill('SIGKILL');
      end({ ok: false, unfit });
    };
    const deadline = setTimeout(() => kill('broken'), LONGEST);
    const looking = setInterval(async () => {
      if ((await memoryOf(child.pid)) > MOST_MEMORY) kill('too-many-pixels');
    }, LOOK);
    child.on('message', hear);
    child.on('exit', gone);
    child.ref();
    child.channel?.ref();
    child.send({ id, bytes, drawing } satisfies PictureOrder, (error) => error && gone());
  });
}

/** A process that died takes no further order, also while its line still looks open. */
function forget(child: ChildProcess): void {
  if (running === child) running = undefined;
}

/** What a process holds in memory, in bytes; 0 where the machine does not say (it is not Linux) or the process is gone. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(text.split(' ')[1] ?? 0) * 4096;
}

function startPress(): ChildProcess {
  clearTimeout(rest);
  if (running?.connected) return running;
  const child = fork(fileURLToPath(new URL('./picture-process.ts', import.meta.url)), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--max-old-space-size=128'],
    env: {
      PATH: process.env.PATH ?? '',
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
      // One picture at a time: more threads and more arenas only hold memory.
      UV_THREADPOOL_SIZE: '2',
      MALLOC_ARENA_MAX: '2',
    },
  });
  child.on('exit', () => forget(child));
  // A process that could not be started ends its order through `exit`'s neighbour: there is no exit without a start.
  child.on('error', () => child.emit('exit', null, null));
  running = child;
  return child;
}

/** Lets the process go now; the next picture starts it again. */
export function restPress(): void {
  clearTimeout(rest);
  if (running?.connected) running.disconnect();
  running = undefined;
}

function letRest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  clearTimeout(rest);
  rest = setTimeout(restPress, IDLE);
  rest.unref();
}
