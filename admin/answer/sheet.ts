import { newId } from '#lib/id.ts';
import type { AskedWhole } from '#modules/cascade/cascade.contract.ts';
import { Failure, isAway } from '../light/api.ts';
import {
  askedLines,
  type Choice,
  type Clash,
  choiceOf,
  clashes,
  isOpen,
  isTyped,
  type Line,
  nothingTyped,
  sendingOf,
  settled,
  type Typed,
  toSend,
  withoutReason,
  withoutSaid,
} from './choices.ts';
import type { Door } from './door.ts';
import { bringBack, forget, keep } from './kept.ts';
import { say } from './words.ts';

export type View = 'form' | 'clash' | 'done' | 'read';

/** What the page holds: what is asked, what was typed, and how it goes out. Drawn anew by `onChange`. */
export class Sheet {
  readonly door: Door;
  whole: AskedWhole;
  typed: Typed = nothingTyped();
  view: View = 'read';
  found: Clash[] = [];
  /** Lines whose form is open. */
  readonly opened = new Set<string>();
  busy = false;
  justSent = false;
  /** A sentence above the button: what the server said, or what is still missing. */
  problem: string | null = null;
  /** Fields that are missing something, by line; '' is the name of who answers. */
  readonly missing = new Set<string>();
  /** The whole page has another shape now. */
  onChange: () => void = () => undefined;
  /** Only figures and answers changed; what is being typed stays where it is. */
  onTouch: () => void = () => undefined;
  onSignedOut: () => Promise<void> = async () => undefined;

  constructor(door: Door, whole: AskedWhole) {
    this.door = door;
    this.whole = whole;
  }

  /** Brings back what was typed here before, and chooses how the page opens. */
  async begin(): Promise<void> {
    this.typed = await bringBack(this.door.key);
    const lines = askedLines(this.whole);
    const may = this.whole.can.includes('answer') && lines.length > 0;
    const waits = lines.some(isOpen);
    if (may && (waits || isTyped(this.typed))) this.view = 'form';
    else if ((may || this.door.byLink) && lines.length > 0 && !waits) this.view = 'done';
  }

  get mayAsk(): boolean {
    return this.whole.can.includes('ask');
  }

  touch(): void {
    this.problem = null;
    keep(this.door.key, this.typed);
    this.onTouch();
  }

  setLine(line: Line, change: Partial<Choice>): void {
    this.typed.own[line.lineId] = { ...(this.typed.own[line.lineId] ?? choiceOf(line, this.typed)), ...change };
    if (this.typed.own[line.lineId]?.reason) this.missing.delete(line.lineId);
    this.touch();
  }

  resetLine(line: Line): void {
    delete this.typed.own[line.lineId];
    this.missing.delete(line.lineId);
    this.touch();
  }

  /** Back to what the server has. */
  async cancel(): Promise<void> {
    this.typed = nothingTyped();
    this.opened.clear();
    this.missing.clear();
    this.problem = null;
    this.view = 'done';
    await forget(this.door.key);
    this.onChange();
  }

  change(): void {
    this.view = 'form';
    this.onChange();
  }

  /** The lines, or null where something is missing; then the first of them is open. */
  private ready(): Line[] | null {
    const lines = toSend(this.whole, this.typed);
    this.missing.clear();
    for (const line of withoutReason(lines, this.typed)) {
      this.missing.add(line.lineId);
      this.opened.add(line.lineId);
    }
    if (this.door.byLink && this.typed.by.name.trim() === '') this.missing.add('');
    return this.missing.size > 0 ? null : lines;
  }

  async send(again = false): Promise<void> {
    if (this.busy) return;
    const lines = this.ready();
    if (!lines) {
      this.typed.queued = false;
      return this.onChange();
    }
    this.busy = true;
    this.problem = null;
    this.onTouch();
    try {
      const by = [this.typed.by.name.trim(), this.typed.by.title.trim()].filter(Boolean).join(', ');
      const now = await this.door.answer(this.whole, by, sendingOf(this.whole, this.typed));
      // What is said of all the rest says nothing where another device has left no rest: then somebody looks, too.
      this.found = clashes(this.whole, now, this.typed);
      if (this.found.length === 0) await this.took(now);
      else await this.meet(now, again);
    } catch (error) {
      this.busy = false;
      await this.failed(error, again);
    } finally {
      this.busy = false;
      this.onTouch();
    }
  }

