import type { Plan, PlanLine } from '#modules/plans/plans.contract.ts';
import type { Problem } from '../../../app/problem.ts';
import { type Book, HEADER, headerShape, knownHeader, knownLine, lineShape } from './book.ts';
import { contested, type Entry } from './entry.ts';

/** What is still to be sent of an entry after an answer goes next. */
export function settled<C>(book: Book, entry: Entry<C>): Entry<C> {
  if (entry.state === 'typed' || entry.removed) book.toBeSent(entry.id, 0);
  return entry;
}

export function changeEntry(book: Book, id: string, change: <C>(entry: Entry<C>) => Entry<C>): void {
  if (id === HEADER) book.header = change(book.header);
  else {
    const line = book.lines.get(id);
    if (line) book.lines.set(id, change(line));
  }
}

/** Takes in why an entry did not go; false where there is no point in going on with the others now. */
export function failed(book: Book, id: string, problem: Problem): boolean {
  if (problem.code === 'offline' || problem.status >= 500 || problem.status === 429) {
    book.offline = true;
    changeEntry(book, id, (entry) => ({ ...entry, state: 'kept' }));
    book.toBeSent(id, 0);
    return false;
  }
  if (problem.code === 'plans.line-conflict') lineConflict(book, id, problem.current as PlanLine | null);
  else if (problem.code === 'plans.conflict') headerConflict(book, problem.current as Plan);
  else return refused(book, id, problem);
  return true;
}

/** The server said no. Where the whole plan is closed to the person, nothing more is tried and the text stays on the screen. */
function refused(book: Book, id: string, { title, code, status, fields = {} }: Problem): boolean {
  changeEntry(book, id, (entry) => ({ ...entry, removed: false, state: 'refused', problem: { title, fields } }));
  const whole = code === 'plans.frozen' || status === 403 || status === 404;
  if (whole) book.stopped = title;
  return !whole;
}

function lineConflict(book: Book, id: string, current: PlanLine | null): void {
  const line = book.lines.get(id);
  if (!line) return;
  // A line that somebody has just changed is not deleted over their words.
  const kept = line.removed && current ? { ...line, removed: false } : line;
  book.lines.set(id, settled(book, contested(kept, current && knownLine(current), lineShape)));
}

function headerConflict(book: Book, current: Plan): void {
  book.plan = current;
  book.header = settled(book, contested(book.header, knownHeader(current), headerShape));
}
