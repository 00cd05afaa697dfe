/** Formats that every workbook knows by number and that show a day, a time, or both. */
const BUILT_IN = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** Whether a number format shows a date or time. `code` is its text when the workbook defines it. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id);
  // No program writes longer ones, and brackets that never close must not cost more than a moment.
  const bare =
    code
      .slice(0, 255)
      .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
      .split(';')[0] ?? '';
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}

const DAY = 86_400_000;

/**
 * A workbook's serial number as ISO text: '2026-09-05', with '08:30' or '08:30:15' after a space where it has a time,
 * the time alone below 1. Answers null for what is no date.
 */
export function serialDate(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  // Day 60 is the 29 February 1900 that never was; days before it are one off.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const moment = new Date(Math.round((Date.UTC(1899, 11, 30) + days * DAY) / 1000) * 1000);
  const [day = '', clock = ''] = moment.toISOString().split(/[TZ.]/);
  const time = clock.endsWith(':00') ? clock.slice(0, 5) : clock;
  if (serial < 1 && !from1904) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}