  private async took(whole: AskedWhole): Promise<void> {
    const { by, questions, asking } = this.typed;
    this.whole = whole;
    this.typed = { ...nothingTyped(), by, questions, asking };
    this.opened.clear();
    this.view = 'done';
    this.justSent = true;
    await (questions.length > 0 || Object.keys(asking).length > 0
      ? keep(this.door.key, this.typed)
      : forget(this.door.key));
    this.onChange();
  }

  private async failed(error: unknown, again: boolean): Promise<void> {
    if (!(error instanceof Failure)) throw error;
    if (isAway(error)) {
      this.typed.queued = true;
      keep(this.door.key, this.typed);
      return this.onChange();
    }
    if (error.code === 'signed-out') {
      await this.onSignedOut();
      return await this.send(again);
    }
    this.typed.queued = false;
    if (error.code !== 'cascade.answer-conflict') {
      this.problem = this.sentenceOf(error);
      return this.onChange();
    }
    await this.meet(isWhole(error.current) ? error.current : await this.door.read(), again);
  }

  /** Fields are named 'answers.<lineId>.byOn' or 'rest.byOn': the lines they speak of open, and each sentence is said once. */
  private sentenceOf({ fields, message }: Failure): string {
    for (const field of Object.keys(fields)) {
      const [at, lineId = ''] = field.split('.');
      if (at === 'answers') this.opened.add(lineId);
    }
    return Object.keys(fields).length > 0 ? [...new Set(Object.values(fields))].join(' ') : message;
  }

  /**
   * Another device was quicker. Where both say the same, or speak of other lines, ours goes out as it is; where they
   * differ, or where the plan itself has changed, somebody looks first.
   */
  private async meet(now: AskedWhole, again: boolean): Promise<void> {
    const before = this.whole;
    this.found = clashes(before, now, this.typed);
    this.whole = now;
    this.typed = withoutSaid(now, this.typed);
    if (this.found.length > 0) {
      this.view = 'clash';
      return this.onChange();
    }
    if (toSend(now, this.typed).length === 0) return await this.took(now);
    const texts = new Map(before.lines.map((line) => [line.lineId, line.text]));
    if (!again && now.lines.every((line) => texts.get(line.lineId) === line.text)) return await this.send(true);
    this.problem = say('clash.none');
    this.onChange();
  }

  /** The person has chosen between the two answers. */
  async settle(mine: ReadonlySet<string>): Promise<void> {
    this.typed = settled(this.found, mine, this.typed);
    this.found = [];
    keep(this.door.key, this.typed);
    if (toSend(this.whole, this.typed).length === 0) return await this.took(this.whole);
    this.view = 'form';
    this.onChange();
  }

  /** Sends a question; without a network it waits beside the answer. */
  async ask(lineId: string | null, text: string): Promise<void> {
    this.typed.questions.push({ id: newId(), lineId, text: text.trim() });
    delete this.typed.asking[lineId ?? ''];
    keep(this.door.key, this.typed);
    await this.askKept();
    this.onChange();
  }

  private async askKept(): Promise<void> {
    for (const question of [...this.typed.questions]) {
      try {
        const asked = await this.door.ask(question);
        if (!this.whole.questions.some((q) => q.id === asked.id)) this.whole.questions.push(asked);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        if (isAway(error) || error.code === 'signed-out') return;
        this.typed.asking[question.lineId ?? ''] = question.text;
        this.problem = error.message;
      }
      this.typed.questions = this.typed.questions.filter((q) => q.id !== question.id);
      keep(this.door.key, this.typed);
    }
  }

  /** Sends what waits for the network. */
  async flush(): Promise<void> {
    if (this.busy) return;
    if (this.typed.questions.length > 0) {
      await this.askKept();
      this.onChange();
    }
    if (this.typed.queued) await this.send();
  }
}

const isWhole = (current: unknown): current is AskedWhole =>
  typeof current === 'object' && current !== null && 'lines' in current && 'can' in current;
