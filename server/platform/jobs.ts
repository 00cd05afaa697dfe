import { fromKysely, PgBoss } from 'pg-boss';
import type { DomainEvent } from '#lib/event.ts';
import { log } from './log.ts';
import type { Db, Tx } from './tx.ts';

/** What a subscriber gets: addresses, never rows. */
export interface EventNote {
  v: 1;
  event: string;
  auditId: string;
  subjectKind: string;
  subjectId: string;
  unitId: string | null;
  path: string | null;
}

type Handler<T> = (tx: Tx, data: T) => Promise<void>;

interface Queue {
  name: string;
  event: string | null;
  cron: string | null;
  handler: Handler<never>;
  /** Slow or outward work gets the pool, not an open transaction, and must be idempotent by itself. */
  outside: ((db: Db, data: never) => Promise<void>) | null;
}

const queues: Queue[] = [];
let boss: PgBoss | undefined;

const noTx: Handler<never> = async () => {};

/** Declares what happens after an event: its own queue `<event>.<subscriber>`, run in a transaction, retried until it succeeds. */
export const subscribe = (event: string, subscriber: string, handler: Handler<EventNote>): void =>
  add({ name: `${event}.${subscriber}`, event, cron: null, handler: handler as Handler<never>, outside: null });

/** Declares a job by name, run in a transaction. */
export const handle = <T>(name: string, handler: Handler<T>): void =>
  add({ name, event: null, cron: null, handler: handler as Handler<never>, outside: null });

/** Declares a job that does slow or outward work (reading a file, mail) without holding a transaction; it must be idempotent. */
export const handleOutside = <T>(name: string, work: (db: Db, data: T) => Promise<void>): void =>
  add({ name, event: null, cron: null, handler: noTx, outside: work as never });

/** Declares work on a clock (cron expression, Vietnamese time). */
export const onClock = (name: string, cron: string, handler: Handler<null>): void =>
  add({ name, event: null, cron, handler: handler as Handler<never>, outside: null });

function add(queue: Queue): void {
  const at = queues.findIndex((q) => q.name === queue.name);
  if (at >= 0) queues[at] = queue;
  else queues.push(queue);
}

/** Puts a job into the outbox of this transaction: it exists if and only if the write commits. */
export async function enqueue(
  tx: Tx,
  name: string,
  data: object,
  options: { after?: Date; once?: string } = {},
): Promise<void> {
  if (!boss) return;
  await boss.send(name, data, {
    db: fromKysely(tx),
    ...(options.after && { startAfter: options.after }),
    ...(options.once && { singletonKey: options.once }),
  });
}

/** One job per subscriber of the event, in the transaction of the write. */
export async function publish(tx: Tx, event: DomainEvent, auditId: string): Promise<void> {
  const note: EventNote = {
    v: 1,
    event: event.name,
    auditId,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    unitId: event.subject.unitId,
    path: event.subject.path,
  };
  for (const queue of queues) if (queue.event === event.name) await enqueue(tx, queue.name, note);
}

/** Opens the outbox; with `work` also takes jobs. The schema is made by the migration step. */
export async function startJobs(
  connectionString: string,
  db: Db,
  options: { work: boolean; role?: string },
): Promise<{ stop(): Promise<void> }> {
  const instance = new PgBoss({
    connectionString,
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    schedule: options.work,
    supervise: options.work,
    ...(options.role && { options: `-c role=${options.role}` }),
  } as ConstructorParameters<typeof PgBoss>[0]);
  instance.on('error', (err) => log.warn({ err }, 'outbox'));
  await instance.start();
  for (const queue of queues)
    await instance.createQueue(queue.name, { retryLimit: 8, retryDelay: 2, retryBackoff: true, notify: true } as never);
  boss = instance;
  if (options.work) await Promise.all(queues.map((queue) => workOff(instance, db, queue)));
  return {
    async stop() {
      boss = undefined;
      await instance.stop({ graceful: true, timeout: 8_000 });
    },
  };
}

async function workOff(instance: PgBoss, db: Db, queue: Queue): Promise<void> {
  await instance.work(queue.name, { batchSize: 10, pollingIntervalSeconds: 5 }, async (jobs: { data: unknown }[]) => {
    for (const job of jobs) {
      if (queue.outside) await queue.outside(db, job.data as never);
      else await db.transaction().execute((tx) => queue.handler(tx as Tx, job.data as never));
    }
  });
  if (queue.cron) await instance.schedule(queue.name, queue.cron, null, { tz: 'Asia/Ho_Chi_Minh' });
}
