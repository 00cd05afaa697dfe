import Send from 'lucide-react/icons/send';
import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { answerQuestions } from '#modules/cascade/questions.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import type { Question } from './questions-tab.tsx';

interface AnswerFormProps {
  planId: string;
  questions: Question[];
  onClose: () => void;
}

/** The line that all questions are about, if it is one. */
const lineOf = (questions: readonly Question[]): string | null =>
  new Set(questions.map(({ lineId }) => lineId)).size === 1 ? (questions[0]?.lineId ?? null) : null;

/** One answer to the questions that were chosen. */
export function AnswerForm({ planId, questions, onClose }: AnswerFormProps) {
  const t = useT();
  const [id] = useState(newId);
  const form = useForm({ question: questions[0]?.text ?? '', answer: '' });
  const title = t('cascade.question.form', { n: questions.length });
  const publish = useWrite(answerQuestions, {
    changes: ['/plans/:planId/questions', '/sent'],
    onDone: ({ told }) => {
      toast({ text: t('cascade.question.done', { n: told }) });
      onClose();
    },
  });
  const input = { planId, id, questionIds: questions.map((one) => one.id), lineId: lineOf(questions), ...form.values };
  return (
    <section aria-label={title} className="rounded-md border border-primary bg-paper p-4">
      <h2 className="mb-3 text-base font-semibold">{title}</h2>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!publish.isPending) publish.mutate(input, { onError: form.fail });
        }}
      >
        <TextArea
          label={t('cascade.question.asked')}
          hint={t('cascade.question.askedHint')}
          required
          rows={2}
          maxLength={2000}
          {...form.field('question')}
        />
        <TextArea
          label={t('cascade.question.answer')}
          hint={t('cascade.question.answerHint')}
          required
          autoFocus
          rows={4}
          maxLength={4000}
          {...form.field('answer')}
        />
        {form.problem && <ProblemNotice problem={form.problem} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" icon={Send} busy={publish.isPending}>
            {t('cascade.question.send')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </div>
      </form>
    </section>
  );
}
