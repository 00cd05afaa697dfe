import FileInput from 'lucide-react/icons/file-input';
import Plus from 'lucide-react/icons/plus';
import { dueIn, moment, shortDay } from '#lib/format.ts';
import { listPlans, type PlanState, type PlanSummary } from '#modules/plans/plans.contract.ts';
import { useList } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { PlanStateTags, periodText, referenceOf } from './plan-words.tsx';
import { type PlanFilters, PlansFilter, planFilters } from './plans-filter.tsx';

/** Plans of the unit, and of the units below it, latest first. */
export default function PlansPage() {
  const t = useT();
  const { unit } = useSession();
  const [filters, setFilters] = useFilters(planFilters);
  const list = useList(listPlans, askedFor(filters, unit?.id), { keepPrevious: true });
  const columns = useColumns();
  const filtered = filters.q !== '' || filters.state !== '' || filters.kind !== '' || filters.year !== '';
  const clear = () => setFilters({ q: '', state: '', kind: '', year: '' });
  return (
    <Page title={t('plans.title')} lead={t('plans.lead')} action={<Beginnings />}>
      <PlansFilter filters={filters} onChange={setFilters} />
      {list.query.error && <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />}
      {!list.query.error && (
        <Card flush>
          <Table
            caption={t('plans.title')}
            columns={columns}
            rows={list.items}
            keyOf={(plan) => plan.id}
            linkOf={(plan) => paths.plan.to({ planId: plan.id })}
            empty={filtered ? <NoneFits onClear={clear} /> : <NoPlans />}
          />
          {list.items && list.items.length > 0 && (
            <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
          )}
        </Card>
      )}
    </Page>
  );
}

/** What is asked of the server; the whole reach unless the list is held to the unit of the top bar. */
function askedFor(filters: PlanFilters, unitId: string | undefined) {
  return {
    unitId: filters.scope === 'all' ? undefined : unitId,
    state: (filters.state || undefined) as PlanState | undefined,
    kind: (filters.kind || undefined) as PlanSummary['kind'] | undefined,
    year: filters.year || undefined,
    q: filters.q || undefined,
  };
}

function useColumns(): Column<PlanSummary>[] {
  const t = useT();
  const language = useLanguage();
  const now = Date.now();
  return [
    {
      key: 'title',
      title: t('plans.column.title'),
      width: '38%',
      cell: (plan) => (
        <>
          {plan.title}
          <span className="block text-xs font-normal text-muted">{referenceOf(plan)}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('plans.column.state'),
      cell: (plan) => <PlanStateTags state={plan.state} waiting={plan.waiting} />,
    },
    { key: 'unit', title: t('plans.column.unit'), cell: (plan) => plan.unitName },
    {
      key: 'period',
      title: t('plans.column.period'),
      wide: true,
      cell: (plan) => (
        <>
          {t(`plans.kind.${plan.kind}`)}
          <span className="block text-xs text-muted">{periodText(plan.period, t, language)}</span>
        </>
      ),
    },
    {
      key: 'due',
      title: t('plans.column.due'),
      cell: (plan) => <Due plan={plan} />,
    },
    {
      key: 'updated',
      title: t('plans.column.updated'),
      wide: true,
      cell: (plan) => <span className="text-muted">{moment(plan.updatedAt, now, language)}</span>,
    },
  ];
}

/** The day by which a draft is to be submitted; late in words and colour. Once it is on its way, the day of issue. */
function Due({ plan }: { plan: PlanSummary }) {
  const language = useLanguage();
  if (plan.issuedOn) return <span>{shortDay(plan.issuedOn)}</span>;
  if (!plan.dueOn) return <span className="text-muted">–</span>;
  const words = dueIn(plan.dueOn, Date.now(), language);
  const late = Date.parse(plan.dueOn) + 86_400_000 < Date.now();
  return (
    <>
      {shortDay(plan.dueOn)}
      <span className={cx('block text-xs', late ? 'font-semibold text-danger' : 'text-muted')}>{words}</span>
    </>
  );
}

/** The two ways to begin; the quick one first. */
function Beginnings() {
  const t = useT();
  const { can, canAnywhere } = useSession();
  if (!canAnywhere('plans.draft')) return null;
  return (
    <>
      {can('documents.read') && (
        <LinkButton to={paths.incoming.to()} icon={FileInput}>
          {t('plans.fromDocument')}
        </LinkButton>
      )}
      <LinkButton to={paths.planNew.to()} look="primary" icon={Plus}>
        {t('plans.new')}
      </LinkButton>
    </>
  );
}

function NoPlans() {
  const t = useT();
  const { canAnywhere } = useSession();
  const mayDraft = canAnywhere('plans.draft');
  return (
    <EmptyState
      title={t('plans.empty.title')}
      action={
        mayDraft && (
          <>
            <LinkButton to={paths.incoming.to()} look="primary" icon={FileInput}>
              {t('plans.fromDocument')}
            </LinkButton>
            <LinkButton to={paths.planNew.to()} icon={Plus}>
              {t('plans.newEmpty')}
            </LinkButton>
          </>
        )
      }
    >
      {t(mayDraft ? 'plans.empty.hint' : 'plans.empty.readHint')}
    </EmptyState>
  );
}

function NoneFits({ onClear }: { onClear: () => void }) {
  const t = useT();
  return (
    <EmptyState title={t('plans.none.title')} action={<Button onClick={onClear}>{t('plans.filter.clear')}</Button>}>
      {t('plans.none.hint')}
    </EmptyState>
  );
}
