import { dayOf } from '#lib/format.ts';
import {
  addCalendarDay,
  type CalendarKind,
  calendarKinds,
  confirmCalendarDay,
  editCalendarDay,
} from '#modules/org/calendar.contract.ts';
import { useWrite } from '../../app/data.ts';
import { type Form, useForm } from '../../app/form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import type { MyUnit } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import type { Open } from './calendar-page.tsx';

interface Values {
  name: string;
  kind: CalendarKind;
  firstOn: string | null;
  lastOn: string | null;
  source: string;
}

/** Add an entry, correct one, or confirm one by its document. */
export function CalendarForm({ open, unit, onClose }: { open: Open; unit: MyUnit; onClose: () => void }) {
  const t = useT();
  const form = useForm(valuesOf(open));
  const { send, busy } = useSending(open, unit.id, form, onClose);
  const lead = {
    add: t('calendar.addLead', { unit: unit.name }),
    edit: t('calendar.editLead'),
    confirm: t('calendar.confirmLead'),
  }[open.act];
  const title = open.act === 'add' ? t('calendar.add') : `${t(`calendar.${open.act}`)}: ${open.day.name}`;
  return (
    <Card title={title}>
      <form
        className="flex max-w-[80ch] flex-col gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="text-muted">{lead}</p>
        {form.problem && <ProblemNotice problem={form.problem} />}
        {open.act !== 'confirm' && <Facts form={form} />}
        <TextInput
          label={t('calendar.form.source')}
          hint={t('calendar.form.sourceHint')}
          required
          {...form.field('source')}
        />
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {t(open.act === 'confirm' ? 'calendar.confirm' : 'calendar.form.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('calendar.form.cancel')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Facts({ form }: { form: Form<Values> }) {
  const t = useT();
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput label={t('calendar.form.name')} required {...form.field('name')} />
        <Select
          label={t('calendar.form.kind')}
          value={form.values.kind}
          onChange={(kind) => form.set({ kind: kind as CalendarKind })}
          options={calendarKinds.map((value) => ({ value, label: t(`calendar.kind.${value}`) }))}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField label={t('calendar.form.firstOn')} required {...form.field('firstOn')} />
        <DateField label={t('calendar.form.lastOn')} required {...form.field('lastOn')} />
      </div>
    </>
  );
}

function valuesOf(open: Open): Values {
  const today = dayOf(Date.now());
  if (open.act === 'add') return { name: '', kind: 'school-event', firstOn: today, lastOn: today, source: '' };
  const { name, kind, firstOn, lastOn, source } = open.day;
  return { name, kind, firstOn, lastOn, source: open.act === 'confirm' ? '' : source };
}

function useSending(open: Open, unitId: string, form: Form<Values>, onClose: () => void) {
  const t = useT();
  const told = (text: string) => ({
    changes: ['/calendar-days'],
    onDone: () => {
      toast({ text });
      onClose();
    },
  });
  const add = useWrite(addCalendarDay, told(t('calendar.done.added')));
  const edit = useWrite(editCalendarDay, told(t('calendar.done.changed')));
  const confirm = useWrite(confirmCalendarDay, told(t('calendar.done.confirmed')));
  const { name, kind, source, firstOn, lastOn } = form.values;
  const facts = { name, kind, source, firstOn: firstOn ?? '', lastOn: lastOn ?? firstOn ?? '' };
  const after = { onError: form.fail };
  const send = () => {
    if (open.act === 'add') return add.mutate({ ...facts, unitId }, after);
    const which = { dayId: open.day.id, version: open.day.version };
    return open.act === 'edit'
      ? edit.mutate({ ...facts, ...which }, after)
      : confirm.mutate({ ...which, source }, after);
  };
  return { send, busy: add.isPending || edit.isPending || confirm.isPending };
}
