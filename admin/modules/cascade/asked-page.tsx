import { useNavigate } from '@tanstack/react-router';
import type { AskedRow } from '#modules/cascade/cascade.contract.ts';
import { listAsked, makePlanFromAnswers } from '#modules/cascade/cascade.contract.ts';
import { useList, useWrite } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { answerAddress, paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AskedMine } from './asked-mine.tsx';
import { AnswerButton, AskedDue, AskedTag, BelowLink, useFrom, waits } from './asked-words.tsx';

const tabs = { open: 'cho', done: 'xong', mine: 'toi' } as const;
type Tab = keyof typeof tabs;

/** What plans from above ask of us: what waits first, then what is done, and what was given to me. */
export default function AskedPage() {
  const t = useT();
  const { unit } = useSession();
  const [filters, setFilters] = useFilters({ muc: '' });
  const tab = (Object.keys(tabs) as Tab[]).find((key) => tabs[key] === filters.muc) ?? 'open';
  return (
    <Page title={t('cascade.asked.title')} lead={t('cascade.asked.lead', { unit: unit?.name ?? '' })}>
      <Tabs
        label={t('cascade.asked.tabs')}
        tabs={(Object.keys(tabs) as Tab[]).map((key) => ({ key, label: t(`cascade.asked.tab.${key}`) }))}
        value={tab}
        onChange={(key) => setFilters({ muc: key === 'open' ? '' : tabs[key] })}
      >
        {tab === 'mine' ? <AskedMine /> : <AskedList key={tab} show={tab} />}
      </Tabs>
    </Page>
  );
}

function AskedList({ show }: { show: 'open' | 'done' }) {
  const t = useT();
  const { unit } = useSession();
  const list = useList(listAsked, { show, unitId: unit?.id });
  const columns = useColumns(show);
  if (list.query.error) return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  return (
    <Card flush>
      <Table
        caption={t(`cascade.asked.tab.${show}`)}
        columns={columns}
        rows={list.items}
        keyOf={(row) => row.id}
        empty={<EmptyState title={t(`cascade.asked.${show}None`)}>{t(`cascade.asked.${show}NoneHint`)}</EmptyState>}
      />
      {list.items && list.items.length > 0 && (
        <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
      )}
    </Card>
  );
}

function useColumns(show: 'open' | 'done'): Column<AskedRow>[] {
  const t = useT();
  const from = useFrom();
  return [
    {
      key: 'plan',
      title: t('cascade.asked.column.plan'),
      width: '38%',
      cell: (row) => (
        <>
          <a href={answerAddress(row.id)} className="text-ink hover:text-primary">
            {row.title}
          </a>
          <span className="block text-xs font-normal text-muted">{from(row)}</span>
        </>
      ),
    },
    { key: 'state', title: t('cascade.asked.column.state'), cell: (row) => <AskedTag row={row} /> },
    { key: 'due', title: t('cascade.asked.column.due'), cell: (row) => <AskedDue row={row} /> },
    {
      key: 'answered',
      title: t('cascade.asked.column.answered'),
      cell: (row) =>
        row.asked === 0 ? (
          <span className="text-muted">–</span>
        ) : (
          <Progress
            done={row.answered}
            total={row.asked}
            label={t('cascade.asked.of', { done: row.answered, all: row.asked })}
          />
        ),
    },
    {
      key: 'act',
      title: show === 'done' ? t('cascade.asked.column.own') : '',
      cell: (row) => (
        <div className="relative z-10 flex flex-wrap gap-2">
          <AnswerButton row={row} look={waits(row) ? 'primary' : 'secondary'} />
          {!waits(row) && <OwnPlan row={row} />}
          <BelowLink planId={row.planId} />
        </div>
      ),
    },
  ];
}

/** The unit's own plan out of its answers: made once, then opened. */
function OwnPlan({ row }: { row: AskedRow }) {
  const t = useT();
  const { can } = useSession();
  const navigate = useNavigate();
  const make = useWrite(makePlanFromAnswers, {
    changes: ['/asked', '/plans'],
    onDone: ({ planId }) => void navigate({ to: paths.planEdit.to({ planId }) }),
  });
  if (row.ownPlanId)
    return (
      <LinkButton size="sm" to={paths.plan.to({ planId: row.ownPlanId })}>
        {t('cascade.asked.openPlan')}
      </LinkButton>
    );
  if (row.planState !== 'issued' || row.answered === 0 || !can('plans.draft')) return null;
  return (
    <>
      <Button size="sm" busy={make.isPending} onClick={() => make.mutate({ addresseeId: row.id })}>
        {t('cascade.asked.makePlan')}
        <span className="sr-only">: {row.title}</span>
      </Button>
      {make.error && <ProblemNotice problem={make.error} />}
    </>
  );
}
