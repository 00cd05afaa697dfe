import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { type GuardRow, liftGuard, placeGuard } from '#modules/articles/checks.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

const changes = ['/publication-guards', '/articles'];

/** Holds texts back that mention somebody or something, in a unit and below it. */
export function NewGuard({ units, onClose }: { units: readonly { id: string; name: string }[]; onClose: () => void }) {
  const t = useT();
  const form = useForm({
    id: newId(Date.now()),
    unitId: units[0]?.id ?? '',
    phrases: '',
    reason: '',
    basis: '',
    until: null as string | null,
  });
  const place = useWrite(placeGuard, {
    changes,
    onDone: () => {
      toast({ tone: 'success', text: t('checks.placed') });
      onClose();
    },
  });
  const phrases = form.values.phrases
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <Card title={t('checks.new')}>
      <form
        noValidate
        className="grid gap-5 sm:grid-cols-2"
        onSubmit={(submit) => {
          submit.preventDefault();
          place.mutate({ ...form.values, phrases }, { onError: form.fail });
        }}
      >
        {form.problem && (
          <div className="sm:col-span-2">
            <Notice live tone="danger" title={form.problem.title} />
          </div>
        )}
        <TextArea
          className="sm:col-span-2"
          label={t('checks.phrases')}
          hint={t('checks.phrasesHint')}
          required
          rows={2}
          {...form.field('phrases')}
        />
        <TextArea className="sm:col-span-2" label={t('checks.reason')} required rows={2} {...form.field('reason')} />
        <TextInput
          className="sm:col-span-2"
          label={t('checks.basis')}
          hint={t('checks.basisHint')}
          maxLength={300}
          {...form.field('basis')}
        />
        <Select
          label={t('checks.unit')}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          {...form.field('unitId')}
        />
        <DateField label={t('checks.until')} hint={t('checks.untilHint')} {...form.field('until')} />
        <div className="flex flex-wrap gap-2 sm:col-span-2">
          <Button type="submit" look="primary" busy={place.isPending}>
            {t('checks.place')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </div>
      </form>
    </Card>
  );
}

export function LiftGuard({ guard }: { guard: GuardRow }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const form = useForm({ reason: '' });
  const lift = useWrite(liftGuard, {
    changes,
    onDone: () => {
      setOpen(false);
      toast({ tone: 'success', text: t('checks.liftDone') });
    },
  });
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('checks.lift')}
      </Button>
      <Confirm
        open={open}
        title={t('checks.liftTitle', { phrase: guard.phrases[0] ?? '' })}
        verb={t('checks.lift')}
        busy={lift.isPending}
        onConfirm={() =>
          lift.mutate({ guardId: guard.id, version: guard.version, ...form.values }, { onError: form.fail })
        }
        onClose={() => setOpen(false)}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <TextArea label={t('checks.liftReason')} required rows={3} {...form.field('reason')} />
      </Confirm>
    </>
  );
}
