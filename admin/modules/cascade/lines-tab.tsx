import { askStates } from '#modules/cascade/cascade.contract.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { isGap } from './counts.ts';
import { AsksCard } from './coverage-header.tsx';
import type { Coverage } from './coverage-page.tsx';
import type { TabProps } from './coverage-tabs.tsx';
import { StackedBar } from './stacked-bar.tsx';
import { askSegments, looks } from './state-words.tsx';

type Line = Coverage['lines'][number];

/** Each line with the states it is in below; a number opens the units it counts. Gaps can be seen alone. */
export function LinesTab({ plan, data, filters, onFilter }: TabProps) {
  const t = useT();
  const numbered = data.lines.map((line, i) => ({ line, n: i + 1 }));
  const gaps = numbered.filter(({ line }) => isGap(line.counts));
  const gapsOnly = filters.trong_noidung !== '';
  const columns = useColumns(plan.id, filters.trong);
  return (
    <div className="flex flex-col gap-4">
      <AsksCard data={data} />
      {(gaps.length > 0 || gapsOnly) && (
        <Checkbox
          label={t('cascade.coverage.gapsShow')}
          hint={t('cascade.coverage.gaps', { n: gaps.length })}
          checked={gapsOnly}
          onChange={(on) => onFilter({ trong_noidung: on ? 'co' : '' })}
        />
      )}
      <Card flush>
        <Table
          caption={t('cascade.coverage.tab.lines')}
          columns={columns}
          rows={gapsOnly ? gaps : numbered}
          keyOf={({ line }) => line.lineId}
          empty={
            <EmptyState small title={t('cascade.coverage.linesNone')}>
              {t('cascade.coverage.linesNoneHint')}
            </EmptyState>
          }
        />
      </Card>
    </div>
  );
}

function useColumns(planId: string, within: string): Column<{ line: Line; n: number }>[] {
  const t = useT();
  return [
    {
      key: 'line',
      title: t('cascade.coverage.column.line'),
      width: '52%',
      cell: ({ line, n }) => (
        <span className="flex gap-2 font-normal">
          <span className="w-6 shrink-0 text-right text-muted tabular-nums">{n}</span>
          <span className="min-w-0">
            <span className="block text-xs text-muted">
              {t(`cascade.send.part.${line.part}`)}
              {line.heading && ` · ${line.heading}`}
            </span>
            {line.text}
            {isGap(line.counts) && (
              <span className="ml-2 inline-block">
                <StateTag tone="danger">{t('cascade.coverage.gap')}</StateTag>
              </span>
            )}
          </span>
        </span>
      ),
    },
    {
      key: 'all',
      title: t('cascade.coverage.column.all'),
      cell: ({ line }) => (
        <div className="flex flex-col gap-1 pt-1">
          <StackedBar label={line.text} segments={askSegments(line.counts, t)} />
          <LineCounts planId={planId} within={within} line={line} />
        </div>
      ),
    },
  ];
}

/** The states of a line as numbers; each leads to exactly the units it counts. */
function LineCounts({ planId, within, line }: { planId: string; within: string; line: Line }) {
  const t = useT();
  const shown = askStates.map((state, i) => ({ state, n: line.counts[i] ?? 0 })).filter(({ n }) => n > 0);
  return (
    <ul className="flex flex-wrap gap-x-3">
      {shown.map(({ state, n }) => {
        const word = t(`cascade.coverage.state.${state}`);
        const to = paths.planCoverage.to({ planId }, { trong: within, dong: line.lineId, dongtt: state });
        return (
          <li key={state} className="text-xs">
            <Link
              to={to}
              className="inline-flex min-h-6 items-center gap-1 text-ink underline decoration-line underline-offset-4 hover:text-primary hover:decoration-current"
            >
              <span className={cx('size-2 rounded-full', looks[state].fill)} aria-hidden />
              {t('cascade.coverage.count', { state: word, n })}
              <span className="sr-only">. {line.text}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
