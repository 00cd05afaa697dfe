import { fromKysely, type Job, type JobResult, PgBoss } from 'pg-boss';
import type { DomainEvent } from '#lib/event.ts';
import { log } from './log.ts';
import { observeJob } from './metrics.ts';
import { asRole } from './role-address.ts';
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
type Together = (tx: Tx, notes: readonly EventNote[]) => Promise<void>;
type Outside<T> = (db: Db, data: T) => Promise<void>;

interface Queue {
  name: string;
  event: string | null;
  cron: string | null;
  /** Enqueued by each process that takes jobs, once it can. */
  atStart?: true;
  work: Work;
}

/** In a transaction, alone or many in one; or outside: slow or outward work gets the pool and must be idempotent by itself. */
type Work = { in: Handler<never> } | { together: Together } | { outside: Outside<never> };

const queues: Queue[] = [];
let boss: PgBoss | undefined;

/** Declares what happens after an event: its own queue `<event>.<subscriber>`, run in a transaction, retried until it succeeds. */
export const subscribe = (event: string, subscriber: string, handler: Handler<EventNote>): void =>
  add({ name: `${event}.${subscriber}`, event, cron: null, work: { in: handler } });

/**
 * The same for what comes by the thousand: many jobs in one transaction, so that the subscriber asks the database once for
 * all of them. Where that fails each is done by itself, and one that cannot be done takes none of its neighbours with it.
 */
export const subscribeTogether = (event: string, subscriber: string, together: Together): void =>
  add({ name: `${event}.${subscriber}`, event, cron: null, work: { together } });

/** Declares a job by name, run in a transaction that also marks it as done: its writes happen exactly once. */
export const handle = <T>(name: string, handler: Handler<T>): void =>
  add({ name, event: null, cron: null, work: { in: handler } });

/** Declares a job that does slow or outward work (reading a file, mail) without holding a transaction; it must be idempotent. */
export const handleOutside = <T>(name: string, work: Outside<T>): void =>
  add({ name, event: null, cron: null, work: { outside: work } });

/** Declares work on a clock (cron expression, Vietnamese time), in a transaction. */
export const onClock = (name: string, cron: string, handler: Handler<null>): void =>
  add({ name, event: null, cron, work: { in: handler } });

/** Declares work that each process that takes jobs does once at its start, in a transaction: to go on with what a killed one left. */
export const onStart = (name: string, handler: Handler<null>): void =>
  add({ name, event: null, cron: null, atStart: true, work: { in: handler } });

/** Declares slow or outward work on a clock, without a transaction. */
export const onClockOutside = (name: string, cron: string, work: Outside<null>): void =>
  add({ name, event: null, cron, work: { outside: work } });

function add(queue: Queue): void {
  const at = queues.findIndex((q) => q.name === queue.name);
  if (at >= 0) queues[at] = queue;
  else queues.push(queue);
}

/**
 * Puts a job into the outbox of this transaction: it exists if and only if the write commits. `once` names what the job
 * is about: while one with that name waits, this one takes its place instead of standing beside it. A process that has
 * not opened the outbox (`startJobs`) leaves nothing behind: whoever writes from a command opens it first.
 */
export async function enqueue(
  tx: Tx,
  name: string,
  data: object,
  options: { after?: Date; once?: string } = {},
): Promise<void> {
  if (!boss) return;
  const how = { db: fromKysely(tx), ...(options.after && { startAfter: options.after }) };
  if (options.once) await boss.upsert(name, data, { ...how, singletonKey: options.once });
  else await boss.send(name, data, how);
}

/** One job per subscriber of the event, in the transaction of the write. */
export async function publish(tx: Tx, event: DomainEvent, auditId: string): Promise<void> {
  const note = noteOf(event, auditId);
  for (const queue of queues) if (queue.event === event.name) await enqueue(tx, queue.name, note);
}

/** The same for many events of one name at once: one statement a subscriber, however many they are. */
export async function publishAll(tx: Tx, told: readonly { event: DomainEvent; auditId: string }[]): Promise<void> {
  if (!boss) return;
  for (const [name, all] of Map.groupBy(told, ({ event }) => event.name))
    for (const queue of queues.filter((q) => q.event === name)) {
      const jobs = all.map(({ event, auditId }) => ({ data: noteOf(event, auditId) }));
      await boss.insert(queue.name, jobs, { db: fromKysely(tx) });
    }
}

function noteOf(event: DomainEvent, auditId: string): EventNote {
  const { kind: subjectKind, id: subjectId, unitId, path } = event.subject;
  return { v: 1, event: event.name, auditId, subjectKind, subjectId, unitId, path };
}

/** Opens the outbox; with `work` also takes jobs. The schema is made by the migration step. */
export async function startJobs(
  connectionString: string,
  db: Db,
  options: { work: boolean; role?: string | undefined },
): Promise<{ stop(): Promise<void> }> {
  const instance = new PgBoss({
    connectionString: asRole(connectionString, options.role),
    application_name: 'lantoa jobs',
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: options.work,
    schedule: options.work,
    supervise: options.work,
    // Rebuilding an index is the owner's right, and this connects as an ordinary role.
    reindex: false,
  });
  instance.on('error', warnSometimes());
  await instance.start();
  await createQueues(instance);
  if (options.work) await startWork(instance, db);
  boss = instance;
  if (options.work) for (const { name, atStart } of queues) if (atStart) await instance.send(name, null);
  return {
    // Until the last request is answered its jobs still go into the outbox: the instance stays known while it stops.
    async stop() {
      await instance.stop({ graceful: true, timeout: 8_000 });
      if (boss === instance) boss = undefined;
    },
  };
}

