import { monthsName, shortDay } from '#lib/format.ts';
import type { ReviewField } from '#lib/review.ts';
import type { t as translate } from '../../../texts/texts.ts';
import { monthsOfTime, type ReadTime } from './read-time.ts';

type T = typeof translate;
export interface DetailLine {
  label: string;
  text: string;
}

const words = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '';
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(words).filter(Boolean) : []);

/** A day as people write it; months ('2026-08') and years stay readable too. */
export function dateWords(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return shortDay(value);
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  return month ? `${Number(month[2])}/${month[1]}` : value;
}

/** '03 bài báo, 02 phóng sự' as figures of their own. */
export function countsOf(value: unknown): { count: number; unit: string }[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is { count: number; unit: string } => typeof one?.count === 'number' && one.unit);
}

/** The printed time, else the months it means. */
function timeWords(value: unknown): string {
  const time = (value ?? {}) as ReadTime;
  if (time.text) return time.text;
  const months = monthsOfTime(time);
  return months.length > 0 ? monthsName(months) : time.deadline ? dateWords(time.deadline) : '';
}

/** What a field says besides its words, in lines to read; empty ones are left out. */
export function detailLines(field: ReviewField, t: T): DetailLine[] {
  const d = field.detail;
  const line = (label: string, text: string): DetailLine => ({ label, text });
  const lines: DetailLine[] = [
    line(t('documents.detail.product'), words(d.product)),
    line(
      t('documents.detail.counts'),
      countsOf(d.counts)
        .map(({ count, unit }) => `${count} ${unit}`)
        .join(', '),
    ),
    line(t('documents.detail.minCount'), words(d.minCount)),
    line(t('documents.detail.count'), words(d.count)),
    line(t('documents.detail.per'), perOf(d.per, t)),
    line(t('documents.detail.actor'), words(d.actor)),
    line(t('documents.detail.leadUnits'), list(d.leadUnits).join('; ')),
    line(t('documents.detail.focalUnits'), list(d.focalUnits).join('; ')),
    line(t('documents.detail.coordinatingUnits'), list(d.coordinatingUnits).join('; ')),
    line(t('documents.detail.time'), timeWords(d.time)),
    line(t('documents.detail.due'), dateWords(words(d.due) || words(d.deadline))),
    line(t('documents.detail.to'), words(d.to)),
    line(t('documents.detail.theme'), words(d.theme)),
    line(t('documents.detail.mode'), field.group === 'recipient' ? modeOf(d.mode, t) : ''),
    line(t('documents.detail.ref'), words(d.ref)),
    line(t('documents.detail.issuer'), words(d.issuer)),
    line(t('documents.detail.date'), field.group === 'header' ? '' : dateWords(words(d.date))),
  ];
  return lines.filter(({ text }) => text !== '');
}

/** An activity in one line besides its words: 'Loạt bài … · Văn phòng Sở · Quý I, II'; '' for other kinds. */
export function summaryOf(field: ReviewField, t: T): string {
  if (field.group !== 'activity') return '';
  return detailLines({ ...field, detail: { ...field.detail, counts: [], coordinatingUnits: [], theme: null } }, t)
    .map((line) => line.text)
    .join(' · ');
}

const periods = ['week', 'month', 'quarter', 'semester', 'schoolYear', 'year'] as const;
export const quotaPeriods = periods;
const perOf = (value: unknown, t: T): string => {
  const found = periods.find((period) => period === value);
  return found ? t(`documents.per.${found}`) : '';
};

export const recipientModes = ['b/c', 't/h', 'p/h', 'archive'] as const;
const modeOf = (value: unknown, t: T): string => {
  const found = recipientModes.find((mode) => mode === value);
  return found ? t(`documents.mode.${found}`) : '';
};
