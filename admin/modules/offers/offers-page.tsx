import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { listOffers, type OfferRow, offerStates } from '#modules/articles/offers.contract.ts';
import { useList } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { useMedia } from '../../ui/media.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { OfferPane } from './offer-pane.tsx';
import { OfferRules } from './offer-rules.tsx';
import { type Filters, isFiltered, noFilters, OffersFilter, sideOf, sides } from './offers-filter.tsx';
import { OffersTable } from './offers-table.tsx';

/** What the address asks for, as the server is asked. */
const asked = (filters: Filters, unitId: string) => ({
  unitId,
  side: sideOf(filters),
  state: offerStates.find((state) => state === filters.buoc),
  kind: filters.loai || undefined,
  fromUnitId: filters.tu || undefined,
  late: filters.han === 'qua-han' ? ('1' as const) : undefined,
  q: filters.q || undefined,
});

/** Stories on their way up: a list, and the chosen one beside it; on a phone the chosen one is a page of its own. */
export default function OffersPage() {
  const t = useT();
  const { unit, can } = useSession();
  const [filters, setFilters] = useFilters(noFilters);
  const wide = useMedia('(min-width: 80rem)');
  const list = useList(listOffers, asked(filters, unit?.id ?? ''), { keepPrevious: true, enabled: unit !== null });
  const rows = list.items ?? [];
  const step = useStep(rows, filters);
  if (filters.xem !== '' && !wide)
    return <OnePage id={filters.xem} step={step} onBack={() => setFilters({ xem: '' })} />;
  return (
    <Page
      width="full"
      title={t('offers.title')}
      lead={t('offers.lead')}
      action={
        can('placements.record') && <LinkButton to={paths.outlets.to()}>{t('channels.outlets.title')}</LinkButton>
      }
    >
      <Tabs
        label={t('offers.title')}
        tabs={sides.map((key) => ({ key, label: t(`offers.tab.${key}`) }))}
        value={sideOf(filters)}
        onChange={(key) => setFilters({ ...noFilters, muc: key === 'received' ? '' : key })}
      >
        <div className="flex flex-col gap-4">
          {sideOf(filters) === 'sent' && unit && can('articles.select') && <OfferRules unitId={unit.id} />}
          <OffersFilter filters={filters} onChange={(change) => setFilters({ ...change, xem: '' })} />
          {list.query.error && !list.items ? (
            <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
          ) : (
            <div
              className={
                wide && rows.length > 0 ? 'grid grid-cols-[minmax(0,5fr)_minmax(0,6fr)] items-start gap-6' : ''
              }
            >
              <OffersTable
                key={sideOf(filters)}
                list={list}
                rows={unit ? list.items : []}
                side={sideOf(filters)}
                filtered={isFiltered(filters)}
                linkOf={(row) => paths.offers.to({}, { ...filters, xem: row.id })}
                chosen={filters.xem}
                narrow={wide}
              />
              {wide && rows.length > 0 && <Beside id={filters.xem} />}
            </div>
          )}
        </div>
      </Tabs>
    </Page>
  );
}

function Beside({ id }: { id: string }) {
  const t = useT();
  if (id !== '') return <OfferPane offerId={id} />;
  return (
    <Card>
      <p className="text-muted">{t('offers.choose')}</p>
      <p className="mt-1 text-xs text-muted">{t('offers.keys')}</p>
    </Card>
  );
}

interface Step {
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
}

/** From one story of the list to the one before and after it, by button or by Alt with an arrow. */
function useStep(rows: readonly OfferRow[], filters: Filters): Step {
  const navigate = useNavigate();
  const at = rows.findIndex((row) => row.id === filters.xem);
  const to = (row: OfferRow | undefined) =>
    row &&
    (() => void navigate({ to: paths.offers.to({}, { ...filters, xem: row.id }), replace: true, resetScroll: false }));
  const previous = at > 0 ? to(rows[at - 1]) : undefined;
  const next = to(rows[at + 1]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      const go = event.key === 'ArrowDown' ? next : event.key === 'ArrowUp' ? previous : undefined;
      if (!event.altKey || typing || !go) return;
      event.preventDefault();
      go();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return { previous, next };
}

function OnePage({ id, step, onBack }: { id: string; step: Step; onBack: () => void }) {
  const t = useT();
  const [previous, next] = [step.previous, step.next];
  return (
    <Page width="reading" title={t('offers.title')} crumbs={[{ label: t('offers.title'), to: paths.offers.to() }]}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-2">
          <Button onClick={onBack}>{t('offers.back')}</Button>
          {previous && (
            <Button look="quiet" onClick={previous}>
              {t('offers.previous')}
            </Button>
          )}
          {next && (
            <Button look="quiet" onClick={next}>
              {t('offers.next')}
            </Button>
          )}
        </div>
        <OfferPane offerId={id} />
      </div>
    </Page>
  );
}
