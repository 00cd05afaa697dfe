import { type ReactNode, useState } from 'react';
import { dayOf } from '#lib/format.ts';
import {
  cancelPlacement,
  closeRemoval,
  type PlacementRow,
  recordPlaced,
  refusePlacement,
} from '#modules/channels/placements.contract.ts';
import { useWrite } from '../../app/data.ts';
import { FileField, type UploadedFile } from '../../app/file-field.tsx';
import { useForm } from '../../app/form.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { scanTypes } from './place-form.tsx';

type Open = 'record' | 'refuse' | 'close' | 'cancel';
interface FormProps {
  row: PlacementRow;
  onClose: () => void;
}
const changes = ['/placements', '/outputs'] as const;

/** What may be done with it now, each in its own small form. */
export function PlacementActs({ row }: { row: PlacementRow }) {
  const t = useT();
  const [open, setOpen] = useState<Open | null>(row.can.includes('close') ? 'close' : null);
  const form = { row, onClose: () => setOpen(null) };
  if (open === 'record') return <RecordForm {...form} />;
  if (open === 'close' && row.can.includes('close')) return <CloseForm {...form} />;
  if (open === 'refuse') return <RefuseForm {...form} />;
  if (open === 'cancel') return <CancelForm {...form} />;
  return (
    <div className="flex flex-wrap gap-2">
      {row.can.includes('record') && (
        <Button look={row.state === 'placed' ? 'secondary' : 'primary'} onClick={() => setOpen('record')}>
          {t(row.state === 'placed' ? 'channels.scan' : 'channels.record.title')}
        </Button>
      )}
      {row.can.includes('close') && <Button onClick={() => setOpen('close')}>{t('channels.close.title')}</Button>}
      {row.can.includes('refuse') && <Button onClick={() => setOpen('refuse')}>{t('channels.refuse.do')}</Button>}
      {row.can.includes('cancel') && (
        <Button look="quiet" onClick={() => setOpen('cancel')}>
          {t('channels.cancel.do')}
        </Button>
      )}
    </div>
  );
}

/** When it stood, and what shows it; of what stands already a scan and a note may be added. */
function RecordForm({ row, onClose }: FormProps) {
  const t = useT();
  const { unit } = useSession();
  const stands = row.state === 'placed';
  const today = dayOf(Date.now());
  const [scan, setScan] = useState<UploadedFile | null>(null);
  const form = useForm({ placedOn: (row.placedOn ?? today) as string | null, url: row.url ?? '', note: row.note });
  const save = useWrite(recordPlaced, {
    changes,
    onDone: (after) => {
      toast({ tone: 'success', text: t('channels.record.done', { unit: after.subjectUnitName }) });
      onClose();
    },
  });
  const submit = () => {
    const { placedOn, url, note } = form.values;
    const scanFileId = scan?.id ?? row.scanFileId;
    const given = { placementId: row.id, version: row.version, placedOn: placedOn ?? '', url: url || null, note };
    save.mutate({ ...given, scanFileId }, { onError: form.fail });
  };
  return (
    <SmallForm
      problem={form.problem?.title}
      verb={t('channels.record.save')}
      busy={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {!stands && (
        <>
          <DateField label={t('channels.record.day')} required max={today} {...form.field('placedOn')} />
          <TextInput
            label={t('channels.record.url')}
            hint={t('channels.record.urlHint')}
            type="url"
            {...form.field('url')}
          />
        </>
      )}
      <FileField
        label={t('channels.record.scan')}
        hint={t('channels.record.scanHint')}
        unitId={unit?.id ?? row.unitId}
        accept={scanTypes}
        value={scan}
        onChange={setScan}
      />
      <TextArea label={t('channels.note')} rows={2} {...form.field('note')} />
    </SmallForm>
  );
}

/** What became of the request, with a note. */
function CloseForm({ row, onClose }: FormProps) {
  const t = useT();
  const form = useForm({ outcome: 'removed', note: '' });
  const done = () => toast({ tone: 'success', text: t('channels.close.done') });
  const close = useWrite(closeRemoval, { changes, onDone: done });
  const submit = () => {
    const outcome = form.values.outcome === 'removed' ? ('removed' as const) : ('impossible' as const);
    close.mutate(
      { placementId: row.id, version: row.version, outcome, note: form.values.note },
      { onError: form.fail },
    );
  };
  const yes = row.removal === 'correction' ? 'channels.close.corrected' : 'channels.close.removed';
  return (
    <SmallForm
      problem={form.problem?.title}
      verb={t('channels.record.save')}
      busy={close.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup
        label={t('channels.close.title')}
        inline
        options={[
          { value: 'removed', label: t(yes) },
          { value: 'impossible', label: t('channels.close.impossible') },
        ]}
        {...form.field('outcome')}
      />
      <TextArea
        label={t('channels.close.note')}
        hint={t('channels.close.noteHint')}
        required
        rows={3}
        {...form.field('note')}
      />
    </SmallForm>
  );
}

function RefuseForm({ row, onClose }: FormProps) {
  const t = useT();
  const form = useForm({ reason: '' });
  const onDone = () => {
    toast({ text: t('channels.refuse.done') });
    onClose();
  };
  const refuse = useWrite(refusePlacement, { changes, onDone });
  const submit = () =>
    refuse.mutate({ placementId: row.id, version: row.version, reason: form.values.reason }, { onError: form.fail });
  return (
    <SmallForm
      problem={form.problem?.title}
      verb={t('channels.refuse.do')}
      busy={refuse.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea label={t('channels.reason')} rows={2} {...form.field('reason')} />
    </SmallForm>
  );
}

function CancelForm({ row, onClose }: FormProps) {
  const t = useT();
  const form = useForm({ reason: '' });
  const onDone = () => {
    toast({ text: t('channels.cancel.done') });
    onClose();
  };
  const cancel = useWrite(cancelPlacement, { changes, onDone });
  const submit = () =>
    cancel.mutate({ placementId: row.id, version: row.version, reason: form.values.reason }, { onError: form.fail });
  return (
    <SmallForm
      problem={form.problem?.title}
      verb={t('channels.cancel.do')}
      busy={cancel.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label={t('channels.reason')}
        hint={t('channels.cancel.hint')}
        required
        rows={2}
        {...form.field('reason')}
      />
    </SmallForm>
  );
}

interface SmallFormProps {
  problem: string | undefined;
  verb: string;
  busy: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

function SmallForm({ problem, verb, busy, onSubmit, onClose, children }: SmallFormProps) {
  const t = useT();
  return (
    <form
      noValidate
      className="flex flex-col gap-3 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {problem && <Notice live tone="danger" title={problem} />}
      {children}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy}>
          {verb}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
