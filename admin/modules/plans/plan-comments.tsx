import Check from 'lucide-react/icons/check';
import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { moment } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { addComment, listComments, resolveComment } from '#modules/plans/comments.contract.ts';
import type { PlanLine, PlanWhole } from '#modules/plans/plans.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useDraft } from '../../app/draft.ts';
import { DraftNotice } from '../../app/draft-notice.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { nameOfLine } from './fact-words.ts';

type Comment = OutputOf<typeof listComments>['items'][number];

/** Opinions on the plan and on its lines: given, read, dealt with. */
export function Comments({ whole }: { whole: PlanWhole }) {
  const t = useT();
  const { plan, lines } = whole;
  const read = useRead(listComments, { planId: plan.id });
  const [all, setAll] = useState(false);
  const items = read.data?.items ?? [];
  const done = items.filter((one) => one.resolvedAt !== null).length;
  const shown = all ? items : items.filter((one) => one.resolvedAt === null);
  const mayResolve = plan.can.includes('edit');
  return (
    <Card
      title={t('plans.comments.title')}
      action={
        done > 0 && (
          <Button look="quiet" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('plans.comments.hideResolved') : t('plans.comments.showResolved', { n: done })}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {read.error && <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />}
        {read.isPending && <Skeleton lines={2} />}
        {read.data && shown.length === 0 && <p className="text-muted">{t('plans.comments.none')}</p>}
        <ul className="flex flex-col gap-4">
          {shown.map((comment) => (
            <CommentLine
              key={comment.id}
              comment={comment}
              line={lines.find((line) => line.id === comment.lineId)}
              planId={plan.id}
              mayResolve={mayResolve}
            />
          ))}
        </ul>
        {plan.can.includes('comment') && <NewComment planId={plan.id} lines={lines} />}
      </div>
    </Card>
  );
}

interface CommentLineProps {
  comment: Comment;
  line: PlanLine | undefined;
  planId: string;
  mayResolve: boolean;
}

function CommentLine({ comment, line, planId, mayResolve }: CommentLineProps) {
  const t = useT();
  const language = useLanguage();
  const resolve = useWrite(resolveComment, { changes: [`/plans/:planId/comments`] });
  return (
    <li className="flex gap-3">
      <Avatar name={comment.personName} />
      <div className="min-w-0 flex-1">
        <p className="text-xs text-muted">
          <span className="text-sm font-semibold text-ink">{comment.personName}</span> ·{' '}
          {moment(comment.at, Date.now(), language)}
        </p>
        {comment.lineId && (
          <p className="my-1 line-clamp-2 border-l-2 border-edge pl-2 text-muted">
            {line ? nameOfLine(line) : t('plans.comments.lineGone')}
          </p>
        )}
        <p className="wrap-break-word whitespace-pre-line">{comment.text}</p>
        {comment.resolvedAt && (
          <p className="mt-1 inline-flex items-center gap-1 text-xs text-success">
            <Check size={14} aria-hidden />
            {t('plans.comments.resolved', { time: moment(comment.resolvedAt, Date.now(), language) })}
          </p>
        )}
        {!comment.resolvedAt && mayResolve && (
          <Button
            size="sm"
            look="quiet"
            icon={Check}
            className="mt-1 -ml-3"
            busy={resolve.isPending}
            onClick={() => resolve.mutate({ planId, commentId: comment.id })}
          >
            {t('plans.comments.resolve')}
          </Button>
        )}
        {resolve.error && <ProblemNotice problem={resolve.error} />}
      </div>
    </li>
  );
}

function NewComment({ planId, lines }: { planId: string; lines: readonly PlanLine[] }) {
  const t = useT();
  const draft = useDraft(`comment ${planId}`, '');
  const [about, setAbout] = useState<PlanLine | null>(null);
  const [id, setId] = useState(() => newId(Date.now()));
  const add = useWrite(addComment, {
    changes: ['/plans/:planId/comments'],
    onDone: () => {
      toast({ text: t('plans.comments.sent') });
      draft.clear();
      draft.discard();
      setAbout(null);
      setId(newId(Date.now()));
    },
  });
  return (
    <form
      className="flex flex-col gap-3 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.value.trim()) add.mutate({ planId, id, lineId: about?.id ?? null, text: draft.value });
      }}
    >
      <DraftNotice draft={draft} />
      <Combobox
        label={t('plans.comments.about')}
        placeholder={t('plans.comments.aboutPlaceholder')}
        items={lines}
        value={about}
        onChange={setAbout}
        keyOf={(line) => line.id}
        labelOf={nameOfLine}
        detailOf={(line) => t(`plans.part.${line.part}`)}
      />
      <TextArea
        label={t('plans.comments.write')}
        value={draft.value}
        onChange={draft.set}
        rows={2}
        maxLength={4000}
        error={add.error?.fields?.text}
      />
      {add.error && !add.error.fields && <ProblemNotice problem={add.error} />}
      <div>
        <Button type="submit" busy={add.isPending} disabled={draft.value.trim() === ''}>
          {t('plans.comments.send')}
        </Button>
      </div>
    </form>
  );
}
