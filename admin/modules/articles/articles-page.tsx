import FileInput from 'lucide-react/icons/file-input';
import PenLine from 'lucide-react/icons/pen-line';
import { moment } from '#lib/format.ts';
import { type ArticleRow, getNewsroom, listArticles, stages } from '#modules/articles/articles.contract.ts';
import { useList, useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link, LinkButton } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { writingUrl } from './article-actions.tsx';
import { ArticlesFilter, type Filters, noFilters, scopeOf, tabOf, tabs } from './articles-filter.tsx';
import { EnterFor } from './enter-for.tsx';
import { StageTag } from './stage-tag.tsx';

const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined => all.find((one) => one === value);

/** What the address asks for, as the server is asked. */
const asked = (filters: Filters, unitId: string | undefined) => ({
  scope: scopeOf(filters),
  unitId,
  q: filters.q || undefined,
  stage: oneOf(stages, filters.buoc),
  kind: filters.loai || undefined,
  language: filters.ngonNgu || undefined,
  // Reached from an assignment or a series only.
  assignmentId: filters.giaoViet || undefined,
  seriesId: filters.tuyenBai || undefined,
});

/** Texts: one's own, the unit's, and what is public below it and in the sector. */
export default function ArticlesPage() {
  const t = useT();
  const { unit, canAnywhere } = useSession();
  const [filters, setFilters] = useFilters(noFilters);
  const list = useList(listArticles, asked(filters, unit?.id), { keepPrevious: true, enabled: unit !== null });
  const tab = tabOf(filters);
  const inSeries = filters.tuyenBai !== '';
  const columns = useColumns(inSeries || tab === 'below' || tab === 'sector');
  const shown = useTabs();
  const texts = (
    <div className="flex flex-col gap-4">
      <ArticlesFilter filters={filters} onChange={setFilters} />
      {list.query.error && !list.items ? (
        <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
      ) : (
        <Card flush>
          <Table
            caption={t(inSeries ? 'articles.series' : `articles.tab.${tab}`)}
            columns={columns}
            rows={unit ? list.items : []}
            keyOf={(row) => row.id}
            linkOf={(row) => paths.article.to({ articleId: row.id })}
            empty={<None filters={filters} />}
          />
          {list.items && list.items.length > 0 && (
            <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
          )}
        </Card>
      )}
    </div>
  );
  return (
    <Page title={t('articles.title')} lead={t('articles.lead')} action={tab === 'below' ? <EnterFor /> : <Begin />}>
      {canAnywhere('articles.write') && (
        <p>
          <Link to={paths.guards.to()}>{t('articles.guards')}</Link>
        </p>
      )}
      {inSeries ? (
        <>
          <div>
            <Button onClick={() => setFilters({ tuyenBai: '' })}>{t('articles.seriesClose')}</Button>
          </div>
          {texts}
        </>
      ) : (
        <Tabs
          label={t('articles.title')}
          tabs={shown.map((key) => ({ key, label: t(`articles.tab.${key}`) }))}
          value={tab}
          onChange={(key) => setFilters({ xem: key === 'unit' ? '' : key, buoc: '' })}
        >
          {texts}
        </Tabs>
      )}
    </Page>
  );
}

/** Whoever has a post in a team has its texts before them too. */
function useTabs() {
  const { can } = useSession();
  const { data } = useRead(getNewsroom, {}, { enabled: can('articles.write') });
  const inTeam = data?.places.some((place) => place.teamId !== null) ?? false;
  return tabs.filter((tab) => tab !== 'team' || inTeam);
}

function Begin() {
  const t = useT();
  const { can } = useSession();
  if (!can('articles.write')) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton icon={FileInput} to={paths.articleFromFile.to()}>
        {t('articles.fromFile')}
      </LinkButton>
      <a href={writingUrl()} className={buttonClass('primary')}>
        <PenLine size={16} className="shrink-0" aria-hidden />
        {t('articles.begin')}
      </a>
    </div>
  );
}

function None({ filters }: { filters: Filters }) {
  const t = useT();
  const filtered = [filters.q, filters.buoc, filters.loai, filters.ngonNgu].some((value) => value !== '');
  if (filtered) return <EmptyState title={t('articles.noneFound')}>{t('articles.noneFoundHint')}</EmptyState>;
  const tab = tabOf(filters);
  return (
    <EmptyState title={t(`articles.none.${tab}`)} action={tab !== 'below' && tab !== 'sector' ? <Begin /> : undefined}>
      {t(`articles.noneHint.${tab}`)}
    </EmptyState>
  );
}

function useColumns(publicOnes: boolean): Column<ArticleRow>[] {
  const t = useT();
  const language = useLanguage();
  const day = (row: ArticleRow) =>
    moment(publicOnes ? (row.publishedAt ?? row.movedAt) : row.movedAt, Date.now(), language);
  return [
    {
      key: 'title',
      title: t('articles.name'),
      width: '44%',
      cell: (row) => (
        <span className="line-clamp-2 wrap-anywhere" lang={row.language}>
          {row.title || t('articles.untitled')}
        </span>
      ),
    },
    {
      key: 'who',
      title: publicOnes ? t('articles.unit') : t('articles.author'),
      cell: (row) =>
        publicOnes ? row.unitName : [row.credit || row.authorName, row.teamName].filter(Boolean).join(' · ') || '–',
    },
    {
      key: 'moved',
      title: publicOnes ? t('articles.published') : t('articles.moved'),
      cell: (row) => <span className="whitespace-nowrap tabular-nums">{day(row)}</span>,
    },
    { key: 'stage', title: t('articles.stage'), cell: (row) => <StageTag article={row} /> },
  ];
}
