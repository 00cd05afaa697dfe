import PenLine from 'lucide-react/icons/pen-line';
import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { moment } from '#lib/format.ts';
import { correctAnswer, type listQuestions } from '#modules/cascade/questions.contract.ts';
import { refresh, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

type Answer = OutputOf<typeof listQuestions>['answers'][number];

interface PublicAnswerProps {
  planId: string;
  answer: Answer;
  /** The line it is about; null for the whole plan. */
  line: string | null;
}

/** A published answer, and its correction. */
export function PublicAnswer({ planId, answer, line }: PublicAnswerProps) {
  const t = useT();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const [correcting, setCorrecting] = useState(false);
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <p className="font-semibold whitespace-pre-line">{answer.question}</p>
      {line && <p className="text-xs text-muted">{line}</p>}
      {correcting ? (
        <Correction key={answer.version} planId={planId} answer={answer} onClose={() => setCorrecting(false)} />
      ) : (
        <>
          <p className="whitespace-pre-line">{answer.answer}</p>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span className="text-xs text-muted">
              {answer.personName} · {moment(answer.at, now, language)}
            </span>
            <Button size="sm" look="quiet" icon={PenLine} onClick={() => setCorrecting(true)}>
              {t('cascade.question.correct')}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

function Correction({ planId, answer, onClose }: Omit<PublicAnswerProps, 'line'> & { onClose: () => void }) {
  const t = useT();
  const form = useForm({ answer: answer.answer });
  const save = useWrite(correctAnswer, {
    changes: ['/plans/:planId/questions'],
    onDone: () => {
      toast({ text: t('cascade.question.corrected') });
      onClose();
    },
  });
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending) return;
        save.mutate(
          { planId, answerId: answer.id, version: answer.version, ...form.values },
          {
            onError: (problem) => {
              form.fail(problem);
              if (problem.status === 409) void refresh(['/plans/:planId/questions']);
            },
          },
        );
      }}
    >
      <TextArea
        label={t('cascade.question.answer')}
        required
        autoFocus
        rows={4}
        maxLength={4000}
        {...form.field('answer')}
      />
      {form.problem && <ProblemNotice problem={form.problem} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" size="sm" busy={save.isPending} disabled={!form.changed}>
          {t('cascade.question.correctSend')}
        </Button>
        <Button size="sm" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
