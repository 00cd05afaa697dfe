import { listAlbums } from '#modules/media/albums.contract.ts';
import { describeMedia, type MediaDetail, rightsBases } from '#modules/media/media.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { FocalPoint } from './focal-point.tsx';

const valuesOf = (row: MediaDetail) => ({
  caption: row.caption,
  alt: row.alt,
  credit: row.credit,
  rightsBasis: row.rightsBasis,
  rightsNote: row.rightsNote,
  rightsUntil: row.rightsUntil,
  albumId: row.albumId ?? '',
  focalX: row.focalX,
  focalY: row.focalY,
});

/** Words, source, rights and the point that must stay visible. */
export function PictureWords({ row }: { row: MediaDetail }) {
  const t = useT();
  const form = useForm(valuesOf(row));
  const albums = useRead(listAlbums, { unitId: row.unitId, limit: 200 });
  const save = useWrite(describeMedia, {
    changes: ['/media', '/albums'],
    onDone: () => toast({ tone: 'success', text: t('media.saved') }),
  });
  const may = row.can.includes('describe');
  const submit = () => {
    const { albumId, ...values } = form.values;
    save.mutate({ mediaId: row.id, version: row.version, ...values, albumId: albumId || null }, { onError: form.fail });
  };
  const open = (albums.data?.items ?? []).filter((one) => one.closedAt === null || one.id === row.albumId);
  return (
    <Card title={t('media.words')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) submit();
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <fieldset disabled={!may} className="flex flex-col gap-4">
          <TextArea label={t('media.caption')} hint={t('media.caption.hint')} {...form.field('caption')} rows={2} />
          <TextArea label={t('media.alt')} hint={t('media.alt.hint')} {...form.field('alt')} rows={2} />
          <TextInput label={t('media.credit')} hint={t('media.credit.hint')} {...form.field('credit')} />
          <Select
            label={t('media.basis')}
            {...form.field('rightsBasis')}
            options={rightsBases.map((value) => ({ value, label: t(`media.basis.${value}`) }))}
          />
          <TextInput label={t('media.basisNote')} hint={t('media.basisNote.hint')} {...form.field('rightsNote')} />
          <DateField label={t('media.until')} hint={t('media.until.hint')} {...form.field('rightsUntil')} />
          <Select
            label={t('media.album')}
            {...form.field('albumId')}
            placeholder={t('media.noAlbum')}
            options={open.map((one) => ({ value: one.id, label: one.title }))}
          />
          <FocalPoint row={row} x={form.values.focalX} y={form.values.focalY} onChange={form.set} />
        </fieldset>
        {may && (
          <div>
            <Button type="submit" look="primary" busy={save.isPending}>
              {t('media.save')}
            </Button>
          </div>
        )}
      </form>
    </Card>
  );
}
