import { useCallback, useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import type { Album } from '#modules/media/albums.contract.ts';
import { listClasses, listPupilsForMarking } from '#modules/media/classes.contract.ts';
import { type albumConsents, setAlbumClasses } from '#modules/media/consents.contract.ts';
import { call } from '../../app/client.ts';
import { useRead, useWrite } from '../../app/data.ts';
import type { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { ComboboxMany } from '../../ui/combobox-many.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';

interface Named {
  id: string;
  name: string;
}
interface Absent extends Named {
  className: string;
}

export interface AlbumClassesFormProps {
  album: Album;
  now: OutputOf<typeof albumConsents>;
  onDone: () => void;
}

/** "Lớp 3A, trừ …" in one act. */
export function AlbumClassesForm({ album, now, onDone }: AlbumClassesFormProps) {
  const t = useT();
  const { unitId } = album;
  const [classes, setClasses] = useState<Named[]>(now.classes);
  const [except, setExcept] = useState<Absent[]>(now.except);
  const [problem, setProblem] = useState<Problem>();
  const known = useRead(listClasses, { unitId });
  const chosen = classes.map((one) => one.name).join('\n');
  const search = useCallback(
    async (q: string, signal: AbortSignal): Promise<Absent[]> => {
      const { items } = await call(listPupilsForMarking, { unitId, q: q || undefined, limit: 50 }, { signal });
      return items.filter((one) => chosen.split('\n').includes(one.className));
    },
    [unitId, chosen],
  );
  const save = useWrite(setAlbumClasses, {
    changes: ['/albums'],
    onDone: () => {
      toast({ tone: 'success', text: t('consents.inAlbum.saved') });
      onDone();
    },
  });
  const ids = (of: readonly Named[]) => of.map((one) => one.id);
  return (
    <form
      aria-label={t('consents.inAlbum.title')}
      className="flex max-w-[80ch] flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const input = { albumId: album.id, classIds: ids(classes), except: ids(except) };
        save.mutate(input, { onError: setProblem });
      }}
    >
      {problem && <Notice live tone="danger" title={problem.title} />}
      <ComboboxMany<Named>
        label={t('consents.inAlbum.classes')}
        items={known.data?.items ?? []}
        value={classes}
        onChange={setClasses}
        keyOf={(one) => one.id}
        labelOf={(one) => one.name}
      />
      <ComboboxMany<Absent>
        label={t('consents.inAlbum.except')}
        hint={t('consents.inAlbum.exceptHint')}
        search={search}
        value={except}
        onChange={setExcept}
        keyOf={(one) => one.id}
        labelOf={(one) => one.name}
        detailOf={(one) => one.className}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('consents.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('consents.cancel')}
        </Button>
      </div>
    </form>
  );
}
