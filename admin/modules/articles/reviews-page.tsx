import Hand from 'lucide-react/icons/hand';
import { useState } from 'react';
import { dueIn, shortDay } from '#lib/format.ts';
import { claimStep, listWaiting, stepHolders, type WaitingArticle } from '#modules/articles/steps.contract.ts';
import { useList, useWrite } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import type { Problem } from '../../app/problem.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { toast } from '../../ui/toast.tsx';
import { noFilters, ReviewsFilter, type ReviewsFilters, tabOf, tabs } from './reviews-filter.tsx';
import { ActProblem, stepChanges } from './step-problem.tsx';

/** What the address asks for, as the server is asked. */
const asked = (filters: ReviewsFilters) => ({
  scope: tabOf(filters),
  by: stepHolders.find((one) => one === filters.buoc),
  late: filters.han === 'qua-han' ? ('yes' as const) : undefined,
  q: filters.q || undefined,
});

/** Texts under review: what waits for the reader, for the unit, and what they handed in themselves. */
export default function ReviewsPage() {
  const t = useT();
  const { canAnywhere } = useSession();
  const [filters, setFilters] = useFilters(noFilters);
  const list = useList(listWaiting, asked(filters), { keepPrevious: true });
  const [problem, setProblem] = useState<Problem>();
  const columns = useColumns(setProblem);
  const tab = tabOf(filters);
  const setting = canAnywhere('newsroom.manage') && (
    <LinkButton to={paths.workflow.to()}>{t('steps.waiting.setting')}</LinkButton>
  );
  return (
    <Page title={t('steps.waiting.title')} lead={t('steps.waiting.lead')} action={setting || undefined}>
      <Tabs
        label={t('steps.waiting.title')}
        tabs={tabs.map((key) => ({ key, label: t(`steps.waiting.tab.${key}`) }))}
        value={tab}
        onChange={(key) => setFilters({ xem: key === 'mine' ? '' : key })}
      >
        <div className="flex flex-col gap-4">
          <ReviewsFilter filters={filters} onChange={setFilters} />
          {problem && <ActProblem problem={problem} />}
          {list.query.error && !list.items ? (
            <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
          ) : (
            <Card flush>
              <Table
                caption={t(`steps.waiting.tab.${tab}`)}
                columns={columns}
                rows={list.items}
                keyOf={(row) => row.runId}
                linkOf={(row) => paths.article.to({ articleId: row.articleId })}
                empty={<None filters={filters} />}
              />
              {list.items && list.items.length > 0 && (
                <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
              )}
            </Card>
          )}
        </div>
      </Tabs>
    </Page>
  );
}

function None({ filters }: { filters: ReviewsFilters }) {
  const t = useT();
  const filtered = [filters.q, filters.buoc, filters.han].some((value) => value !== '');
  if (filtered) return <EmptyState title={t('steps.waiting.noneFound')}>{t('steps.waiting.noneFoundHint')}</EmptyState>;
  const tab = tabOf(filters);
  return <EmptyState title={t(`steps.waiting.none.${tab}`)}>{t(`steps.waiting.noneHint.${tab}`)}</EmptyState>;
}

function useColumns(onProblem: (problem: Problem | undefined) => void): Column<WaitingArticle>[] {
  const t = useT();
  return [
    {
      key: 'title',
      title: t('steps.waiting.name'),
      width: '36%',
      cell: (row) => <span className="line-clamp-2 wrap-anywhere">{row.title || '–'}</span>,
    },
    {
      key: 'from',
      title: t('steps.waiting.from'),
      cell: (row) => (
        <>
          {row.submittedByName ?? row.authorName ?? '–'}
          <span className="block text-xs text-muted">{row.teamName ?? row.unitName}</span>
        </>
      ),
    },
    { key: 'step', title: t('steps.waiting.step'), cell: (row) => <AtStep row={row} /> },
    { key: 'due', title: t('steps.waiting.due'), cell: (row) => <Due row={row} /> },
    { key: 'acts', title: t('steps.waiting.acts'), cell: (row) => <Claim row={row} onProblem={onProblem} /> },
  ];
}

function AtStep({ row }: { row: WaitingArticle }) {
  const t = useT();
  const { claimedBy, delegatedTo } = row;
  const who = claimedBy
    ? t('steps.claimedBy', { who: claimedBy.name })
    : delegatedTo && t('steps.delegatedTo', { who: delegatedTo.name });
  return (
    <>
      {row.stepName}
      {who && <span className="block text-xs text-muted">{who}</span>}
    </>
  );
}

function Due({ row: { dueOn, late } }: { row: WaitingArticle }) {
  const t = useT();
  const language = useLanguage();
  if (dueOn === null) return '–';
  return (
    <>
      <span className="tabular-nums">{shortDay(dueOn)}</span>
      <span className={`block text-xs ${late > 0 ? 'font-semibold text-danger' : 'text-muted'}`}>
        {late > 0 ? t('steps.late', { n: late }) : dueIn(dueOn, Date.now(), language)}
      </span>
    </>
  );
}

/** Taking on from the list; nobody then begins to read what a colleague has in hand. */
function Claim({ row, onProblem }: { row: WaitingArticle; onProblem: (problem: Problem | undefined) => void }) {
  const t = useT();
  const claim = useWrite(claimStep, {
    changes: stepChanges,
    onDone: () => toast({ text: t('steps.done.claim') }),
  });
  if (!row.can.includes('claim') || row.claimedBy) return null;
  const { articleId, runId, step } = row;
  const press = () => {
    onProblem(undefined);
    claim.mutate({ articleId, runId, step }, { onError: onProblem });
  };
  return (
    <Button size="sm" icon={Hand} busy={claim.isPending} onClick={press}>
      {t('steps.act.claim')}
    </Button>
  );
}
