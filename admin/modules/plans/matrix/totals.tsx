import { formatVnd } from '#lib/format.ts';
import { useLanguage, useT } from '../../../texts/load.ts';
import { Card } from '../../../ui/card.tsx';
import type { Book } from '../editing/book.ts';
import { useBook } from '../editing/use-desk.ts';
import { usePeriodMonths } from './activities.ts';
import { detailOf } from './columns.ts';
import { stretchesOf, totals } from './targets.ts';

const activities = (book: Book) => book.order('activity', null).map((id) => book.lines.get(id)!.mine);
/** What the sums are made of, as text: the table is drawn again only when it changes. */
const targetsOf = (book: Book) => JSON.stringify(activities(book).flatMap(({ targets }) => targets));
const budgetOf = (book: Book) => activities(book).reduce((sum, line) => sum + (detailOf(line).budgetVnd ?? 0), 0);

/** At the foot of the matrix: how many of each product are due when, and the money. */
export function Totals() {
  const t = useT();
  const language = useLanguage();
  const targets = JSON.parse(useBook(targetsOf));
  const budget = useBook(budgetOf);
  const stretches = stretchesOf(usePeriodMonths());
  const rows = totals(targets, stretches);
  if (rows.length === 0 && budget === 0) return null;
  const sums = stretches.map((_, i) => rows.reduce((sum, row) => sum + (row.counts[i] ?? 0), 0));
  return (
    <Card title={t('plans.matrix.totals')} flush>
      {rows.length > 0 && (
        <section className="overflow-x-auto" aria-label={t('plans.matrix.totals')} ref={reachable}>
          <table className="w-full border-separate border-spacing-0 text-right">
            <thead>
              <tr>
                <th scope="col" className={`${headClass} text-left`}>
                  {t('plans.form.target')}
                </th>
                {stretches.map(({ label }) => (
                  <th key={label} scope="col" className={headClass}>
                    {label}
                  </th>
                ))}
                <th scope="col" className={headClass}>
                  {t('plans.matrix.total')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Sums key={row.product} name={row.product} counts={row.counts} total={row.total} />
              ))}
            </tbody>
            <tfoot className="font-semibold">
              <Sums name={t('plans.matrix.total')} counts={sums} total={sums.reduce((a, b) => a + b, 0)} />
            </tfoot>
          </table>
        </section>
      )}
      {budget > 0 && (
        <p className="px-3 py-2">{t('plans.matrix.budgetTotal', { amount: formatVnd(budget, language) })}</p>
      )}
    </Card>
  );
}

const headClass = 'border-b border-line px-2 py-2 text-xs font-semibold whitespace-nowrap text-muted';

/** What scrolls must be reachable by keyboard. */
function reachable(element: HTMLElement | null): void {
  if (element) element.tabIndex = 0;
}

function Sums({ name, counts, total }: { name: string; counts: readonly number[]; total: number }) {
  return (
    <tr>
      <th scope="row" className="min-w-32 border-b border-line px-2 py-1.5 text-left font-normal">
        {name}
      </th>
      {keyed(counts).map(([key, count]) => (
        <td key={key} className="border-b border-line px-2 py-1.5">
          {count || <span className="text-muted">·</span>}
        </td>
      ))}
      <td className="border-b border-line px-2 py-1.5 font-semibold">{total}</td>
    </tr>
  );
}

/** Columns never change their places, so their place is their name. */
const keyed = (counts: readonly number[]): [string, number][] => counts.map((count, i) => [`column ${i}`, count]);
