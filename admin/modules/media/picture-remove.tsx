import { useNavigate } from '@tanstack/react-router';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { type MediaDetail, removeMedia } from '#modules/media/media.contract.ts';
import { useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { toast } from '../../ui/toast.tsx';

export function PictureRemove({ row }: { row: MediaDetail }) {
  const t = useT();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useWrite(removeMedia, {
    changes: ['/media', '/albums'],
    onDone: () => {
      toast({ tone: 'success', text: t('media.removed') });
      void navigate({ to: paths.library.to() });
    },
  });
  if (!row.can.includes('remove')) return null;
  return (
    <>
      <Button icon={Trash2} onClick={() => setAsking(true)}>
        {t('media.remove')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('media.remove.title')}
        verb={t('media.remove')}
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          remove.mutate(
            { mediaId: row.id, version: row.version },
            { onError: (problem) => toast({ tone: 'danger', text: problem.title }), onSettled: () => setAsking(false) },
          )
        }
      >
        {t('media.remove.text')}
      </Confirm>
    </>
  );
}