/** Every queue says by itself that the database is away, every few seconds: one line in ten seconds says it as well. */
function warnSometimes(): (err: unknown) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (err) => {
    if (performance.now() - last < 10_000) return;
    last = performance.now();
    log.warn({ err }, 'outbox');
  };
}

/** Waits longer after each failure, up to an hour: a mail server that is down over night loses nothing (about 17 h). */
const retries = { retryLimit: 24, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600 };

/** Whoever works says so: when the process is killed, another one takes it up after a minute, not after a quarter of an hour. */
const alive = { heartbeatSeconds: 30 };

async function createQueues(instance: PgBoss): Promise<void> {
  const known = new Map((await instance.getQueues()).map((queue) => [queue.name, queue.heartbeatSeconds]));
  for (const { name } of queues)
    if (!known.has(name)) await instance.createQueue(name, { ...retries, ...alive, notify: true });
    // Queues of earlier versions did not ask for it.
    else if (!known.get(name)) await instance.updateQueue(name, alive);
}

async function startWork(instance: PgBoss, db: Db): Promise<void> {
  const clocks = new Map(queues.flatMap(({ name, cron }) => (cron ? [[name, cron] as const] : [])));
  // A clock whose job no longer exists would fill a queue that nobody works off.
  for (const { name } of await instance.getSchedules()) if (!clocks.has(name)) await instance.unschedule(name);
  for (const [name, cron] of clocks) await instance.schedule(name, cron, null, { tz: 'Asia/Ho_Chi_Minh' });
  for (const queue of queues) {
    const slow = 'outside' in queue.work;
    const most = slow ? 1 : 'together' in queue.work ? 100 : 10;
    for (let n = 0; n < (slow ? 2 : 1); n++) await startWorker(instance, db, queue, most);
  }
}

async function startWorker(instance: PgBoss, db: Db, queue: Queue, batchSize: number): Promise<void> {
  const how = { batchSize, pollingIntervalSeconds: 5, notifyPollingIntervalSeconds: 10, perJobResults: true } as const;
  const worker = await instance.work<never>(queue.name, how, async (jobs) => {
    const results = await runAll(instance, db, queue, jobs);
    // More may wait than was taken: without a word it would rest for seconds before it looks again.
    instance.notifyWorker(worker);
    return results;
  });
}

async function runAll(instance: PgBoss, db: Db, queue: Queue, jobs: Job<never>[]): Promise<JobResult[]> {
  const { work } = queue;
  const many = 'together' in work && jobs.length > 1;
  const done = many ? await runTogether(instance, db, queue.name, work.together, jobs) : undefined;
  if (done) return done;
  const results: JobResult[] = [];
  // Each job by itself: one that fails takes none of its neighbours with it.
  for (const job of jobs) results.push(await run(instance, db, queue, job));
  return results;
}

/** All in one transaction; undefined where that failed, and nothing was done. */
async function runTogether(
  instance: PgBoss,
  db: Db,
  name: string,
  together: Together,
  jobs: Job<never>[],
): Promise<JobResult[] | undefined> {
  const started = performance.now();
  try {
    await inTransaction(instance, db, name, jobs, (tx) => together(tx, notesOf(jobs)));
  } catch (err) {
    log.warn({ err, job: name, jobs: jobs.length }, 'jobs failed together and are tried one by one');
    return undefined;
  }
  const each = (performance.now() - started) / 1000 / jobs.length;
  for (const _ of jobs) observeJob(name, 'completed', each);
  return jobs.map(({ id }) => ({ id, status: 'completed' }));
}

const notesOf = (jobs: readonly Job<never>[]): EventNote[] => jobs.map((job) => job.data as EventNote);

/** What the jobs write exists if and only if they are marked as done. */
async function inTransaction(
  instance: PgBoss,
  db: Db,
  name: string,
  jobs: Job<never>[],
  write: (tx: Tx) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await write(tx);
    const done: { affected?: number } = await instance.complete(name, jobs, undefined, { db: fromKysely(tx) });
    if (done.affected !== jobs.length) throw new Error('the job was given to somebody else meanwhile');
  });
}

async function run(instance: PgBoss, db: Db, { name, work }: Queue, job: Job<never>): Promise<JobResult> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    if ('outside' in work) await work.outside(db, job.data);
    else
      await inTransaction(instance, db, name, [job], (tx) =>
        'in' in work ? work.in(tx, job.data) : work.together(tx, notesOf([job])),
      );
    observeJob(name, 'completed', seconds());
    return { id: job.id, status: 'completed' };
  } catch (err) {
    log.warn({ err, job: name, id: job.id }, 'job failed and will be tried again');
    observeJob(name, 'failed', seconds());
    return { id: job.id, status: 'failed', output: { message: err instanceof Error ? err.message : String(err) } };
  }
}
