import MessageSquareReply from 'lucide-react/icons/message-square-reply';
import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { moment } from '#lib/format.ts';
import { listQuestions } from '#modules/cascade/questions.contract.ts';
import { useRead } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { AnswerForm } from './answer-form.tsx';
import { PublicAnswer } from './public-answer.tsx';

type Questions = OutputOf<typeof listQuestions>;
export type Question = Questions['items'][number];

/** What units asked: chosen together, answered once, read by all. */
export function QuestionsTab({ planId }: { planId: string }) {
  const read = useRead(listQuestions, { planId });
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={6} />;
  return (
    <div className="flex flex-col gap-6">
      <Waiting planId={planId} questions={read.data.items.filter(({ answerId }) => answerId === null)} />
      <Published planId={planId} data={read.data} />
    </div>
  );
}

function Waiting({ planId, questions }: { planId: string; questions: Question[] }) {
  const t = useT();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [answering, setAnswering] = useState(false);
  const columns = useColumns((id) => {
    setSelected(new Set([id]));
    setAnswering(true);
  });
  const chosen = questions.filter(({ id }) => selected.has(id));
  const done = () => {
    setAnswering(false);
    setSelected(new Set());
  };
  return (
    <>
      {answering && chosen.length > 0 && (
        <AnswerForm key={chosen.map(({ id }) => id).join()} planId={planId} questions={chosen} onClose={done} />
      )}
      <Card flush title={t('cascade.question.waiting')}>
        <Table
          caption={t('cascade.question.waiting')}
          columns={columns}
          rows={questions}
          keyOf={({ id }) => id}
          nameOf={({ text, unitName }) => `${unitName}: ${text}`}
          selected={selected}
          onSelect={setSelected}
          bulk={
            <Button size="sm" look="primary" icon={MessageSquareReply} onClick={() => setAnswering(true)}>
              {t('cascade.question.answerThese')}
            </Button>
          }
          empty={
            <EmptyState small title={t('cascade.question.none')}>
              {t('cascade.question.noneHint')}
            </EmptyState>
          }
        />
      </Card>
    </>
  );
}

function useColumns(onAnswer: (id: string) => void): Column<Question>[] {
  const t = useT();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  return [
    {
      key: 'text',
      title: t('cascade.question.column'),
      width: '45%',
      cell: ({ text }) => <span className="whitespace-pre-line">{text}</span>,
    },
    {
      key: 'unit',
      title: t('cascade.question.from'),
      cell: ({ unitName, personName }) => (
        <>
          {unitName}
          {personName && <span className="block text-xs text-muted">{personName}</span>}
        </>
      ),
    },
    {
      key: 'line',
      title: t('cascade.question.line'),
      cell: ({ lineText }) => <span className="line-clamp-3">{lineText ?? t('cascade.question.whole')}</span>,
    },
    {
      key: 'at',
      title: t('cascade.question.at'),
      wide: true,
      cell: ({ at }) => <span className="text-muted">{moment(at, now, language)}</span>,
    },
    {
      key: 'act',
      title: '',
      cell: ({ id, unitName }) => (
        <Button size="sm" onClick={() => onAnswer(id)}>
          {t('cascade.question.answerOne')}
          <span className="sr-only">: {unitName}</span>
        </Button>
      ),
    },
  ];
}

function Published({ planId, data }: { planId: string; data: Questions }) {
  const t = useT();
  const lineOf = new Map(data.items.map(({ lineId, lineText }) => [lineId, lineText]));
  return (
    <Card flush title={t('cascade.question.answers')}>
      {data.answers.length === 0 && <p className="p-4 text-muted">{t('cascade.question.answersNone')}</p>}
      <ul className="divide-y divide-line">
        {data.answers.map((answer) => (
          <PublicAnswer key={answer.id} planId={planId} answer={answer} line={lineOf.get(answer.lineId) ?? null} />
        ))}
      </ul>
    </Card>
  );
}
