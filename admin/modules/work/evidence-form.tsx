import { useRef } from 'react';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { recordEvidence } from '#modules/work/evidence.contract.ts';
import type { ActivityPage } from '#modules/work/work.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import { evidenceChanges } from './decide-evidence.tsx';
import { acceptsOf, type Draft, emptyDraft, inputOf, kindOf, modesOf } from './evidence-draft.ts';
import { KindFields } from './evidence-kinds.tsx';
import { MoreFields } from './evidence-more.tsx';

/** A minute on a phone: paste an address or choose a photo, the day is there, send. */
export function EvidenceForm({ page, onClose }: { page: ActivityPage; onClose: () => void }) {
  const t = useT();
  const form = useForm<Draft>(emptyDraft(page, dayOf(Date.now())));
  const id = useRef(newId(Date.now()));
  const accepts = acceptsOf(page, form.values.targetId);
  const modes = modesOf(accepts);
  const record = useWrite(recordEvidence, {
    changes: evidenceChanges,
    onDone: (made) => {
      toast({ text: t(made.counted ? 'work.form.sent' : 'work.form.sentWaits') });
      onClose();
    },
  });
  // Another target may not take the kind that was chosen: the first that it takes then stands in.
  const mode = modes.includes(form.values.mode) ? form.values.mode : modes[0]!;
  const draft = { ...form.values, mode };
  const rule = accepts.find((a) => a.kind === kindOf(draft, accepts));
  return (
    <Card title={t('work.page.record')}>
      <form
        className="flex max-w-[80ch] flex-col gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          record.mutate(inputOf(draft, page, id.current), { onError: form.fail });
        }}
      >
        {form.problem && <ProblemNotice problem={form.problem} />}
        {page.targets.length > 1 && (
          <Select
            label={t('work.form.target')}
            {...form.field('targetId')}
            options={page.targets.map((x) => ({ value: x.id, label: `${x.product} (${x.done}/${x.total})` }))}
          />
        )}
        <RadioGroup
          label={t('work.form.kind')}
          inline
          value={mode}
          onChange={(next) => form.set({ mode: next })}
          options={modes.map((value) => ({ value, label: t(`work.kind.${value}`) }))}
        />
        <KindFields form={form} mode={mode} page={page} />
        <MoreFields form={form} mode={mode} series={page.series} />
        <p className="text-muted">
          {t(rule?.confirmedBy ? `work.form.confirmed.${rule.confirmedBy}` : 'work.form.counts')}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={record.isPending}>
            {t('work.form.send')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('work.evidence.cancel')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
