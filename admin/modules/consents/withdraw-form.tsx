import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { type ConsentChannel, consentChannels } from '#modules/media/classes.contract.ts';
import type { PupilConsents } from '#modules/media/consents.contract.ts';
import { withdrawConsent } from '#modules/media/withdrawals.contract.ts';
import { useWrite } from '../../app/data.ts';
import { FileField, type UploadedFile } from '../../app/file-field.tsx';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

/** A day of the past begins its clocks at noon of that day in Vietnam; today's at this moment. */
const instantOf = (day: string | null, today: string): string | undefined =>
  day === null || day === today ? undefined : `${day}T05:00:00.000Z`;

/** Who asked, when, for which channels; the pictures are held back as it is recorded. */
export function WithdrawForm({ pupil, unitId }: { pupil: PupilConsents; unitId: string }) {
  const t = useT();
  const go = useNavigate();
  const today = dayOf(Date.now());
  const [id] = useState(() => newId());
  const [channels, setChannels] = useState<ConsentChannel[]>([]);
  const [file, setFile] = useState<UploadedFile | null>(null);
  const form = useForm({ askedBy: '', reason: '', receivedAt: today as string | null });
  const withdraw = useWrite(withdrawConsent, {
    changes: ['/classes', '/pupils', '/withdrawals', '/consent-overview', '/picture-findings', '/media'],
    onDone: (made) => {
      toast({ tone: 'success', text: t('consents.withdraw.done') });
      void go({ to: paths.withdrawal.to({ withdrawalId: made.id }) });
    },
  });
  const { askedBy, reason, receivedAt } = form.values;
  const send = () =>
    withdraw.mutate(
      {
        id,
        pupilId: pupil.id,
        askedBy,
        reason,
        channels: channels.length > 0 ? channels : null,
        receivedAt: instantOf(receivedAt, today),
        evidenceFileId: file?.id ?? null,
      },
      { onError: form.fail },
    );
  const toggle = (channel: ConsentChannel) =>
    setChannels(channels.includes(channel) ? channels.filter((one) => one !== channel) : [...channels, channel]);
  return (
    <form
      aria-label={t('consents.withdraw.title', { name: pupil.name })}
      className="flex flex-col gap-4 rounded-md border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="text-muted">{t('consents.withdraw.hint')}</p>
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <div className="flex flex-wrap gap-4">
        <TextInput
          label={t('consents.withdraw.askedBy')}
          hint={t('consents.withdraw.askedByHint')}
          required
          maxLength={160}
          className="min-w-64 flex-1"
          {...form.field('askedBy')}
        />
        <DateField label={t('consents.withdraw.receivedOn')} max={today} {...form.field('receivedAt')} />
      </div>
      <FieldGroup label={t('consents.withdraw.channels')} hint={t('consents.withdraw.channelsHint')}>
        <div className="flex flex-wrap gap-x-6">
          {consentChannels.map((channel) => (
            <Checkbox
              key={channel}
              label={t(`consents.channel.${channel}`)}
              checked={channels.includes(channel)}
              onChange={() => toggle(channel)}
            />
          ))}
        </div>
      </FieldGroup>
      <TextInput label={t('consents.withdraw.reason')} maxLength={500} {...form.field('reason')} />
      <FileField
        label={t('consents.withdraw.evidence')}
        unitId={unitId}
        accept={['.pdf', '.jpg', '.jpeg', '.png']}
        value={file}
        onChange={setFile}
      />
      <div>
        <Button type="submit" look="danger" busy={withdraw.isPending}>
          {t('consents.withdraw.do')}
        </Button>
      </div>
    </form>
  );
}
