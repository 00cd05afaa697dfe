/** A day and a time of day as people in Vietnam mean them; there is no summer time, so +07:00 holds all the year. */
export interface DueTime {
  day: string | null;
  /** 'HH:MM' */
  time: string;
}

/** The instant meant, or undefined while something is missing. */
export const instantOf = ({ day, time }: DueTime): string | undefined =>
  day !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? `${day}T${time}:00+07:00` : undefined;
