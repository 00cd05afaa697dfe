import Bell from 'lucide-react/icons/bell-ring';
import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { formatNumber, moment } from '#lib/format.ts';
import { listReminders } from '#modules/cascade/reminders.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { notAnswered } from './coverage-filter.ts';

type Reminder = OutputOf<typeof listReminders>['items'][number];

/** Reminders that went out, by people and by the rule. */
export function RemindersTab({ planId }: { planId: string }) {
  const t = useT();
  const read = useRead(listReminders, { planId });
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={6} />;
  const waiting = paths.planCoverage.to({ planId }, { trangthai: notAnswered.join(',') });
  if (read.data.items.length === 0)
    return (
      <EmptyState
        small
        title={t('cascade.remind.pastNone')}
        action={
          <LinkButton icon={Bell} to={waiting}>
            {t('cascade.remind.pastGo')}
          </LinkButton>
        }
      >
        {t('cascade.remind.pastNoneHint')}
      </EmptyState>
    );
  return (
    <Card flush title={t('cascade.remind.past')}>
      <ul className="divide-y divide-line">
        {read.data.items.map((reminder) => (
          <PastReminder key={reminder.id} reminder={reminder} />
        ))}
      </ul>
    </Card>
  );
}

function PastReminder({ reminder }: { reminder: Reminder }) {
  const t = useT();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const n = (value: number) => formatNumber(value, 0, language);
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <strong>{moment(reminder.sentAt, now, language)}</strong>
        <span>{t('cascade.remind.pastReach', { units: n(reminder.units), people: n(reminder.people) })}</span>
        {reminder.stepDays === null ? (
          <span className="text-muted">{reminder.sentByName}</span>
        ) : (
          <Badge>
            {t('cascade.remind.byRule')} · {stepWords(reminder.stepDays, t)}
          </Badge>
        )}
      </p>
      <p className="whitespace-pre-line text-muted">{reminder.message}</p>
    </li>
  );
}

function stepWords(days: number, t: ReturnType<typeof useT>): string {
  if (days === 0) return t('cascade.remind.onDue');
  return days < 0 ? t('cascade.remind.before', { n: -days }) : t('cascade.remind.after', { n: days });
}
