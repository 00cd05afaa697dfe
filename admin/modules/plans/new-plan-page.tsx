import { useNavigate } from '@tanstack/react-router';
import FileInput from 'lucide-react/icons/file-input';
import { useRef } from 'react';
import { newId } from '#lib/id.ts';
import { createPlan, type Plan, planKinds } from '#modules/plans/plans.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { type ParentLine, ParentLineField } from './parent-line-field.tsx';
import { PeriodField, usualPeriod } from './period-field.tsx';

/** An empty plan: four facts, then the editor. */
export default function NewPlanPage() {
  const t = useT();
  const { me, can } = useSession();
  const mine = me.units.filter((unit) => can('plans.draft', unit.path));
  return (
    <Page
      title={t('plans.new.title')}
      lead={t('plans.new.lead')}
      width="reading"
      crumbs={[{ label: t('plans.title'), to: paths.plans.to() }]}
    >
      {mine.length === 0 ? (
        <EmptyState title={t('plans.new.noUnit')}>{t('plans.new.noUnitHint')}</EmptyState>
      ) : (
        <NewPlanForm units={mine.map((unit) => ({ value: unit.id, label: unit.name }))} />
      )}
    </Page>
  );
}

function NewPlanForm({ units }: { units: { value: string; label: string }[] }) {
  const t = useT();
  const navigate = useNavigate();
  const { unit } = useSession();
  const id = useRef(newId(Date.now()));
  const form = useForm({
    unitId: units.find((one) => one.value === unit?.id)?.value ?? units[0]?.value ?? '',
    kind: 'year' as Plan['kind'],
    title: '',
    period: usualPeriod('year'),
    parentLine: null as ParentLine | null,
  });
  const { parentLine, ...rest } = form.values;
  const hangs = rest.kind === 'thematic' && parentLine ? { parentLineId: parentLine.lineId } : {};
  const create = useWrite(createPlan, {
    changes: ['/plans', '/home'],
    onDone: ({ plan }) => void navigate({ to: paths.planEdit.to({ planId: plan.id }) }),
  });
  return (
    <Card>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ id: id.current, ...rest, ...hangs }, { onError: form.fail });
        }}
      >
        {units.length > 1 && <Select label={t('plans.new.unit')} options={units} {...form.field('unitId')} />}
        <RadioGroup
          label={t('plans.new.kind')}
          value={form.values.kind}
          onChange={(kind) => form.set({ kind, period: usualPeriod(kind) })}
          options={planKinds.map((value) => ({
            value,
            label: t(`plans.kind.${value}`),
            hint: t(`plans.new.kind.${value}`),
          }))}
        />
        {form.values.kind === 'thematic' && (
          <ParentLineField
            key={form.values.unitId}
            unitId={form.values.unitId}
            value={parentLine}
            error={form.problem?.fields?.parentLineId}
            onChange={(line) => form.set({ parentLine: line })}
          />
        )}
        <PeriodField value={form.values.period} onChange={(period) => form.set({ period })} />
        <TextArea
          label={t('plans.new.name')}
          hint={t('plans.new.nameHint')}
          required
          rows={2}
          maxLength={1000}
          {...form.field('title')}
        />
        {form.problem && <ProblemNotice problem={form.problem} />}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Button type="submit" look="primary" busy={create.isPending}>
            {t('plans.new.submit')}
          </Button>
          <LinkButton to={paths.incoming.to()} look="quiet" icon={FileInput}>
            {t('plans.fromDocument')}
          </LinkButton>
        </div>
      </form>
    </Card>
  );
}
