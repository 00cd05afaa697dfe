/** A day and a time of day as people in Vietnam mean them; there is no summer time, so +07:00 holds all the year. */
export interface DueTime {
  day: string | null;
  /** As typed: '07:30', '7h30', '7g30', '7h'. */
  time: string;
}

/** The instant meant, or undefined while something is missing or is no time. */
export function instantOf({ day, time }: DueTime): string | undefined {
  const typed = /^\s*(\d{1,2})\s*(?:[:.hg]\s*(\d{2})?)?\s*$/i.exec(time);
  if (day === null || !typed) return undefined;
  const [hour, minute] = [Number(typed[1]), Number(typed[2] ?? 0)];
  const two = (n: number) => String(n).padStart(2, '0');
  return hour < 24 && minute < 60 ? `${day}T${two(hour)}:${two(minute)}:00+07:00` : undefined;
}
