import Lock from 'lucide-react/icons/lock';
import LockOpen from 'lucide-react/icons/lock-open';
import Pencil from 'lucide-react/icons/pencil';
import { useState } from 'react';
import { shortDay } from '#lib/format.ts';
import { type Album, closeAlbum, editAlbum, getAlbum } from '#modules/media/albums.contract.ts';
import { listMedia } from '#modules/media/media.contract.ts';
import { useList, useRead, useWrite } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice, ProblemPage } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton, Skeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { toast } from '../../ui/toast.tsx';
import { LawfulBases } from '../consents/lawful-bases.tsx';
import { AlbumClasses } from './album-classes.tsx';
import { AlbumForm, valuesOf } from './album-form.tsx';
import { PhotoDrop } from './photo-drop.tsx';
import { PictureGrid } from './picture-grid.tsx';

/** One event: what it was, and its pictures. */
export default function AlbumPage() {
  const t = useT();
  const { albumId } = useAddress(paths.album);
  const [editing, setEditing] = useState(false);
  const read = useRead(getAlbum, { albumId });
  if (!read.data)
    return read.error ? <ProblemPage problem={read.error} onRetry={() => void read.refetch()} /> : <PageSkeleton />;
  const album = read.data;
  return (
    <Page
      title={album.title}
      lead={album.unitName}
      crumbs={[
        { label: t('media.library'), to: paths.library.to() },
        { label: t('media.albums'), to: paths.albums.to() },
      ]}
      state={<Badge>{t(album.closedAt ? 'media.album.closed' : 'media.album.isOpen')}</Badge>}
      action={<Acts album={album} onEdit={() => setEditing(true)} />}
    >
      {editing && album.can.includes('edit') ? (
        <EditAlbum key={album.version} album={album} onDone={() => setEditing(false)} />
      ) : (
        <Facts album={album} />
      )}
      <AlbumClasses album={album} />
      <LawfulBases unitId={album.unitId} albumId={album.id} />
      {album.can.includes('add') && <PhotoDrop unitId={album.unitId} albumId={album.id} />}
      <Pictures album={album} />
    </Page>
  );
}

function Acts({ album, onEdit }: { album: Album; onEdit: () => void }) {
  const t = useT();
  const close = useWrite(closeAlbum, {
    changes: ['/albums'],
    onDone: (now) =>
      toast({ tone: 'success', text: t(now.closedAt ? 'media.album.closedToast' : 'media.album.reopened') }),
  });
  const set = (closed: boolean) =>
    close.mutate(
      { albumId: album.id, version: album.version, closed },
      { onError: (problem) => toast({ tone: 'danger', text: problem.title }) },
    );
  return (
    <div className="flex flex-wrap gap-2">
      {album.can.includes('edit') && (
        <Button icon={Pencil} onClick={onEdit}>
          {t('media.album.edit')}
        </Button>
      )}
      {album.can.includes('close') && (
        <Button icon={Lock} busy={close.isPending} onClick={() => set(true)}>
          {t('media.album.close')}
        </Button>
      )}
      {album.can.includes('reopen') && (
        <Button icon={LockOpen} busy={close.isPending} onClick={() => set(false)}>
          {t('media.album.reopen')}
        </Button>
      )}
    </div>
  );
}

function EditAlbum({ album, onDone }: { album: Album; onDone: () => void }) {
  const t = useT();
  const save = useWrite(editAlbum, {
    changes: ['/albums', '/media'],
    onDone: () => {
      toast({ tone: 'success', text: t('media.album.saved') });
      onDone();
    },
  });
  return (
    <Card title={t('media.album.edit')}>
      <AlbumForm
        unitId={album.unitId}
        initial={valuesOf(album)}
        verb={t('media.save')}
        busy={save.isPending}
        onCancel={onDone}
        onSave={({ classes, ...values }, fail) =>
          save.mutate(
            { albumId: album.id, version: album.version, ...values, classIds: classes.map((one) => one.id) },
            { onError: fail },
          )
        }
      />
    </Card>
  );
}

function Facts({ album }: { album: Album }) {
  const t = useT();
  const facts = [
    [t('media.album.eventOn'), album.eventOn && shortDay(album.eventOn)],
    [t('media.album.place'), album.place],
    [t('media.album.notice'), album.recordingNotice],
  ].filter(([, value]) => value);
  if (facts.length === 0) return null;
  return (
    <Card>
      <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[auto_1fr]">
        {facts.map(([name, value]) => (
          <div key={name} className="sm:contents">
            <dt className="text-muted">{name}</dt>
            <dd className="wrap-anywhere whitespace-pre-line">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Pictures({ album }: { album: Album }) {
  const t = useT();
  const input = { unitId: album.unitId, albumId: album.id };
  const list = useList(listMedia, input, { keepPrevious: true });
  const waiting = list.items?.some((row) => row.state === 'waiting') ?? false;
  useList(listMedia, input, { enabled: waiting, refetchEvery: waiting ? 2000 : undefined });
  if (list.query.error && !list.items)
    return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  if (!list.items) return <Skeleton lines={5} />;
  if (list.items.length === 0)
    return <EmptyState title={t('media.album.noneYet')}>{t('media.album.noneYetHint')}</EmptyState>;
  return (
    <>
      <PictureGrid label={t('media.album.pictures')} rows={list.items} />
      <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
    </>
  );
}
