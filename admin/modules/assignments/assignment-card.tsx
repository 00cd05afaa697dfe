import PenLine from 'lucide-react/icons/pen-line';
import { useState } from 'react';
import { shortDay } from '#lib/format.ts';
import { type Assignment, cancelAssignment } from '#modules/articles/assignments.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

const buttonLook =
  'inline-flex min-h-10 items-center gap-2 rounded-md bg-primary px-4 font-semibold text-on-primary no-underline';

/** One thing that is asked for: by whom, for what, how much has come, and what can be done now. */
export function AssignmentCard({ row, onEdit }: { row: Assignment; onEdit: () => void }) {
  const t = useT();
  const [cancelling, setCancelling] = useState(false);
  const may = (act: Assignment['can'][number]) => row.can.includes(act);
  return (
    <article className="flex flex-col gap-3 rounded-md border border-line bg-paper p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 className="min-w-0 text-base font-semibold wrap-anywhere">{row.title}</h2>
        <Tag row={row} />
      </div>
      {row.brief && <p className="whitespace-pre-line wrap-anywhere">{row.brief}</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <span>{row.personName ?? row.teamName}</span>
        <span>{t('assignments.delivered', { n: row.sent, wanted: row.wanted, approved: row.approved })}</span>
        {row.dueOn && <span>{t('assignments.due', { day: shortDay(row.dueOn) })}</span>}
        {row.seriesTitle && <span>{t('assignments.inSeries', { title: row.seriesTitle })}</span>}
      </p>
      {row.lineId && (
        <p className="text-sm wrap-anywhere">
          <Link to={paths.activity.to({ lineId: row.lineId })}>{row.lineText}</Link>
          {row.targetProduct && <span className="text-muted"> · {row.targetProduct}</span>}
        </p>
      )}
      {row.reason && <p className="text-sm text-muted">{t('assignments.because', { reason: row.reason })}</p>}
      <div className="flex flex-wrap gap-2">
        {may('write') && (
          <a className={buttonLook} href={`/viet/moi?assignmentId=${row.id}`}>
            <PenLine size={18} aria-hidden />
            {t('assignments.write')}
          </a>
        )}
        {row.begun > 0 && (
          <Link className="inline-flex min-h-10 items-center" to={paths.articles.to({}, { giaoViet: row.id })}>
            {t('assignments.texts', { n: row.begun })}
          </Link>
        )}
        {may('edit') && <Button onClick={onEdit}>{t('ui.edit')}</Button>}
        {may('cancel') && !cancelling && (
          <Button look="quiet" onClick={() => setCancelling(true)}>
            {t('assignments.cancel')}
          </Button>
        )}
      </div>
      {cancelling && <Cancel row={row} onClose={() => setCancelling(false)} />}
    </article>
  );
}

function Tag({ row }: { row: Assignment }) {
  const t = useT();
  if (row.state === 'done') return <StateTag tone="success">{t('assignments.state.done')}</StateTag>;
  if (row.state === 'cancelled') return <StateTag tone="neutral">{t('assignments.state.cancelled')}</StateTag>;
  if (row.daysLate) return <StateTag tone="danger">{t('assignments.late', { n: row.daysLate })}</StateTag>;
  return <StateTag tone="waiting">{t('assignments.state.open')}</StateTag>;
}

function Cancel({ row, onClose }: { row: Assignment; onClose: () => void }) {
  const t = useT();
  const form = useForm({ reason: '' });
  const cancel = useWrite(cancelAssignment, {
    changes: ['/article-assignments'],
    onDone: () => {
      toast({ text: t('assignments.cancelled') });
      onClose();
    },
  });
  return (
    <form
      noValidate
      className="flex flex-col gap-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        const at = { assignmentId: row.id, version: row.version };
        cancel.mutate({ ...at, ...form.values }, { onError: form.fail });
      }}
    >
      {form.problem && <ProblemNotice problem={form.problem} />}
      <TextInput label={t('assignments.reason')} required maxLength={1000} {...form.field('reason')} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="danger" busy={cancel.isPending}>
          {t('assignments.cancel')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
