import { dayOf } from './format.ts';

const two = (n: string | number) => String(n).padStart(2, '0');

/**
 * The Vietnamese day that a page or feed means by a date: ISO with or without a time, RFC 822 (also 'GMT+7'), '20/11/2026',
 * 'ngày 20 tháng 11 năm 2026'. A time without a zone is a Vietnamese one. Undefined for what is no day, before 2000 or after `today`.
 */
export function readDay(text: string, today: string): string | undefined {
  const found = isoDay(text) ?? writtenDay(text) ?? mailDay(text);
  return found && found >= '2000-01-01' && found <= today && isCalendarDay(found) ? found : undefined;
}

function isoDay(text: string): string | undefined {
  const m = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(
    text,
  );
  if (!m) return undefined;
  const day = `${m[1]}-${two(m[2]!)}-${two(m[3]!)}`;
  if (!m[4] || !m[5]) return day;
  const at = Date.parse(`${day}T${m[4]}${m[5].replace(/([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(at) ? day : dayOf(at);
}

function writtenDay(text: string): string | undefined {
  const m =
    /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/.exec(text) ??
    /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/i.exec(text.normalize('NFC'));
  return m ? `${m[3]}-${two(m[2]!)}-${two(m[1]!)}` : undefined;
}

function mailDay(text: string): string | undefined {
  if (!/\d{4}/.test(text) || !/[A-Za-z]{3}/.test(text) || text.length > 60) return undefined;
  const zoned = text.replace(/GMT\s*([+-])(\d{1,2})$/, (_, sign: string, hours: string) => `${sign}${two(hours)}00`);
  const at = Date.parse(/(GMT|UTC|Z|[+-]\d{4})\s*$/.test(zoned) ? zoned : `${zoned} +0700`);
  return Number.isNaN(at) ? undefined : dayOf(at);
}

function isCalendarDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
