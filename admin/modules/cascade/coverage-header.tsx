import ChevronRight from 'lucide-react/icons/chevron-right';
import Clock from 'lucide-react/icons/clock-alert';
import { formatNumber } from '#lib/format.ts';
import { paths } from '../../app/paths.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { percent, sum } from './counts.ts';
import { type CoverageFilters, nothingNarrowed } from './coverage-filter.ts';
import type { Coverage } from './coverage-page.tsx';
import { SpreadRings } from './spread-rings.tsx';
import { StackedBar, StateCounts } from './stacked-bar.tsx';
import { askSegments, unitSegments } from './state-words.tsx';

interface CoverageHeaderProps {
  data: Coverage;
  filters: CoverageFilters;
  onFilter: (change: Partial<CoverageFilters>) => void;
}

/** How far the plan has spread here, and in which states units and lines are; nothing where nobody lies below. */
export function CoverageHeader(props: CoverageHeaderProps) {
  if (sum(props.data.units) === 0) return null;
  return (
    <div className="grid items-stretch gap-4 lg:grid-cols-2">
      <UnitsCard {...props} />
      <AsksCard data={props.data} />
    </div>
  );
}

function UnitsCard({ data, filters, onFilter }: CoverageHeaderProps) {
  const t = useT();
  const segments = unitSegments(data.units, t);
  const show = (change: Partial<CoverageFilters>) => onFilter({ ...nothingNarrowed, ...change });
  return (
    <Card title={t('cascade.coverage.unitsTitle')}>
      <div className="flex flex-col gap-3">
        <SpreadRings units={data.units} />
        <StackedBar label={t('cascade.coverage.unitsTitle')} segments={segments} />
        <StateCounts
          label={t('cascade.coverage.unitsTitle')}
          segments={segments}
          picked={filters.trangthai}
          onPick={(key) => show({ trangthai: filters.trangthai === key ? '' : key })}
        />
        <Late late={data.late} on={filters.han !== ''} onPick={(on) => show({ han: on ? 'qua' : '' })} />
      </div>
    </Card>
  );
}

/** Lines asked of units, by state; and what units added of their own. */
export function AsksCard({ data }: { data: Coverage }) {
  const t = useT();
  const segments = askSegments(data.asks, t);
  return (
    <Card title={t('cascade.coverage.asksTitle')}>
      <div className="flex flex-col gap-3">
        <StackedBar label={t('cascade.coverage.asksTitle')} segments={segments} />
        <StateCounts label={t('cascade.coverage.asksTitle')} segments={segments.filter(({ n }) => n > 0)} />
        <Share share={data.share} />
      </div>
    </Card>
  );
}

/** From the sender down to what is shown: each step leads back up. */
export function Way({ planId, data, muc }: { planId: string; data: Coverage; muc: string }) {
  const t = useT();
  const way = data.way.some(({ unitId }) => unitId === data.node.unitId) ? data.way : [...data.way, data.node];
  return (
    <nav aria-label={t('cascade.coverage.way')}>
      <ol className="flex flex-wrap items-center gap-1">
        {way.map(({ unitId, name }, i) => (
          <li key={unitId} className="flex items-center gap-1">
            {i > 0 && <ChevronRight size={16} className="text-muted" aria-hidden />}
            {unitId === data.node.unitId ? (
              <strong aria-current="page" className="text-base">
                {name}
              </strong>
            ) : (
              <Link to={paths.planCoverage.to({ planId }, { trong: i === 0 ? '' : unitId, muc })}>{name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Late({ late, on, onPick }: { late: number; on: boolean; onPick: (on: boolean) => void }) {
  const t = useT();
  const language = useLanguage();
  if (late === 0 && !on) return <p className="px-2 text-muted">{t('cascade.coverage.lateNone')}</p>;
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => onPick(!on)}
      className="inline-flex min-h-8 items-center gap-1.5 self-start rounded-full border border-transparent px-2 font-semibold text-danger hover:bg-sunken aria-pressed:border-danger aria-pressed:bg-danger-soft"
    >
      <Clock size={16} aria-hidden />
      {t('cascade.coverage.late', { n: formatNumber(late, 0, language) })}
    </button>
  );
}

/** Of the plans that units made: what they took over, and what they added themselves. */
function Share({ share: { plans, inherited, own } }: { share: Coverage['share'] }) {
  const t = useT();
  const language = useLanguage();
  if (plans === 0) return <p className="border-t border-line pt-2 text-muted">{t('cascade.coverage.shareNone')}</p>;
  const n = (value: number) => formatNumber(value, 0, language);
  const taken = percent(inherited, inherited + own);
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-2">
      <p className="font-semibold">{t('cascade.coverage.share')}</p>
      <div className="flex h-2.5 gap-px overflow-hidden rounded-full bg-sunken" aria-hidden>
        <span className="bg-primary" style={{ flexGrow: inherited }} />
        <span className="bg-accent" style={{ flexGrow: own }} />
      </div>
      <p className="flex flex-wrap justify-between gap-x-4 text-xs font-semibold">
        <span className="text-primary">{t('cascade.coverage.shareInherited', { percent: taken })}</span>
        <span className="text-waiting">{t('cascade.coverage.shareOwn', { percent: 100 - taken })}</span>
      </p>
      <p className="text-xs text-muted">
        {t('cascade.coverage.shareFacts', { plans: n(plans), inherited: n(inherited), own: n(own) })}
      </p>
    </div>
  );
}
