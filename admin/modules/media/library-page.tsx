import FolderOpen from 'lucide-react/icons/folder-open';
import { listMedia, mediaStates, peopleAnswers } from '#modules/media/media.contract.ts';
import { useList } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Filters, LibraryFilter, noFilters } from './library-filter.tsx';
import { PhotoDrop } from './photo-drop.tsx';
import { PictureGrid } from './picture-grid.tsx';

const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined => all.find((one) => one === value);

/** What the address asks for, as the server is asked. */
const asked = (filters: Filters, unitId: string) => ({
  unitId,
  q: filters.q || undefined,
  albumId: filters.album || undefined,
  mine: filters.cua === 'mine' ? ('1' as const) : undefined,
  shared: filters.cua === 'shared' ? ('1' as const) : undefined,
  people: oneOf(peopleAnswers, filters.nguoi),
  state: oneOf(mediaStates, filters.tinhTrang),
  rights: oneOf(['ended', 'ending'] as const, filters.quyen),
});

/** Pictures of the unit: brought in, looked through, found. */
export default function LibraryPage() {
  const t = useT();
  const { unit, can } = useSession();
  const [filters, setFilters] = useFilters(noFilters);
  return (
    <Page
      title={t('media.title')}
      lead={t('media.lead')}
      action={
        <LinkButton icon={FolderOpen} to={paths.albums.to()}>
          {t('media.albums')}
        </LinkButton>
      }
    >
      {unit && can('media.add') && <PhotoDrop unitId={unit.id} albumId={filters.album || null} />}
      <LibraryFilter filters={filters} onChange={setFilters} />
      {unit && <Pictures filters={filters} unitId={unit.id} />}
    </Page>
  );
}

function Pictures({ filters, unitId }: { filters: Filters; unitId: string }) {
  const t = useT();
  const input = asked(filters, unitId);
  const list = useList(listMedia, input, { keepPrevious: true });
  // While something is being drawn the list looks again by itself.
  const waiting = list.items?.some((row) => row.state === 'waiting' || row.cut?.state === 'waiting') ?? false;
  useList(listMedia, input, { enabled: waiting, refetchEvery: waiting ? 2000 : undefined });
  if (list.query.error && !list.items)
    return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  if (!list.items) return <Skeleton lines={6} />;
  if (list.items.length === 0) return <None filtered={Object.values(filters).some((value) => value !== '')} />;
  return (
    <>
      <PictureGrid label={t('media.title')} rows={list.items} />
      <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
    </>
  );
}

function None({ filtered }: { filtered: boolean }) {
  const t = useT();
  return filtered ? (
    <EmptyState title={t('media.noneFound')}>{t('media.noneFoundHint')}</EmptyState>
  ) : (
    <EmptyState title={t('media.none')}>{t('media.noneHint')}</EmptyState>
  );
}
