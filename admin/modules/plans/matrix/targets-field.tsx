import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { shortMonth } from '#lib/format.ts';
import { moments, type Target, totalOf, whatCounts } from '#lib/plan-parts.ts';
import { useT } from '../../../texts/load.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { boxClass, FieldGroup } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import type { LineEntry } from '../editing/book.ts';
import { useDesk } from '../editing/use-desk.ts';
import { usePeriodMonths } from './activities.ts';
import { detailOf } from './columns.ts';
import { readTargets, spreadOver, withMonth, withTotal } from './targets.ts';

/** Countable products of an activity: how many, what counts, and when how many are due. */
export function TargetsField({ line }: { line: LineEntry }) {
  const t = useT();
  const { book } = useDesk();
  const period = usePeriodMonths();
  const { targets } = line.mine;
  const own = detailOf(line.mine).months ?? [];
  const months = own.length > 0 ? own : period.slice(-1);
  const put = (next: Target[]) => book.write(line.id, { targets: next });
  return (
    <FieldGroup label={t('plans.form.targets')} hint={t('plans.form.targetsHint')}>
      {targets.length === 0 && <p className="text-muted">{t('plans.form.noTargets')}</p>}
      <ul className="flex flex-col gap-3">
        {targets.map((target) => (
          <TargetLine
            key={target.id}
            target={target}
            activityMonths={own}
            period={period}
            onChange={(next) => put(targets.map((one) => (one.id === target.id ? next : one)))}
            onRemove={() => put(targets.filter((one) => one.id !== target.id))}
          />
        ))}
      </ul>
      <NewTarget
        onAdd={(typed) => {
          const added = readTargets(typed, [], months);
          if (added && added.length > 0) put([...targets, ...added]);
          return added !== undefined;
        }}
      />
    </FieldGroup>
  );
}

/** '06 bài báo' and Enter; several with ';'. */
function NewTarget({ onAdd }: { onAdd: (typed: string) => boolean }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [bad, setBad] = useState(false);
  const add = () => {
    const read = onAdd(typed);
    setBad(!read);
    if (read) setTyped('');
  };
  return (
    <div className="mt-1 flex items-start gap-2">
      <TextInput
        label={t('plans.form.addTarget')}
        hideLabel
        className="flex-1"
        placeholder={t('plans.form.addTargetHint')}
        value={typed}
        error={bad ? t('plans.matrix.bad.targets') : undefined}
        onChange={(text) => {
          setTyped(text);
          setBad(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
      />
      <Button icon={Plus} onClick={add}>
        {t('ui.add')}
      </Button>
    </div>
  );
}

interface TargetLineProps {
  target: Target;
  activityMonths: readonly string[];
  period: readonly string[];
  onChange: (target: Target) => void;
  onRemove: () => void;
}

function TargetLine({ target, activityMonths, period, onChange, onRemove }: TargetLineProps) {
  const t = useT();
  const [product, setProduct] = useState<string>();
  const fallback = activityMonths.length > 0 ? activityMonths : period.slice(-1);
  return (
    <li className="flex flex-col gap-2 rounded-md border border-line p-3">
      <div className="grid grid-cols-[5rem_minmax(0,1fr)_auto] items-end gap-2">
        <TextInput
          label={t('plans.form.targetTotal')}
          inputMode="numeric"
          maxLength={5}
          value={String(totalOf(target))}
          onChange={(typed) => /^\d*$/.test(typed) && onChange(withTotal(target, Number(typed), fallback))}
        />
        <TextInput
          label={t('plans.form.target')}
          maxLength={500}
          value={product ?? target.product}
          onChange={(typed) => {
            setProduct(typed);
            if (typed.trim()) onChange({ ...target, product: typed });
          }}
          onBlur={() => setProduct(undefined)}
        />
        <IconButton
          icon={X}
          label={t('plans.form.targetRemove', { product: target.product })}
          tip="end"
          onClick={onRemove}
        />
      </div>
      <Select
        label={t('plans.form.targetCounts')}
        value={target.counts}
        options={whatCounts.map((counts) => ({ value: counts, label: t(`ui.counts.${counts}`) }))}
        onChange={(counts) => onChange({ ...target, counts })}
      />
      <Select
        label={t('plans.form.targetMoment')}
        value={target.moment}
        options={moments.map((moment) => ({ value: moment, label: t(`ui.moment.${moment}`) }))}
        onChange={(moment) => onChange({ ...target, moment })}
      />
      <MonthGrid target={target} period={period} onChange={onChange} />
      <div className="flex flex-wrap items-center gap-x-1">
        <span className="text-xs text-muted">{t('plans.form.spread')}:</span>
        {activityMonths.length > 0 && (
          <Button size="sm" look="quiet" onClick={() => onChange(spreadOver(target, activityMonths))}>
            {t('plans.form.spreadActivity')}
          </Button>
        )}
        <Button size="sm" look="quiet" onClick={() => onChange(spreadOver(target, period))}>
          {t('plans.form.spreadAll')}
        </Button>
        <Button size="sm" look="quiet" onClick={() => onChange(spreadOver(target, fallback.slice(-1)))}>
          {t('plans.form.spreadLast')}
        </Button>
      </div>
    </li>
  );
}

/** How many are due in each month of the plan. */
function MonthGrid({ target, period, onChange }: Pick<TargetLineProps, 'target' | 'period' | 'onChange'>) {
  const t = useT();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs text-muted">{t('plans.form.byMonth')}</legend>
      <div className="grid grid-cols-4 gap-1 sm:grid-cols-6 lg:grid-cols-4 xl:grid-cols-6">
        {period.map((month) => {
          const name = shortMonth(month);
          return (
            <label key={month} className="flex min-w-0 flex-col text-center text-xs text-muted">
              <span aria-hidden>
                {Number(month.slice(5))}/{month.slice(2, 4)}
              </span>
              <input
                inputMode="numeric"
                maxLength={5}
                aria-label={t('plans.form.count', { product: target.product, month: name })}
                value={target.months[month] ? String(target.months[month]) : ''}
                onChange={(event) => {
                  if (/^\d*$/.test(event.target.value)) onChange(withMonth(target, month, Number(event.target.value)));
                }}
                className={`${boxClass} px-1 text-center text-ink tabular-nums`}
              />
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
