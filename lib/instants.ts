import { isDay } from './contract.ts';

/** An instant as contracts carry it: RFC 3339 in UTC. Takes what the database or JSON gives. */
export const isoOf = (at: Date | string): string => new Date(at).toISOString();
export const isoOrNull = (at: Date | string | null): string | null => (at === null ? null : isoOf(at));

/** Whether text is an instant to the microsecond, as a list gives it for the place of its next page. */
export function isPlaceInTime(text: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{6}Z$/.exec(text);
  return parts !== null && isDay(parts[1]!);
}
