import { firstDayOf, lastDayOf } from './months.ts';
import { addDays, daysBetween } from './working-days.ts';

/**
 * How far work has come against a plan that says by month how much is due. Pure. Months are 'YYYY-MM', days 'YYYY-MM-DD'.
 * A standing holds days instead of a state, so that it stays true while time passes: `stateOn` says what it means today.
 */
export const workStates = ['late', 'at-risk', 'on-track', 'not-yet', 'done'] as const;
export type WorkState = (typeof workStates)[number];

/** One countable product: how many are due in which month, and how many count so far. */
export interface Counted {
  months: Readonly<Record<string, number>>;
  done: number;
}

/** When a line is planned, where no count says it. */
export interface Planned {
  months: readonly string[];
  deadline: string | null;
}

export interface Standing {
  total: number;
  /** At most the total of each target: much of one thing does not hide the lack of another. */
  done: number;
  complete: boolean;
  startsOn: string | null;
  endsOn: string | null;
  /** First day on which it is at risk, and on which it is late, if nothing more is done. */
  riskFrom: string | null;
  lateFrom: string | null;
}

/** With this many days left (today not counted) a missing share puts the work at risk. */
const RISK_DAYS = 7;

/** Months of a target that ask for something, in order. */
export const askingMonths = (months: Counted['months']): string[] =>
  Object.keys(months)
    .filter((m) => months[m]! > 0)
    .sort();

/** How many are due up to the end of `month`. */
export const dueBy = (months: Counted['months'], month: string): number =>
  askingMonths(months)
    .filter((m) => m <= month)
    .reduce((sum, m) => sum + months[m]!, 0);

/** What counts, laid onto the months in order: what comes late fills the month that waits longest. */
export function fillMonths({ months, done }: Counted): Record<string, number> {
  let left = done;
  return Object.fromEntries(
    askingMonths(months).map((m) => {
      const here = Math.min(left, months[m]!);
      left -= here;
      return [m, here];
    }),
  );
}

/** The standing of a line with counts; all of its targets together, each for itself. */
export function standingOf(targets: readonly Counted[], planned: Planned): Standing {
  const asking = targets.filter((t) => askingMonths(t.months).length > 0);
  const months = [...asking.flatMap((t) => askingMonths(t.months)), ...planned.months].sort();
  const open = asking.map((t) => openMonth(t, planned.deadline)).filter((o) => o !== null);
  const total = asking.reduce((sum, t) => sum + totalOf(t), 0);
  return {
    total,
    done: asking.reduce((sum, t) => sum + Math.min(t.done, totalOf(t)), 0),
    complete: total > 0 && open.length === 0,
    startsOn: months[0] ? firstDayOf(months[0]) : null,
    endsOn: endOf(months, planned.deadline),
    riskFrom: earliest(open.map((o) => o.riskFrom)),
    lateFrom: earliest(open.map((o) => o.lateFrom)),
  };
}

/** The standing of a line without counts: done when a person says so. */
export function standingWithoutCount(planned: Planned, saidDone: boolean): Standing {
  const months = [...planned.months].sort();
  const end = endOf(months, planned.deadline);
  const open = saidDone || end === null ? null : end;
  return {
    total: 0,
    done: 0,
    complete: saidDone,
    startsOn: months[0] ? firstDayOf(months[0]) : null,
    endsOn: end,
    riskFrom: open && addDays(open, -RISK_DAYS),
    lateFrom: open && addDays(open, 1),
  };
}

/** What a standing means on a day. */
export function stateOn(
  standing: Pick<Standing, 'complete' | 'startsOn' | 'riskFrom' | 'lateFrom'>,
  day: string,
): WorkState {
  if (standing.complete) return 'done';
  if (standing.lateFrom !== null && standing.lateFrom <= day) return 'late';
  if (standing.riskFrom !== null && standing.riskFrom <= day) return 'at-risk';
  return standing.startsOn !== null && standing.startsOn > day ? 'not-yet' : 'on-track';
}

/** Days since the work should have been there; 0 while it is not late. */
export const daysLate = (standing: Pick<Standing, 'complete' | 'lateFrom'>, day: string): number =>
  standing.complete || standing.lateFrom === null || standing.lateFrom > day
    ? 0
    : daysBetween(standing.lateFrom, day) + 1;

const totalOf = ({ months }: Counted): number => askingMonths(months).reduce((sum, m) => sum + months[m]!, 0);

/** The first month whose share is not there yet: from when on that is a risk, and from when on it is late. */
function openMonth(target: Counted, deadline: string | null): { riskFrom: string; lateFrom: string } | null {
  const filled = fillMonths(target);
  const month = askingMonths(target.months).find((m) => filled[m]! < target.months[m]!);
  if (month === undefined) return null;
  const due = earliest([lastDayOf(month), deadline])!;
  const near = addDays(due, -RISK_DAYS);
  return {
    riskFrom: earliest([near, behindFrom(month, filled[month]!, target.months[month]!)])!,
    lateFrom: addDays(due, 1),
  };
}

/** The pace: of several in one month, half should be there when half of the month is over. */
const behindFrom = (month: string, done: number, due: number): string | null =>
  due >= 2 && done * 2 < due ? `${month}-16` : null;

const endOf = (months: readonly string[], deadline: string | null): string | null =>
  deadline ?? (months.length > 0 ? lastDayOf(months.at(-1)!) : null);

function earliest(days: readonly (string | null)[]): string | null {
  return days.filter((d) => d !== null).sort()[0] ?? null;
}
