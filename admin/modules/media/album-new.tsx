import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { addAlbum } from '#modules/media/albums.contract.ts';
import { useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { toast } from '../../ui/toast.tsx';
import { AlbumForm, emptyAlbum } from './album-form.tsx';

export function NewAlbum({ unitId, onCancel }: { unitId: string; onCancel: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [id] = useState(() => newId());
  const save = useWrite(addAlbum, {
    changes: ['/albums'],
    onDone: (album) => {
      toast({ tone: 'success', text: t('media.album.created') });
      void navigate({ to: paths.album.to({ albumId: album.id }) });
    },
  });
  return (
    <AlbumForm
      unitId={unitId}
      initial={emptyAlbum}
      verb={t('media.album.create')}
      busy={save.isPending}
      onCancel={onCancel}
      onSave={({ classes, ...values }, fail) =>
        save.mutate({ id, unitId, ...values, classIds: classes.map((one) => one.id) }, { onError: fail })
      }
    />
  );
}
