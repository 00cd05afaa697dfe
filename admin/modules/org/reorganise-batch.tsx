import { undoBatch } from '#modules/org/reorganisation.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';

/** Brings back what a whole table changed, the last line first. */
export function UndoBatch({ batchId }: { batchId: string }) {
  const t = useT();
  const undo = useWrite(undoBatch, {
    changes: ['/unit', '/people', '/plans', '/home'],
    onDone: ({ undone }) => toast({ text: t('reorganise.batch.undone', { n: undone }) }),
  });
  return (
    <div className="flex flex-col items-end gap-1">
      <Button busy={undo.isPending} onClick={() => undo.mutate({ batchId })}>
        {t('reorganise.batch.undo')}
      </Button>
      {undo.error && (
        <p role="alert" className="text-danger">
          {undo.error.title}
        </p>
      )}
    </div>
  );
}
