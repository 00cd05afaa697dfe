import { useState } from 'react';
import { dayOf } from '#lib/format.ts';
import { placeArticle } from '#modules/articles/placing.contract.ts';
import { listOutlets } from '#modules/channels/outlets.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { FileField, type UploadedFile } from '../../app/file-field.tsx';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

/** Kinds of files that show what was printed or shown. */
export const scanTypes = ['.jpg', '.jpeg', '.png', '.webp', '.pdf'] as const;

interface PlaceFormProps {
  articleId: string;
  units: readonly { unitId: string; unitName: string }[];
  onClose: () => void;
}

/** Records that a story stood somewhere outside, in the name of a unit that speaks with the outlet. */
export function PlaceForm({ articleId, units, onClose }: PlaceFormProps) {
  const t = useT();
  const [scan, setScan] = useState<UploadedFile | null>(null);
  const today = dayOf(Date.now());
  const form = useForm({
    unitId: units[0]?.unitId ?? '',
    outletId: '',
    placedOn: today as string | null,
    url: '',
    note: '',
  });
  const { unitId } = form.values;
  const outlets = useRead(listOutlets, { unitId, limit: 200 });
  const items = outlets.data?.items ?? [];
  const place = useWrite(placeArticle, {
    changes: ['/placements', '/articles', '/outputs'],
    onDone: ({ placement, joined }) => {
      toast({
        tone: joined ? 'info' : 'success',
        text: joined ?? t('channels.record.done', { unit: placement.subjectUnitName }),
      });
      onClose();
    },
  });
  const outletId = form.values.outletId || items[0]?.id || '';
  const submit = () => {
    const { placedOn, url, note } = form.values;
    place.mutate(
      { articleId, unitId, outletId, placedOn: placedOn ?? '', url: url || null, scanFileId: scan?.id ?? null, note },
      { onError: form.fail },
    );
  };
  if (outlets.data && items.length === 0)
    return (
      <p className="text-sm">
        {t('channels.record.noOutlet')} <Link to={paths.outlets.to()}>{t('channels.outlets.add')}</Link>
      </p>
    );
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      {units.length > 1 && (
        <Select
          label={t('channels.unit')}
          options={units.map((one) => ({ value: one.unitId, label: one.unitName }))}
          value={unitId}
          onChange={(next) => form.set({ unitId: next, outletId: '' })}
        />
      )}
      <Select
        label={t('channels.record.outlet')}
        options={items.map((one) => ({ value: one.id, label: one.name }))}
        value={outletId}
        onChange={(next) => form.set({ outletId: next })}
      />
      <DateField label={t('channels.record.day')} required max={today} {...form.field('placedOn')} />
      <TextInput
        label={t('channels.record.url')}
        hint={t('channels.record.urlHint')}
        type="url"
        inputMode="url"
        {...form.field('url')}
      />
      <FileField
        label={t('channels.record.scan')}
        hint={t('channels.record.scanHint')}
        unitId={unitId}
        accept={scanTypes}
        value={scan}
        onChange={setScan}
      />
      <TextArea label={t('channels.note')} rows={2} {...form.field('note')} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={place.isPending}>
          {t('channels.record.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
