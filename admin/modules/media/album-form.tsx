import type { Album } from '#modules/media/albums.contract.ts';
import { listClasses } from '#modules/media/classes.contract.ts';
import { useRead } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import type { Problem } from '../../app/problem.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { ComboboxMany } from '../../ui/combobox-many.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';

type ClassOf = Pick<Album['classes'][number], 'id' | 'name'>;

export interface AlbumValues {
  title: string;
  eventOn: string | null;
  place: string;
  recordingNotice: string;
  classes: ClassOf[];
}

export const emptyAlbum: AlbumValues = { title: '', eventOn: null, place: '', recordingNotice: '', classes: [] };

export const valuesOf = (album: Album): AlbumValues => ({
  title: album.title,
  eventOn: album.eventOn,
  place: album.place ?? '',
  recordingNotice: album.recordingNotice ?? '',
  classes: album.classes,
});

interface AlbumFormProps {
  unitId: string;
  initial: AlbumValues;
  verb: string;
  busy: boolean;
  onSave: (values: AlbumValues, fail: (problem: Problem) => void) => void;
  onCancel: () => void;
}

/** What the event was, which classes took part, how people were told. */
export function AlbumForm({ unitId, initial, verb, busy, onSave, onCancel }: AlbumFormProps) {
  const t = useT();
  const { can } = useSession();
  const form = useForm(initial);
  return (
    <form
      className="flex max-w-[80ch] flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSave(form.values, form.fail);
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <TextInput label={t('media.album.title')} required {...form.field('title')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField label={t('media.album.eventOn')} {...form.field('eventOn')} />
        <TextInput label={t('media.album.place')} {...form.field('place')} />
      </div>
      <TextArea
        label={t('media.album.notice')}
        hint={t('media.album.notice.hint')}
        rows={2}
        {...form.field('recordingNotice')}
      />
      {can('consents.read') && <Classes unitId={unitId} {...form.field('classes')} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy}>
          {verb}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface ClassesProps {
  unitId: string;
  value: ClassOf[];
  onChange: (classes: ClassOf[]) => void;
  error: string | undefined;
}

function Classes({ unitId, value, onChange, error }: ClassesProps) {
  const t = useT();
  const classes = useRead(listClasses, { unitId });
  const known: ClassOf[] = classes.data?.items ?? [];
  if (known.length === 0 && value.length === 0) return null;
  return (
    <ComboboxMany
      label={t('media.album.classes')}
      items={known}
      value={value}
      onChange={onChange}
      error={error}
      keyOf={(one) => one.id}
      labelOf={(one) => one.name}
    />
  );
}
