import type { PlanWhole } from '#modules/plans/plans.contract.ts';
import { call } from '../../../app/client.ts';
import { isOnline, onConnection } from '../../../app/connection.ts';
import { refresh } from '../../../app/data.ts';
import { Book } from './book.ts';
import { bringBack, readKept, toKeep, writeKept } from './kept-book.ts';
import { Sender } from './sender.ts';

/** How often the plan is read again while somebody looks at it, so that what colleagues write appears. Milliseconds. */
const LOOK_AGAIN = 20_000;
const KEEP_AFTER = 300;

export interface Desk {
  book: Book;
  sender: Sender;
  /** How many texts kept on this machine came back when the desk was set up. */
  restored: Promise<number>;
  /** The editor is left: what is unsent is sent, or kept until there is a network. */
  leave: () => void;
}

interface Standing extends Desk {
  users: number;
  clear: () => void;
}

/** Desks that stand: one a plan. A desk with unsent text outlives its page and goes on sending. */
const desks = new Map<string, Standing>();

/** The desk of a plan for a person; the same one for outline and matrix. */
export function openDesk(planId: string, whole: PlanWhole, personId: string): Desk {
  const key = `${planId} ${personId}`;
  const desk = desks.get(key) ?? setUp(key, whole, personId);
  desk.users += 1;
  // What was read before may be older than what others have written since.
  void desk.sender.refresh().catch(() => undefined);
  return desk;
}

function setUp(key: string, whole: PlanWhole, personId: string): Standing {
  const book = new Book(whole);
  const sender = new Sender(book, call);
  const keeping = keep(book, personId);
  const restored = readKept(whole.plan.id, personId).then((kept) => (kept ? bringBack(book, kept) : 0));
  const desk: Standing = {
    book,
    sender,
    restored,
    users: 0,
    leave: () => void leave(key, desk),
    clear: () => undefined,
  };
  const stops = [
    book.subscribe(() => {
      keeping.later();
      sender.wake();
    }),
    onConnection(() => {
      if (isOnline()) sender.resume();
    }),
    whenHidden(() => {
      keeping.now();
      void sender.flush();
    }),
    every(LOOK_AGAIN, () => {
      if (desk.users > 0 && document.visibilityState === 'visible' && isOnline())
        void sender.refresh().catch(() => undefined);
    }),
    () => keeping.now(),
    () => sender.stop(),
  ];
  desk.clear = () => {
    for (const stop of stops) stop();
  };
  desks.set(key, desk);
  return desk;
}

async function leave(key: string, desk: Standing): Promise<void> {
  desk.users -= 1;
  await desk.restored;
  await desk.sender.flush();
  void refresh(['/plans', '/home']);
  if (desk.users > 0 || desk.book.unsent().length > 0) return;
  desk.clear();
  desks.delete(key);
}

function keep(book: Book, personId: string) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = false;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    const content = toKeep(book, Date.now());
    // Nothing to keep and nothing kept: the store is left alone.
    if (content || kept) void writeKept(book.plan.id, personId, content);
    kept = content !== null;
  };
  // What an earlier page kept is taken away once it has been sent.
  void readKept(book.plan.id, personId).then((found) => {
    kept ||= found !== undefined;
  });
  // The first word at once, those that follow quickly together: a window may be closed at any moment.
  const later = () => {
    if (timer !== undefined) return;
    now();
    timer = setTimeout(now, KEEP_AFTER);
  };
  return { now, later };
}

function whenHidden(act: () => void): () => void {
  const hidden = () => document.visibilityState === 'hidden' && act();
  document.addEventListener('visibilitychange', hidden);
  return () => document.removeEventListener('visibilitychange', hidden);
}

function every(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  return () => clearInterval(timer);
}
