const LEAST_MINUTES = 15;
const MOST_MINUTES = 24 * 60;
/** So many failures in a row and a person is asked to look. */
export const MOST_FAILURES = 12;

export interface Rhythm {
  interval: number;
  /** Reads in a row that failed, and that brought nothing new. */
  failures: number;
  quiet: number;
}

export interface ReadResult {
  ok: boolean;
  /** Items of the feed that were not known, and how many it lists. */
  fresh: number;
  listed: number;
  /** Minutes that the other side asks to be left alone (Retry-After, Cache-Control, ttl). */
  askedFor: number | null;
}

export interface NextRead extends Rhythm {
  minutes: number;
  paused: boolean;
}

/**
 * When a feed is read next. Two quiet reads in a row lengthen the pause; where most of what is listed was new something
 * may have been missed, and it halves. Failures wait in a straight line. What the other side asks for is kept, up to a day.
 */
export function nextRead(was: Rhythm, read: ReadResult): NextRead {
  if (!read.ok) {
    const failures = was.failures + 1;
    const minutes = clamp(Math.max(was.interval * failures, read.askedFor ?? 0));
    return { ...was, failures, minutes, paused: failures >= MOST_FAILURES };
  }
  const quiet = read.fresh === 0 ? was.quiet + 1 : 0;
  const interval = clamp(
    read.fresh > 0 && read.fresh * 2 > read.listed
      ? was.interval / 2
      : read.fresh === 0 && quiet >= 2
        ? was.interval * 1.5
        : was.interval,
  );
  return { interval, failures: 0, quiet, minutes: clamp(Math.max(interval, read.askedFor ?? 0)), paused: false };
}

const clamp = (minutes: number): number => Math.round(Math.min(MOST_MINUTES, Math.max(LEAST_MINUTES, minutes)));

/** Minutes that headers ask to wait: Retry-After as seconds or as a date, else max-age. Null where they say nothing. */
export function askedMinutes(headers: Record<string, string>, now: number): number | null {
  const retry = headers['retry-after']?.trim();
  if (retry) {
    const seconds = /^\d+$/.test(retry) ? Number(retry) : (Date.parse(retry) - now) / 1000;
    if (Number.isFinite(seconds) && seconds > 0) return Math.min(MOST_MINUTES, Math.ceil(seconds / 60));
  }
  const age = /max-age=(\d+)/i.exec(headers['cache-control'] ?? '')?.[1];
  return age ? Math.min(MOST_MINUTES, Math.ceil(Number(age) / 60)) : null;
}
