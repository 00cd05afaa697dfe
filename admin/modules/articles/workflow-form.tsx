import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { resumes, setWorkflow, type Workflow } from '#modules/articles/workflows.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox, RadioGroup } from '../../ui/choices.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import { ActProblem } from './step-problem.tsx';
import { draftOf, freshKey, MOST_STEPS, moved, type StepDraft, sentOf, type WorkflowDraft } from './workflow-draft.ts';
import { StepFields } from './workflow-step.tsx';

/** The steps of a unit being set: who, in which order, how long. Texts under way keep theirs. */
export function WorkflowForm({ of, onClose }: { of: Workflow; onClose: () => void }) {
  const t = useT();
  const [draft, setDraft] = useState<WorkflowDraft>(() => draftOf(of));
  const change = (part: Partial<WorkflowDraft>) => setDraft((now) => ({ ...now, ...part }));
  const save = useWrite(setWorkflow, {
    changes: ['/article-workflows', '/articles'],
    onDone: () => {
      toast({ text: t('steps.flow.saved') });
      onClose();
    },
  });
  const fields = save.error?.fields ?? {};
  return (
    <Card title={of.unitName}>
      <form
        className="flex flex-col gap-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(sentOf(draft, of));
        }}
      >
        {save.error && Object.keys(fields).length === 0 && <ActProblem problem={save.error} />}
        <StepList unitId={of.unitId} steps={draft.steps} fields={fields} onChange={(steps) => change({ steps })} />
        <Rules draft={draft} onChange={change} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('steps.flow.save')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </div>
      </form>
    </Card>
  );
}

interface ListProps {
  unitId: string;
  steps: StepDraft[];
  fields: Record<string, string>;
  onChange: (steps: StepDraft[]) => void;
}

function StepList({ unitId, steps, fields, onChange }: ListProps) {
  const t = useT();
  const add = () => {
    const step: StepDraft = { key: freshKey(steps), name: '', by: 'editor', personId: '', days: '2', optional: false };
    // Before the last one: that is the approval itself.
    onChange([...steps.slice(0, -1), step, ...steps.slice(-1)]);
  };
  return (
    <>
      <ol className="flex flex-col gap-4">
        {steps.map((step, i) => (
          <StepFields
            key={step.key}
            unitId={unitId}
            step={step}
            n={i + 1}
            of={steps.length}
            error={(name) => fields[`steps.${i}.${name}`]}
            onChange={(part) => onChange(steps.map((one, at) => (at === i ? { ...one, ...part } : one)))}
            onMove={(by) => onChange(moved(steps, i, by))}
            onRemove={() => onChange(steps.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      <p className="text-sm text-muted">{t('steps.flow.lastHint')}</p>
      <div>
        <Button size="sm" icon={Plus} disabled={steps.length >= MOST_STEPS} onClick={add}>
          {t('steps.flow.add')}
        </Button>
      </div>
    </>
  );
}

const ownChoices = ['auto', 'yes', 'no'] as const;

/** What holds beside the steps themselves. */
function Rules({ draft, onChange }: { draft: WorkflowDraft; onChange: (part: Partial<WorkflowDraft>) => void }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4">
      <Select
        label={t('steps.flow.ownToo')}
        className="max-w-lg"
        value={draft.ownToo}
        options={ownChoices.map((value) => ({ value, label: t(`steps.flow.ownToo.${value}`) }))}
        onChange={(value) => onChange({ ownToo: ownChoices.find((one) => one === value) ?? 'auto' })}
      />
      <RadioGroup
        label={t('steps.flow.resume')}
        value={draft.resume}
        options={resumes.map((value) => ({ value, label: t(`steps.flow.resume.${value}`) }))}
        onChange={(value) => onChange({ resume: resumes.find((one) => one === value) ?? 'same-step' })}
      />
      <Checkbox
        label={t('steps.flow.lastOnly')}
        checked={draft.lastOnly}
        onChange={(lastOnly) => onChange({ lastOnly })}
      />
    </div>
  );
}
