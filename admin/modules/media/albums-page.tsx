import FolderPlus from 'lucide-react/icons/folder-plus';
import { useState } from 'react';
import { shortDay } from '#lib/format.ts';
import { type Album, listAlbums } from '#modules/media/albums.contract.ts';
import { useList } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { cutAddress } from '../../light/cut-address.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { NewAlbum } from './album-new.tsx';

/** Albums of the unit: one for each event. */
export default function AlbumsPage() {
  const t = useT();
  const { unit, can } = useSession();
  const [filters, setFilters] = useFilters({ q: '', mo: '' });
  const [adding, setAdding] = useState(false);
  const may = unit !== null && can('media.add');
  return (
    <Page
      title={t('media.albums.title')}
      lead={t('media.albums.lead')}
      crumbs={[{ label: t('media.library'), to: paths.library.to() }]}
      action={
        may && !adding ? (
          <Button look="primary" icon={FolderPlus} onClick={() => setAdding(true)}>
            {t('media.albums.new')}
          </Button>
        ) : undefined
      }
    >
      {may && adding && (
        <Card title={t('media.albums.new')}>
          <NewAlbum unitId={unit.id} onCancel={() => setAdding(false)} />
        </Card>
      )}
      <div className="flex flex-wrap items-end gap-4">
        <SearchBox
          className="min-w-60 flex-1 sm:max-w-96"
          label={t('media.albums.search')}
          value={filters.q}
          onSearch={(q) => setFilters({ q })}
        />
        <Checkbox
          label={t('media.albums.open')}
          checked={filters.mo === '1'}
          onChange={(open) => setFilters({ mo: open ? '1' : '' })}
        />
      </div>
      {unit && <Albums unitId={unit.id} q={filters.q} open={filters.mo === '1'} />}
    </Page>
  );
}

function Albums({ unitId, q, open }: { unitId: string; q: string; open: boolean }) {
  const t = useT();
  const list = useList(
    listAlbums,
    { unitId, q: q || undefined, open: open ? ('1' as const) : undefined },
    { keepPrevious: true },
  );
  if (list.query.error && !list.items)
    return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  if (!list.items) return <Skeleton lines={5} />;
  if (list.items.length === 0)
    return q || open ? (
      <EmptyState title={t('media.noneFound')}>{t('media.noneFoundHint')}</EmptyState>
    ) : (
      <EmptyState title={t('media.albums.none')}>{t('media.albums.noneHint')}</EmptyState>
    );
  return (
    <>
      <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3" aria-label={t('media.albums.title')}>
        {list.items.map((one) => (
          <li key={one.id} className="min-w-0">
            <AlbumCard album={one} />
          </li>
        ))}
      </ul>
      <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
    </>
  );
}

function AlbumCard({ album }: { album: Album }) {
  const t = useT();
  const facts = [
    album.eventOn && shortDay(album.eventOn),
    album.place,
    album.classes.map((one) => one.name).join(', '),
  ];
  return (
    <article className="flex h-full flex-col overflow-hidden rounded-md border border-line bg-paper">
      <Link to={paths.album.to({ albumId: album.id })} className="flex flex-col no-underline">
        {album.coverCutId ? (
          <img
            src={cutAddress(album.coverCutId, '480')}
            alt=""
            loading="lazy"
            className="aspect-video w-full bg-sunken object-cover"
          />
        ) : (
          <span className="aspect-video w-full bg-sunken" />
        )}
        <span className="px-3 pt-2 font-semibold wrap-anywhere text-ink">{album.title}</span>
      </Link>
      <p className="mt-auto flex flex-wrap items-center gap-2 px-3 pt-1 pb-3 text-sm text-muted">
        {facts.filter(Boolean).join(' · ')}
        <span>{t('media.album.count', { n: album.pictures })}</span>
        {album.closedAt && <Badge>{t('media.album.closed')}</Badge>}
      </p>
    </article>
  );
}
