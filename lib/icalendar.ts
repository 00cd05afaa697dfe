import { addDays } from './working-days.ts';

/**
 * iCalendar (RFC 5545) for whole days: folded at 75 octets, escaped, with ids that stay the same. Whole days need no time
 * zone: 20 November is 20 November wherever the calendar is read.
 */
export interface CalendarEntry {
  /** Stays the same for the same thing, so that a calendar program changes it instead of adding another. */
  uid: string;
  firstOn: string;
  /** Last day, included. */
  lastOn: string;
  summary: string;
  description?: string;
  url?: string;
  categories?: readonly string[];
}

const OCTETS = 75;

/** Backslash, semicolon, comma and line breaks as the format wants them in text; other control characters are dropped. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (c) => (c === '\n' ? c : ' '))
    .replace(/[\\;,]/g, (c) => `\\${c}`)
    .replace(/\n/g, '\\n');

/** A content line in pieces of at most 75 octets; no character is cut in two. */
export function foldLine(line: string): string {
  const bytes = new TextEncoder();
  const pieces = [''];
  let size = 0;
  for (const char of line) {
    const n = bytes.encode(char).length;
    if (size + n > OCTETS) {
      // The space that begins a folded piece counts too.
      pieces.push('');
      size = 1;
    }
    pieces[pieces.length - 1] += char;
    size += n;
  }
  return pieces.join('\r\n ');
}

const basic = (day: string): string => day.replaceAll('-', '');
const stampOf = (now: Date): string => now.toISOString().replace(/[-:]|\.\d+/g, '');

/** A calendar as text; `now` is the moment it was made. */
export function icalendar(name: string, entries: readonly CalendarEntry[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lan Toa//Lan Toa//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...entries.flatMap((entry) => eventLines(entry, stampOf(now))),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

const eventLines = (entry: CalendarEntry, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${basic(entry.firstOn)}`,
  // The end is the first day that no longer belongs to it.
  `DTEND;VALUE=DATE:${basic(addDays(entry.lastOn, 1))}`,
  `SUMMARY:${escapeText(entry.summary)}`,
  ...(entry.description ? [`DESCRIPTION:${escapeText(entry.description)}`] : []),
  ...(entry.url ? [`URL:${entry.url}`] : []),
  ...(entry.categories?.length ? [`CATEGORIES:${entry.categories.map(escapeText).join(',')}`] : []),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];
