import type { Part } from '#lib/plan-parts.ts';
import type { Plan, PlanLine, PlanWhole } from '#modules/plans/plans.contract.ts';
import {
  fieldsOfLine,
  type HeaderContent,
  headerContent,
  isBlank,
  type LineContent,
  lineContent,
  lineOfFields,
  tidyHeader,
  tidyLine,
} from './content.ts';
import {
  type Entry,
  edited,
  isUnsent,
  type Known,
  keptMine,
  newEntry,
  readEntry,
  refreshed,
  type Shape,
  tookTheirs,
} from './entry.ts';
import { placeBehind, takePositions } from './places.ts';

export type LineEntry = Entry<LineContent>;

export const lineShape: Shape<LineContent> = { tidy: tidyLine, fields: fieldsOfLine, content: lineOfFields };
export const headerShape: Shape<HeaderContent> = {
  tidy: tidyHeader,
  fields: (content) => ({ ...content }),
  content: (fields) => fields as unknown as HeaderContent,
};
export const HEADER = 'header';

export const knownLine = (line: PlanLine): Known<LineContent> => ({
  content: lineContent(line),
  version: line.version,
  position: line.position,
});
export const knownHeader = (plan: Plan): Known<HeaderContent> => ({
  content: headerContent(plan),
  version: plan.version,
  position: 0,
});

/** A pause in typing after which a line is sent, in milliseconds. */
const SEND_AFTER = 600;

/**
 * A plan under the hands of one person: every line with what the server has of it and what was typed over that.
 * It only keeps the state and its changes; `Sender` brings them to the server.
 */
export class Book {
  plan: Plan;
  header: Entry<HeaderContent>;
  readonly lines = new Map<string, LineEntry>();
  /** What is to be sent, in the order it came up, with the time from which it may go. */
  readonly due = new Map<string, number>();
  savedAt: number | null = null;
  offline = false;
  /** Why nothing can be written any more (submitted meanwhile, right taken away), in a sentence. */
  stopped: string | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #orders = new Map<string, readonly string[]>();

  constructor(whole: PlanWhole) {
    this.plan = whole.plan;
    this.header = readEntry(HEADER, knownHeader(whole.plan));
    for (const line of whole.lines) this.lines.set(line.id, readEntry(line.id, knownLine(line)));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Ids of the lines of a part below one parent, in their order; the same array while nothing of it changes. */
  order(part: Part, parentId: string | null): readonly string[] {
    const ids = [...this.lines.values()]
      .filter((line) => !line.removed && line.mine.part === part && line.mine.parentId === parentId)
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      .map((line) => line.id);
    const key = `${part} ${parentId}`;
    const before = this.#orders.get(key);
    if (before && before.length === ids.length && before.every((id, i) => id === ids[i])) return before;
    this.#orders.set(key, ids);
    return ids;
  }

  /** Entries the server lacks something of; a new line without a word is nothing yet. */
  unsent(): (LineEntry | Entry<HeaderContent>)[] {
    const lines = [...this.lines.values()].filter(
      (line) => isUnsent(line) && !(line.known === null && isBlank(line.mine)),
    );
    return isUnsent(this.header) ? [this.header, ...lines] : lines;
  }

  put(entry: LineEntry, wait: number = SEND_AFTER): void {
    this.lines.set(entry.id, entry);
    if (isUnsent(entry) && entry.state !== 'clash') this.toBeSent(entry.id, wait);
    this.changed();
  }

  /** Keeps its place in the queue where it has one already: nothing overtakes what came up before it. */
  toBeSent(id: string, wait: number): void {
    this.due.set(id, Date.now() + wait);
  }

  /** Changes what is written in a line. */
  write(id: string, change: Partial<LineContent>): void {
    const line = this.lines.get(id);
    if (line) this.put(edited(line, { ...line.mine, ...change }));
  }

  writeHeader(change: Partial<HeaderContent>): void {
    this.header = edited(this.header, { ...this.header.mine, ...change });
    if (this.header.state !== 'clash') this.toBeSent(HEADER, SEND_AFTER);
    this.changed();
  }

  /** A new line, behind another of its siblings (null: first). It is sent once something is written in it. */
  add(id: string, content: LineContent, afterId: string | null): void {
    this.put(newEntry(id, content, placeBehind(this, content, id, afterId)));
  }

  /** Puts a line behind another, perhaps as another part below another parent. */
  move(id: string, to: Pick<LineContent, 'part' | 'parentId'>, afterId: string | null): void {
    const line = this.lines.get(id);
    if (!line) return;
    const position = placeBehind(this, to, id, afterId);
    this.put({ ...edited(line, { ...line.mine, ...to }), position, moved: true }, 0);
  }

  /** Takes a line away with what hangs from it; what is returned brings everything back. */
  remove(id: string): () => void {
    const line = this.lines.get(id);
    if (!line) return () => undefined;
    const gone = [line, ...this.below(id)];
    for (const one of gone) {
      if (one.known === null) this.drop(one.id);
      else this.lines.set(one.id, { ...one, removed: true });
    }
    if (line.known) this.toBeSent(id, 0);
    this.changed();
    return () => this.#bringBack(gone);
  }

  #bringBack(gone: readonly LineEntry[]): void {
    for (const one of gone) {
      // A line that was emptied before it was taken away comes back as it was before.
      const emptied = isBlank(one.mine) && one.known ? one.known.content : null;
      const still = this.lines.get(one.id);
      if (still)
        this.lines.set(one.id, { ...still, removed: false, ...(emptied && { mine: emptied, state: 'saved' }) });
      // The server has deleted it already: it is written anew, under its own id.
      else this.lines.set(one.id, newEntry(one.id, emptied ?? one.mine, one.position));
      const back = this.lines.get(one.id);
      if (back && isUnsent(back)) this.toBeSent(one.id, 0);
    }
    this.changed();
  }

  drop(id: string): void {
    this.lines.delete(id);
    this.due.delete(id);
  }

  /** Decides a clash: mine as it reads now, or what the other person made of it. */
  decide(id: string, choice: 'mine' | 'theirs'): void {
    if (id === HEADER) {
      this.header = choice === 'mine' ? keptMine(this.header) : (tookTheirs(this.header) ?? this.header);
      if (choice === 'mine') this.toBeSent(HEADER, 0);
    }
    const line = this.lines.get(id);
    const decided = line && (choice === 'mine' ? keptMine(line) : tookTheirs(line));
    if (decided) this.put(decided, 0);
    else if (line) this.drop(id);
    this.changed();
  }

  /** The lines that hang from a line, in no order. */
  below(id: string): LineEntry[] {
    return [...this.lines.values()].filter((line) => line.mine.parentId === id && !line.removed);
  }

  /** Takes in the plan as the server has it now; nothing that waits to be sent is touched. */
  receive(whole: PlanWhole): void {
    this.plan = whole.plan;
    this.header = refreshed(this.header, knownHeader(whole.plan));
    const there = new Set(whole.lines.map((line) => line.id));
    for (const line of whole.lines) {
      const mine = this.lines.get(line.id);
      this.lines.set(line.id, mine ? refreshed(mine, knownLine(line)) : readEntry(line.id, knownLine(line)));
    }
    for (const line of this.lines.values())
      if (!there.has(line.id) && line.known && !isUnsent(line)) this.lines.delete(line.id);
    takePositions(this, whole.lines);
    this.changed();
  }
}
