import { shortDay } from '#lib/format.ts';
import type { moments } from '#lib/plan-parts.ts';
import type { t as translate } from '../../texts/texts.ts';
import { factWords, headerFieldName, lineFieldName } from './fact-words.ts';

type T = typeof translate;
type Moment = (typeof moments)[number];

/** The name of a fact of a change; the header has names of its own. */
export const factName = (part: string, name: string, t: T): string =>
  part === 'header' ? headerFieldName(name, t) : lineFieldName(name, t);

/** A fact as the comparison gives it (always text: '2026-04, 2026-05', 'month', '2500000') in words for people. */
export function factOfVersion(name: string, text: string | null, t: T): string {
  if (text === null) return '';
  if (name === 'months') return factWords(name, text.split(', '), t);
  if (name === 'quarters') return factWords(name, text.split(', ').map(Number), t);
  if (name.endsWith('Vnd')) return factWords(name, Number(text), t);
  if (name === 'period') return text.replace(/^(\d{4})-\1$/, '$1');
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return shortDay(text);
  if (name === 'moments')
    return text.replace(
      /: (sent|approved|published|picked)\b/g,
      (_, moment) => `: ${t(`ui.moment.${moment as Moment}`)}`,
    );
  // Counts by month: '3 bài báo (2026-04, 2026-09)'.
  if (name === 'targets') return text.replace(/(\d{4})-(\d\d)/g, (_, year, month) => `${Number(month)}/${year}`);
  return factWords(name, text, t);
}
