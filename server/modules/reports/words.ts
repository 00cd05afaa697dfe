import { shortDay } from '#lib/format.ts';
import { say } from '#platform/texts.ts';

/** What counts, as it is written in official lists. */
export const countsWords = (counts: string): string => say('vi', `outputs.counts.${counts}`);

/** The furthest of the four moments, in words. */
export function momentWords(fact: {
  sent_on: string | null;
  approved_on: string | null;
  published_on: string | null;
  picked_on: string | null;
}): string {
  if (fact.picked_on) return 'Được cấp trên chọn';
  if (fact.published_on) return 'Đã đăng';
  if (fact.approved_on) return 'Đã duyệt';
  return fact.sent_on ? 'Đã gửi' : '';
}

/** The days of the moments it has come to, one a line, with who picked it. */
export function daysWords(fact: {
  made_on: string;
  sent_on: string | null;
  approved_on: string | null;
  published_on: string | null;
  picked_on: string | null;
}): string {
  const days = [
    ['Gửi', fact.sent_on],
    ['Duyệt', fact.approved_on],
    ['Đăng', fact.published_on],
    ['Được chọn', fact.picked_on],
  ] as const;
  const reached = days.flatMap(([word, day]) => (day ? [`${word} ${shortDay(day)}`] : []));
  return reached.length > 0 ? reached.join('\n') : shortDay(fact.made_on);
}

/** 'từ ngày 01/9/2026 đến ngày 30/11/2026' */
export const spanWords = (from: string, to: string): string => `từ ngày ${shortDay(from)} đến ngày ${shortDay(to)}`;

export const referenceWords = (fact: { number: string | null; symbol: string }): string =>
  fact.number ? `${fact.number}/${fact.symbol}` : fact.symbol;
