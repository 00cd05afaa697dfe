import { useState } from 'react';
import { dayOf } from '#lib/format.ts';
import type { ClassConsents, PupilConsents } from '#modules/media/consents.contract.ts';
import { consentForms, listWordings, recordConsents } from '#modules/media/consents.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { FileField, type UploadedFile } from '../../app/file-field.tsx';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import { Givers } from './givers.tsx';
import { entriesOf, type Giver, type Pending } from './pending.ts';

export interface SaveAnswersProps {
  data: ClassConsents;
  pending: Pending;
  pupils: readonly PupilConsents[];
  onDone: () => void;
}

/** How the marked answers came: day, form, wording, who signed; then they are recorded in one act. */
export function SaveAnswers({ data, pending, pupils, onDone }: SaveAnswersProps) {
  const t = useT();
  const { class: one, purpose } = data;
  const [givers, setGivers] = useState<ReadonlyMap<string, Giver>>(new Map());
  const [file, setFile] = useState<UploadedFile | null>(null);
  const today = dayOf(Date.now());
  const form = useForm<{ givenOn: string | null; form: (typeof consentForms)[number]; wordingId: string }>({
    givenOn: today,
    form: 'form',
    wordingId: data.wording.id,
  });
  const wordings = useRead(listWordings, { unitId: one.unitId });
  const save = useWrite(recordConsents, {
    changes: ['/classes', '/consent-overview', '/pupils', '/picture-findings', '/media', '/withdrawals'],
    onDone: () => {
      toast({ tone: 'success', text: t('consents.recorded', { n: pupils.length }) });
      onDone();
    },
  });
  const { givenOn, form: how, wordingId } = form.values;
  const send = () =>
    save.mutate(
      {
        classId: one.id,
        purpose,
        form: how,
        wordingId,
        givenOn: givenOn ?? today,
        evidenceFileId: file?.id ?? null,
        entries: entriesOf(pending, givers),
      },
      { onError: form.fail },
    );
  const own = wordings.data?.items.filter((words) => words.purpose === purpose) ?? [data.wording];
  return (
    <Card title={t('consents.pending', { n: pending.size, pupils: pupils.length })}>
      <div className="flex flex-col gap-4">
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <div className="flex flex-wrap gap-4">
          <DateField label={t('consents.givenOn')} required max={today} {...form.field('givenOn')} />
          <Select
            label={t('consents.form')}
            options={consentForms.map((value) => ({ value, label: t(`consents.form.${value}`) }))}
            {...form.field('form')}
          />
          <Select
            label={t('consents.wording')}
            options={own.map((words) => ({
              value: words.id,
              label: t(words.unitId ? 'consents.wordingOwn' : 'consents.wordingN', { n: words.number }),
            }))}
            {...form.field('wordingId')}
          />
        </div>
        <Givers pupils={pupils} pending={pending} givers={givers} onChange={setGivers} />
        <FileField
          label={t('consents.scan')}
          unitId={one.unitId}
          accept={['.pdf', '.jpg', '.jpeg', '.png']}
          value={file}
          onChange={setFile}
        />
        <div className="flex flex-wrap gap-3">
          <Button look="primary" busy={save.isPending} onClick={send}>
            {t('consents.record')}
          </Button>
          <Button onClick={onDone}>{t('consents.discard')}</Button>
        </div>
      </div>
    </Card>
  );
}
