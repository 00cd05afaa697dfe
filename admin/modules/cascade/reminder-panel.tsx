import Send from 'lucide-react/icons/send';
import X from 'lucide-react/icons/x';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { dayOf, formatNumber, shortDay } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { listDispatches } from '#modules/cascade/cascade.contract.ts';
import { previewReminder, remind } from '#modules/cascade/reminders.contract.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { referenceOf } from '../plans/plan-words.tsx';
import { type CoverageFilters, reminderFilterOf, unitFilterOf } from './coverage-filter.ts';

type Preview = OutputOf<typeof previewReminder>;

interface ReminderPanelProps {
  plan: Plan;
  filters: CoverageFilters;
  onClose: () => void;
}

interface ReminderFormProps extends ReminderPanelProps {
  preview: Preview;
  /** The day named in the proposed words. */
  dueOn: string | null;
}

/** Whom a reminder would reach by the filter as it stands, and what it says. */
export function ReminderPanel({ plan, filters, onClose }: ReminderPanelProps) {
  const t = useT();
  const panel = useRef<HTMLElement>(null);
  const read = useRead(previewReminder, { planId: plan.id, ...unitFilterOf(filters) });
  const sent = useRead(listDispatches, { planId: plan.id });
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section
      ref={panel as RefObject<HTMLElement>}
      tabIndex={-1}
      aria-label={t('cascade.remind.panel')}
      className="rounded-md border border-primary bg-paper p-4"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 className="text-base font-semibold">{t('cascade.remind.panel')}</h2>
        <IconButton icon={X} label={t('ui.close')} tip="end" onClick={onClose} />
      </div>
      {read.error && <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />}
      {(read.isPending || sent.isPending) && <Skeleton lines={4} />}
      {read.data &&
        !sent.isPending &&
        (read.data.units === 0 ? (
          <>
            <p className="font-semibold">{t('cascade.remind.reachNone')}</p>
            <p className="text-muted">{t('cascade.remind.reachNoneHint')}</p>
          </>
        ) : (
          <ReminderForm
            plan={plan}
            filters={filters}
            preview={read.data}
            dueOn={sent.data?.items[0]?.dueOn ?? null}
            onClose={onClose}
          />
        ))}
    </section>
  );
}

function ReminderForm({ plan, filters, preview, dueOn, onClose }: ReminderFormProps) {
  const t = useT();
  const [id] = useState(newId);
  const [message, setMessage] = useState(() => {
    const late = dueOn !== null && dueOn < dayOf(Date.now());
    const due = dueOn ? t(`cascade.remind.default${late ? 'Late' : 'Due'}`, { day: shortDay(dueOn) }) : '';
    return t('cascade.remind.default', { reference: referenceOf(plan), title: plan.title, due });
  });
  const send = useWrite(remind, {
    changes: ['/plans/:planId/reminders', '/plans/:planId/addressees'],
    onDone: ({ units, people }) => {
      toast({ text: t('cascade.remind.done', { units, people }) });
      onClose();
    },
  });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!send.isPending) send.mutate({ planId: plan.id, id, filter: reminderFilterOf(filters), message });
      }}
    >
      <Reach preview={preview} />
      <TextArea
        label={t('cascade.remind.message')}
        hint={t('cascade.remind.messageHint')}
        rows={3}
        maxLength={2000}
        required
        value={message}
        onChange={setMessage}
        error={send.error?.fields?.message ?? null}
      />
      {send.error && !send.error.fields?.message && <ProblemNotice problem={send.error} />}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          look="primary"
          icon={Send}
          busy={send.isPending}
          disabled={preview.people === 0 || !message.trim()}
        >
          {t('cascade.remind.send')}
        </Button>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
      </div>
    </form>
  );
}

function Reach({ preview: { units, people, withoutAccount, mailedLately, names } }: { preview: Preview }) {
  const t = useT();
  const language = useLanguage();
  const n = (value: number) => formatNumber(value, 0, language);
  const listed = names.join(', ');
  return (
    <div>
      <p className="font-semibold">{t('cascade.remind.reach', { units: n(units), people: n(people) })}</p>
      <p className="text-muted">
        {units > names.length
          ? t('cascade.remind.namesMore', { names: listed, n: n(units - names.length) })
          : t('cascade.remind.names', { names: listed })}
      </p>
      {mailedLately > 0 && <p className="text-muted">{t('cascade.remind.mailedLately', { n: n(mailedLately) })}</p>}
      {withoutAccount > 0 && (
        <p className="text-warning">{t('cascade.remind.withoutAccount', { n: n(withoutAccount) })}</p>
      )}
    </div>
  );
}
