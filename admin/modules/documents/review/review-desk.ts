import type { OutputOf } from '#lib/contract.ts';
import type { Correction, ReviewField } from '#lib/review.ts';
import type { correctDocument } from '#modules/documents/documents.contract.ts';
import { Problem } from '../../../app/problem.ts';
import { type Clash, type Pending, rebase, settled, withPending } from './queue.ts';
import { inverseOf } from './undo.ts';

export type Review = OutputOf<typeof correctDocument>;

export interface DeskState {
  /** As the server has it. */
  document: Review['document'];
  /** With everything that was done here, sent or not. */
  fields: readonly ReviewField[];
  /** How many corrections wait to be sent. */
  waiting: number;
  status: 'idle' | 'saving' | 'kept' | 'saved';
  savedAt: number | undefined;
  /** Somebody else worked on the document meanwhile; what they did is shown. */
  changedByOthers: boolean;
  clashes: readonly Clash[];
  problem: Problem | undefined;
  canUndo: boolean;
}

export interface Lines {
  send: (version: number, correction: Correction, idempotencyKey: string) => Promise<Review>;
  load: () => Promise<Review>;
  /** Keeps what waits on this machine. */
  keep: (pending: readonly Pending[]) => void;
}

/**
 * The table a review is done on: every act shows at once and is sent in order with the document's version. A dead
 * network keeps them; another person's work is brought in and never written over.
 */
export class ReviewDesk {
  #lines: Lines;
  #server: Review;
  #pending: Pending[] = [];
  #undo: Correction[][] = [];
  #running = false;
  #listeners = new Set<() => void>();
  #state: DeskState;

  constructor(server: Review, lines: Lines) {
    this.#lines = lines;
    this.#server = server;
    this.#state = {
      document: server.document,
      fields: server.fields,
      waiting: 0,
      status: 'idle',
      savedAt: undefined,
      changedByOthers: false,
      clashes: [],
      problem: undefined,
      canUndo: false,
    };
  }

  get state(): DeskState {
    return this.#state;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Does a correction; the fields as they are afterwards, or null where it does not fit. `seen` is the field as the
   * person saw it when the typing began: if somebody changed it since, both versions are shown instead.
   */
  act(correction: Correction, seen?: ReviewField, undoable = true): readonly ReviewField[] | null {
    const { fields } = this.#state;
    if (seen && rebase(fields, [{ id: '', correction, before: seen }]).clashes.length > 0) {
      this.#clash({ id: crypto.randomUUID(), correction, before: seen });
      return fields;
    }
    const pending = {
      id: crypto.randomUUID(),
      correction,
      before: fields.find((f) => f.key === correction.field) ?? null,
    };
    const after = withPending(fields, [pending]);
    if (after === fields) return null;
    if (undoable) this.#undo.push(inverseOf(fields, correction));
    this.#pending.push(pending);
    this.#show({ problem: undefined });
    void this.send();
    return after;
  }

  /** Takes the last act back; the key of the field it was about. */
  undo(): string | undefined {
    const back = this.#undo.pop();
    for (const correction of back ?? []) this.act(correction, undefined, false);
    if (!back?.length) this.#show({});
    return back?.[0]?.field;
  }

  /** What was kept on this machine from an earlier visit. */
  resume(kept: readonly Pending[]): void {
    this.#meet(kept);
    void this.send();
  }

  /** The document as somebody else, or another act of the page, left it. */
  take(server: Review): void {
    if (server.document.version <= this.#server.document.version || this.#running) return;
    this.#server = server;
    this.#meet(this.#pending);
  }

  settleClash(id: string): void {
    this.#show({ clashes: this.#state.clashes.filter((clash) => clash.pending.id !== id) });
  }

  seenOthers(): void {
    this.#show({ changedByOthers: false });
  }

  /** Sends what waits, in order; called again when the network is back. */
  async send(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    let status: DeskState['status'] = 'idle';
    for (let next = this.#pending[0]; next; next = this.#pending[0]) {
      this.#show({ status: 'saving' });
      status = await this.#sendOne(next);
      if (status === 'kept') break;
    }
    this.#running = false;
    this.#show({ status });
  }

  async #sendOne(next: Pending): Promise<DeskState['status']> {
    try {
      this.#server = await this.#lines.send(this.#server.document.version, next.correction, next.id);
      this.#pending.shift();
      this.#show({ savedAt: Date.now() });
      return 'saved';
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'offline' || error.status >= 502) return 'kept';
      return await this.#refused(next, error);
    }
  }

  async #refused(next: Pending, problem: Problem): Promise<DeskState['status']> {
    try {
      this.#server = await this.#lines.load();
    } catch {
      return 'kept';
    }
    if (problem.code === 'documents.conflict') {
      this.#meet(this.#pending, true);
      return 'idle';
    }
    // The server said no: the act is taken out, its words stay in sight.
    this.#pending = this.#pending.filter((one) => one.id !== next.id);
    this.#show({ problem });
    if (next.correction.value !== undefined) this.#clash(next);
    return 'idle';
  }

  #clash(pending: Pending): void {
    const now = this.#state.fields.find((f) => f.key === pending.correction.field) ?? null;
    this.#show({ clashes: [...this.#state.clashes, { pending, now }] });
  }

  #meet(pending: readonly Pending[], others = this.#state.changedByOthers): void {
    const { kept, clashes } = rebase(this.#server.fields, pending);
    this.#pending = kept;
    this.#show({ changedByOthers: others, clashes: [...this.#state.clashes, ...clashes] });
  }

  #show(part: Partial<DeskState>): void {
    const fields = settled(this.#state.fields, withPending(this.#server.fields, this.#pending));
    const same = fields.length === this.#state.fields.length && fields.every((f, i) => f === this.#state.fields[i]);
    this.#state = {
      ...this.#state,
      ...part,
      document: this.#server.document,
      fields: same ? this.#state.fields : fields,
      waiting: this.#pending.length,
      canUndo: this.#undo.length > 0,
    };
    this.#lines.keep(this.#pending);
    for (const listener of this.#listeners) listener();
  }
}
