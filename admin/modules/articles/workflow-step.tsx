import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Trash from 'lucide-react/icons/trash-2';
import { stepHolders } from '#modules/articles/steps.contract.ts';
import { listHolders } from '#modules/articles/workflows.contract.ts';
import { useRead } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { StepDraft } from './workflow-draft.ts';

interface StepFieldsProps {
  unitId: string;
  step: StepDraft;
  /** Its place, from 1, of so many. */
  n: number;
  of: number;
  error: (field: string) => string | undefined;
  onChange: (part: Partial<StepDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One step: its name, who takes it, in how many working days. */
export function StepFields({ step, n, of, error, onChange, unitId, ...acts }: StepFieldsProps) {
  const t = useT();
  const last = n === of;
  // The approval is the head's, or that of somebody the head names.
  const holders = last
    ? stepHolders.filter((one) => one === 'head' || one === 'person' || one === step.by)
    : stepHolders;
  return (
    <li className="rounded-md border border-line p-4">
      <div className="mb-3 flex items-center justify-between gap-2">
        <h3 className="font-semibold">{t('steps.flow.stepN', { n })}</h3>
        <StepButtons name={step.name || t('steps.flow.stepN', { n })} n={n} of={of} {...acts} />
      </div>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_9rem]">
        <TextInput
          label={t('steps.flow.name')}
          required
          value={step.name}
          error={error('name')}
          onChange={(name) => onChange({ name })}
        />
        <Select
          label={t('steps.flow.by')}
          value={step.by}
          error={error('by')}
          options={holders.map((value) => ({ value, label: t(`steps.by.${value}`) }))}
          onChange={(value) => onChange({ by: stepHolders.find((one) => one === value) ?? 'head' })}
        />
        <TextInput
          label={t('steps.days')}
          inputMode="numeric"
          required
          value={step.days}
          error={error('days')}
          onChange={(days) => onChange({ days })}
        />
        {step.by === 'person' && (
          <PersonField
            unitId={unitId}
            value={step.personId}
            error={error('personId')}
            onChange={(personId) => onChange({ personId })}
          />
        )}
      </div>
      {!last && step.by !== 'team-head' && (
        <div className="mt-3">
          <Checkbox
            label={t('steps.flow.optional')}
            checked={step.optional}
            onChange={(optional) => onChange({ optional })}
          />
        </div>
      )}
    </li>
  );
}

interface PersonFieldProps {
  unitId: string;
  value: string;
  error: string | undefined;
  onChange: (personId: string) => void;
}

function PersonField({ unitId, value, error, onChange }: PersonFieldProps) {
  const t = useT();
  const { data } = useRead(listHolders, { unitId });
  return (
    <Select
      label={t('steps.flow.person')}
      className="sm:col-span-2"
      required
      placeholder={t('steps.choosePerson')}
      value={value}
      error={error}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}

type ButtonsProps = Pick<StepFieldsProps, 'n' | 'of' | 'onMove' | 'onRemove'> & { name: string };

function StepButtons({ name, n, of, onMove, onRemove }: ButtonsProps) {
  const t = useT();
  return (
    <div className="flex gap-1">
      <IconButton icon={ArrowUp} label={t('steps.flow.up', { name })} disabled={n === 1} onClick={() => onMove(-1)} />
      <IconButton
        icon={ArrowDown}
        label={t('steps.flow.down', { name })}
        disabled={n === of}
        onClick={() => onMove(1)}
      />
      <IconButton
        icon={Trash}
        label={t('steps.flow.remove', { name })}
        tip="end"
        disabled={of === 1}
        onClick={onRemove}
      />
    </div>
  );
}
