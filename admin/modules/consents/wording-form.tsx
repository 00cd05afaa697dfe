import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { type Purpose, purposes } from '#modules/media/classes.contract.ts';
import { addWording, afterEnds, type ConsentWording } from '#modules/media/consents.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

export interface WordingFormProps {
  unitId: string;
  /** What stands: the newest of a purpose is where the new words begin. */
  known: readonly ConsentWording[];
  onDone: () => void;
}

/** New words under the next number. */
export function WordingForm({ unitId, known, onDone }: WordingFormProps) {
  const t = useT();
  const [id] = useState(() => newId());
  const startOf = (purpose: Purpose) => {
    const now = known.find((one) => one.purpose === purpose);
    return { purpose, words: now?.words ?? '', childWords: now?.childWords ?? '', afterEnd: now?.afterEnd ?? 'leaves' };
  };
  const form = useForm(startOf('news'));
  const add = useWrite(addWording, {
    changes: ['/consent-wordings', '/classes'],
    onDone: (made) => {
      toast({ tone: 'success', text: t('consents.words.done', { n: made.number }) });
      onDone();
    },
  });
  return (
    <form
      aria-label={t('consents.words.add')}
      className="flex max-w-[80ch] flex-col gap-4 rounded-md border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ id, unitId, ...form.values }, { onError: form.fail });
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <Select
        label={t('consents.purpose')}
        value={form.values.purpose}
        onChange={(purpose) => form.reset(startOf(purpose))}
        options={purposes.map((value) => ({ value, label: t(`consents.purpose.${value}`) }))}
      />
      <TextArea label={t('consents.words.words')} required rows={4} {...form.field('words')} />
      <TextArea label={t('consents.words.childWords')} required rows={2} {...form.field('childWords')} />
      <RadioGroup
        label={t('consents.words.after')}
        hint={t('consents.words.afterHint')}
        options={afterEnds.map((value) => ({ value, label: t(`consents.words.after.${value}`) }))}
        {...form.field('afterEnd')}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" busy={add.isPending}>
          {t('consents.words.do')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('consents.cancel')}
        </Button>
      </div>
    </form>
  );
}
