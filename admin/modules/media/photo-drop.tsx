import Camera from 'lucide-react/icons/camera';
import ImagePlus from 'lucide-react/icons/image-plus';
import { type DragEvent, useRef, useState } from 'react';
import { MOST_PHOTO_BYTES } from '#modules/media/media.contract.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { FieldError } from '../../ui/field.tsx';
import { useMedia } from '../../ui/media.ts';
import { PhotoProgress } from './photo-progress.tsx';
import { addPhotos } from './photo-queue.ts';

/** Where photos come in: many at once, dropped, chosen, or taken with the phone's camera. */
export function PhotoDrop({ unitId, albumId }: { unitId: string; albumId: string | null }) {
  const t = useT();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();
  const take = (files: FileList | null) => {
    const all = [...(files ?? [])];
    const large = all.find((file) => file.size > MOST_PHOTO_BYTES);
    const other = all.find((file) => file.type !== '' && !file.type.startsWith('image/'));
    setRefused(
      other ? t('media.queue.notPicture', { name: other.name }) : large && t('media.queue.large', { name: large.name }),
    );
    addPhotos(
      all.filter(
        (file) => file !== other && file.size <= MOST_PHOTO_BYTES && !(file.type && !file.type.startsWith('image/')),
      ),
      { unitId, albumId },
    );
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className="flex flex-col gap-2">
      <section
        aria-label={t('media.addHere')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          'flex flex-wrap items-center gap-3 rounded-md border-2 border-dashed px-4 py-4 transition-colors',
          over ? 'border-primary bg-primary-soft' : 'border-edge bg-paper',
        )}
      >
        <Pickers onFiles={take} />
        <p className="min-w-60 flex-1 text-sm text-muted">{t('media.addLead')}</p>
      </section>
      <FieldError id="photo-error" error={refused} />
      <PhotoProgress />
    </div>
  );
}

function Pickers({ onFiles }: { onFiles: (files: FileList | null) => void }) {
  const t = useT();
  const many = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const finger = useMedia('(pointer: coarse)');
  const input = { type: 'file', accept: 'image/*', className: 'hidden', tabIndex: -1 } as const;
  const changed = (event: { target: HTMLInputElement }) => {
    onFiles(event.target.files);
    event.target.value = '';
  };
  return (
    <>
      <Button look="primary" icon={ImagePlus} onClick={() => many.current?.click()}>
        {t('media.choose')}
      </Button>
      {finger && (
        <Button icon={Camera} onClick={() => camera.current?.click()}>
          {t('media.shoot')}
        </Button>
      )}
      <input ref={many} {...input} aria-label={t('media.choose')} multiple onChange={changed} />
      <input ref={camera} {...input} aria-label={t('media.shoot')} capture="environment" onChange={changed} />
    </>
  );
}
