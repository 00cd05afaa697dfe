import { useNavigate } from '@tanstack/react-router';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { useRef, useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import { makeNextYear, previewNextYear } from '#modules/plans/next-year.contract.ts';
import { getPlan, type Plan } from '#modules/plans/plans.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useAddress, useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice, ProblemPage } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link, LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { PageSkeleton, Skeleton } from '../../ui/skeleton.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { NextYearReport } from './next-year-report.tsx';
import { PlanStateTags, periodText } from './plan-words.tsx';

export type Preview = OutputOf<typeof previewNextYear>;

/** What next year's plan takes over from this one, seen before it is made. */
export default function NextYearPage() {
  const t = useT();
  const { planId } = useAddress(paths.planNextYear);
  const [{ nam }, setFilters] = useFilters({ nam: '' });
  const read = useRead(getPlan, { planId });
  const may = read.data?.plan.can.includes('next-year') ?? false;
  const preview = useRead(previewNextYear, { planId, from: nam || undefined }, { enabled: may, keepPrevious: true });
  if (read.error) return <ProblemPage problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { plan } = read.data;
  return (
    <Page
      title={t('editions.next.title')}
      lead={t('editions.next.lead')}
      crumbs={[
        { label: t('plans.title'), to: paths.plans.to() },
        { label: plan.title, to: paths.plan.to({ planId }) },
      ]}
    >
      {!may ? (
        <EmptyState
          title={t('editions.next.not')}
          action={<LinkButton to={paths.plan.to({ planId })}>{t('plans.edit.toPlan')}</LinkButton>}
        >
          {t('editions.next.notHint')}
        </EmptyState>
      ) : preview.error ? (
        <ProblemNotice problem={preview.error} onRetry={() => void preview.refetch()} />
      ) : !preview.data ? (
        <Skeleton lines={8} />
      ) : (
        <>
          <Made made={preview.data.made} />
          <Frame
            key={preview.data.title}
            plan={plan}
            preview={preview.data}
            onYear={(year) => setFilters({ nam: year })}
          />
          <NextYearReport preview={preview.data} />
        </>
      )}
    </Page>
  );
}

function Made({ made }: { made: Preview['made'] }) {
  const t = useT();
  if (made.length === 0) return null;
  return (
    <Notice tone="warning" title={t('editions.next.exists')}>
      <ul>
        {made.map((one) => (
          <li key={one.planId} className="flex flex-wrap items-center gap-2">
            <Link to={paths.plan.to({ planId: one.planId })} className="underline underline-offset-2">
              {one.title}
            </Link>
            <PlanStateTags state={one.state} waiting={null} />
          </li>
        ))}
      </ul>
      <p className="text-muted">{t('editions.next.existsHint')}</p>
    </Notice>
  );
}

interface FrameProps {
  plan: Plan;
  preview: Preview;
  onYear: (year: string) => void;
}

/** For which year, under which title. */
function Frame({ plan, preview, onYear }: FrameProps) {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const id = useRef(newId(Date.now()));
  const [title, setTitle] = useState(preview.title);
  const name = periodText(preview.period, t, language);
  const make = useWrite(makeNextYear, {
    changes: ['/plans', '/home'],
    onDone: ({ planId }) => {
      toast({ text: t('editions.next.made', { period: name }) });
      void navigate({ to: paths.planEdit.to({ planId }) });
    },
  });
  return (
    <Card title={t('editions.next.frame')}>
      <form
        className="flex max-w-[80ch] flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({
            planId: plan.id,
            id: id.current,
            period: preview.period,
            title: title.trim() || preview.title,
          });
        }}
      >
        <Select {...yearField(plan, preview, t)} className="max-w-xs" onChange={onYear} />
        <TextArea
          label={t('editions.next.name')}
          rows={2}
          maxLength={1000}
          required
          value={title}
          onChange={setTitle}
        />
        <p className="text-muted">{t('editions.next.lines', { n: preview.lines })}</p>
        {make.error && <ProblemNotice problem={make.error} />}
        <div>
          <Button type="submit" look="primary" icon={CalendarPlus} busy={make.isPending}>
            {t('editions.next.make', { period: name })}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** The years that may follow: the next few. */
function yearField(plan: Plan, { period }: Preview, t: ReturnType<typeof useT>) {
  const { kind, from, to } = plan.period;
  const label = kind === 'schoolYear' ? 'schoolYear' : from === to ? 'year' : 'from';
  const years = Array.from({ length: 5 }, (_, i) => from + 1 + i);
  const name = (year: number) => (kind === 'schoolYear' ? `${year}-${year + 1}` : String(year));
  return {
    label: t(`editions.next.${label}`),
    value: String(period.from),
    options: years.map((year) => ({ value: String(year), label: name(year) })),
  };
}
