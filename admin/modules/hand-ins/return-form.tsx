import { useState } from 'react';
import { type HandIn, returnHandIn } from '#modules/media/hand-ins.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

/** Gives the photos back with a reason; they are then no longer shown here. */
export function ReturnForm({ handIn }: { handIn: HandIn }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const form = useForm({ reason: '' });
  const giveBack = useWrite(returnHandIn, {
    changes: ['/hand-ins', '/media'],
    onDone: () => {
      toast({ text: t('handins.returnedNow') });
      setOpen(false);
    },
  });
  return (
    <Popover
      label={t('handins.return')}
      open={open}
      onOpen={setOpen}
      align="end"
      className="w-96 max-w-[calc(100vw-2rem)] p-4"
      trigger={<Button>{t('handins.return')}</Button>}
    >
      <form
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          giveBack.mutate({ handInId: handIn.id, version: handIn.version, ...form.values }, { onError: form.fail });
        }}
      >
        {form.problem && <ProblemNotice problem={form.problem} />}
        <TextArea label={t('handins.reason')} required rows={3} {...form.field('reason')} />
        <div>
          <Button type="submit" look="danger" busy={giveBack.isPending}>
            {t('handins.return')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
