import type { CallOf, Endpoint, OutputOf } from '#lib/contract.ts';
import { deleteLine, editPlan, getPlan, type PlanLine, putLine } from '#modules/plans/plans.contract.ts';
import { Problem } from '../../../app/problem.ts';
import { type Book, HEADER, headerShape, knownHeader, knownLine, type LineEntry, lineShape } from './book.ts';
import { isBlank } from './content.ts';
import { acknowledged, leaving } from './entry.ts';
import { changeEntry, failed, settled } from './failures.ts';
import { same } from './merge.ts';

export type Call = <E extends Endpoint>(endpoint: E, input: CallOf<E>) => Promise<OutputOf<E>>;

/** After a server that does not answer properly, another try in milliseconds. */
const TRY_AGAIN = 5_000;

/**
 * Brings what was typed to the server, one line at a time and in order, so that a line is always sent behind one the
 * server knows. Without a network everything stays and is sent when `resume` says so.
 */
export class Sender {
  readonly #book: Book;
  readonly #call: Call;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writes = 0;
  #left = false;

  constructor(book: Book, call: Call) {
    this.#book = book;
    this.#call = call;
  }

  /** Sends what is due and looks again when the next is. */
  wake(): void {
    clearTimeout(this.#timer);
    if (this.#running || this.#left || this.#book.stopped) return;
    const [soonest] = [...this.#book.due.values()].sort((a, b) => a - b);
    if (soonest === undefined) return;
    const wait = this.#book.offline ? TRY_AGAIN : Math.max(0, soonest - Date.now());
    this.#timer = setTimeout(() => void this.#run(), wait);
  }

  /** Sends everything now; done when nothing more can be sent. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    for (const id of this.#book.due.keys()) this.#book.due.set(id, 0);
    await this.#running;
    await this.#run();
  }

  /** The network is back. */
  resume(): void {
    this.#book.offline = false;
    void this.flush();
  }

  /** The page is left: nothing more is sent by itself. */
  stop(): void {
    this.#left = true;
    clearTimeout(this.#timer);
  }

  /** Reads the plan again; an answer that a write has overtaken is let go. */
  async refresh(): Promise<void> {
    const before = this.#writes;
    const whole = await this.#call(getPlan, { planId: this.#book.plan.id });
    if (before === this.#writes && !this.#running) this.#book.receive(whole);
  }

  #run(): Promise<void> {
    this.#running ??= this.#sendDue().finally(() => {
      this.#running = null;
      this.wake();
    });
    return this.#running;
  }

  async #sendDue(): Promise<void> {
    this.#book.offline = false;
    for (let id = this.#next(); id !== undefined; id = this.#next()) {
      this.#book.due.delete(id);
      const went = await this.#sendOne(id);
      this.#writes += 1;
      this.#book.changed();
      if (!went) return;
    }
  }

  /** The first in the queue that may go now. */
  #next(): string | undefined {
    const { due, lines, header, stopped } = this.#book;
    if (stopped) return undefined;
    for (const [id, from] of due) {
      if (from > Date.now()) continue;
      const entry = id === HEADER ? header : lines.get(id);
      if (!entry || entry.state === 'clash' || (id !== HEADER && this.#waits(entry as LineEntry))) due.delete(id);
      else if (id === HEADER || this.#hasParent(entry as LineEntry)) return id;
      // It comes up again once its parent is there.
      else due.delete(id);
    }
    return undefined;
  }

  /** Nothing to send yet: no word in it or below it, or it goes with its parent. */
  #waits(line: LineEntry): boolean {
    if (line.removed) return line.mine.parentId !== null && this.#book.lines.get(line.mine.parentId)?.removed === true;
    return isBlank(line.mine) && !this.#book.below(line.id).some((child) => !isBlank(child.mine));
  }

  #hasParent({ mine }: LineEntry): boolean {
    return mine.parentId === null || this.#book.lines.get(mine.parentId)?.known !== null;
  }

  /** False where there is no point in going on with the others now. */
  async #sendOne(id: string): Promise<boolean> {
    try {
      if (id === HEADER) await this.#sendHeader();
      else if (this.#book.lines.get(id)?.removed) await this.#sendRemoval(id);
      else await this.#sendLine(id);
      this.#book.savedAt = Date.now();
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return failed(this.#book, id, problem);
    }
  }

  async #sendLine(id: string): Promise<void> {
    const line = this.#book.lines.get(id)!;
    const placed = line.moved || line.known === null;
    this.#book.lines.set(id, leaving(line));
    try {
      await this.#putLine(line, placed);
    } catch (problem) {
      // What did not arrive has its place still to be sent.
      changeEntry(this.#book, id, (entry) => ({ ...entry, moved: entry.moved || line.moved }));
      throw problem;
    }
    for (const child of this.#book.below(id)) if (child.state !== 'saved') this.#book.toBeSent(child.id, 0);
  }

  async #putLine(line: LineEntry, placed: boolean): Promise<void> {
    const { id } = line;
    const { part, parentId, text, detail, targets, trace } = lineShape.tidy(line.mine);
    const reply = await this.#call(putLine, {
      planId: this.#book.plan.id,
      lineId: id,
      version: line.known?.version ?? 0,
      part,
      parentId,
      text,
      detail,
      targets,
      ...(placed && { afterId: this.#behind(line) }),
      ...(line.known === null && trace && { trace }),
    });
    const now = this.#book.lines.get(id);
    if (now) this.#book.lines.set(id, settled(this.#book, acknowledged(now, line.mine, knownLine(reply), lineShape)));
  }

  /** The nearest sibling before it that stands on the server where it stands here. */
  #behind({ id, mine }: LineEntry): string | null {
    const ids = this.#book.order(mine.part, mine.parentId);
    const before = ids.slice(0, ids.indexOf(id)).reverse();
    const stands = (one: string) => this.#book.lines.get(one)?.known && !this.#book.lines.get(one)?.moved;
    return before.find(stands) ?? null;
  }

  async #sendHeader(): Promise<void> {
    const { header, plan } = this.#book;
    const mine = headerShape.tidy(header.mine);
    const before = header.known!;
    const change = Object.fromEntries(
      Object.entries(mine).filter(([name, value]) => !same(value, before.content[name as keyof typeof mine])),
    );
    this.#book.header = leaving(header);
    const reply =
      Object.keys(change).length === 0
        ? plan
        : await this.#call(editPlan, { planId: plan.id, version: before.version, ...change });
    this.#book.plan = reply;
    this.#book.header = settled(this.#book, acknowledged(this.#book.header, mine, knownHeader(reply), headerShape));
  }

  async #sendRemoval(id: string): Promise<void> {
    const { known } = this.#book.lines.get(id)!;
    const input = { planId: this.#book.plan.id, lineId: id, version: known?.version ?? 1 };
    const { deleted } = await this.#call(deleteLine, input).catch((problem: unknown) => {
      // Somebody else deleted it first: it is gone, as wished.
      if (problem instanceof Problem && problem.status === 404) return { deleted: [{ id } as PlanLine] };
      throw problem;
    });
    for (const line of deleted) this.#gone(line.id);
  }

  /** Deleted on the server; where the person took it back meanwhile, it is written anew. */
  #gone(id: string): void {
    const line = this.#book.lines.get(id);
    if (!line) return;
    if (line.removed) this.#book.drop(id);
    else this.#book.put({ ...line, known: null, moved: true, state: 'typed' }, 0);
  }
}
