import { useSyncExternalStore } from 'react';
import { useOnline } from '../../app/connection.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { againPhoto, clearPhotos, onPhotos, type QueuedPhoto, queuedPhotos } from './photo-queue.ts';

/** Photos on their way, each with how far it is. */
export function PhotoProgress() {
  const t = useT();
  const photos = useSyncExternalStore(onPhotos, queuedPhotos);
  if (photos.length === 0) return null;
  const done = photos.filter((one) => one.state === 'done' || one.state === 'known').length;
  const open = photos.some((one) => one.state !== 'done' && one.state !== 'known' && one.state !== 'failed');
  const count = t('media.queue.count', { done, all: photos.length });
  return (
    <Card
      title={t('media.queue')}
      action={
        !open && (
          <Button size="sm" look="quiet" onClick={clearPhotos}>
            {t('media.queue.clear')}
          </Button>
        )
      }
    >
      <Progress label={count} done={done} total={photos.length} />
      <p role="status" className="mt-1 text-sm text-muted">
        {open ? `${count}. ${t('media.queue.leave')}` : count}
      </p>
      <ul className="mt-3 flex max-h-80 flex-col gap-2 overflow-y-auto" aria-label={t('media.queue')}>
        {photos.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span className="min-w-0 flex-1 truncate">{one.name}</span>
            <PhotoState photo={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PhotoState({ photo }: { photo: QueuedPhoto }) {
  const t = useT();
  const online = useOnline();
  if (photo.state === 'failed')
    return (
      <span className="flex flex-wrap items-center gap-2">
        <StateTag tone="danger">{t('media.queue.failed', { reason: photo.reason ?? '' })}</StateTag>
        <Button size="sm" onClick={() => againPhoto(photo.id)}>
          {t('media.queue.again')}
        </Button>
      </span>
    );
  if (photo.state === 'done') return <StateTag tone="success">{t('media.queue.done')}</StateTag>;
  if (photo.state === 'known') return <StateTag tone="info">{t('media.queue.known')}</StateTag>;
  if (!online) return <StateTag tone="warning">{t('media.queue.away')}</StateTag>;
  if (photo.state === 'takes') return <span className="text-muted">{t('media.queue.takes')}</span>;
  if (photo.state === 'waits') return <span className="text-muted">{t('media.queue.waits')}</span>;
  return <span className="text-muted">{t('media.queue.sends', { percent: Math.round(photo.share * 100) })}</span>;
}
