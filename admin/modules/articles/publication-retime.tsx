import { useState } from 'react';
import { clockOf, dayOf } from '#lib/format.ts';
import { type Publication, retimePublication } from '#modules/articles/publication.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';
import { DueField } from './due-field.tsx';
import { type DueTime, instantOf } from './due-time.ts';

/** What stands against a chosen time before the server is asked. */
export function useDue(initial: DueTime) {
  const t = useT();
  const [due, setDue] = useState(initial);
  const [error, setError] = useState<string>();
  return {
    due,
    error,
    set: (value: DueTime) => {
      setDue(value);
      setError(undefined);
    },
    /** The instant, or undefined with a sentence beside the field. */
    take: (): string | undefined => {
      const instant = instantOf(due);
      if (instant === undefined) setError(t('publishing.timeMissing'));
      else if (Date.parse(instant) <= Date.now()) setError(t('publishing.timePast'));
      else return instant;
      return undefined;
    },
  };
}

export function RetimeForm({
  place,
  onChange,
  onClose,
}: {
  place: Publication;
  onChange: () => void;
  onClose: () => void;
}) {
  const t = useT();
  const due = useDue({ day: dayOf(place.dueAt), time: clockOf(place.dueAt) });
  const retime = useWrite(retimePublication, {
    changes: ['/articles'],
    onDone: () => {
      toast({ tone: 'success', text: t('publishing.done.schedule') });
      onClose();
      onChange();
    },
  });
  return (
    <form
      noValidate
      className="mt-1 flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const dueAt = due.take();
        if (dueAt === undefined) return;
        retime.mutate({ articleId: place.articleId, publicationId: place.id, version: place.version, dueAt });
      }}
    >
      {retime.error && <Notice live tone="danger" title={retime.error.title} />}
      <DueField value={due.due} onChange={due.set} today={dayOf(Date.now())} error={due.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" size="sm" busy={retime.isPending}>
          {t('publishing.setTime')}
        </Button>
        <Button size="sm" look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
