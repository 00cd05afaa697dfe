import { useState } from 'react';
import {
  captureOutput,
  type OutputDetail,
  pickOutput,
  unpickOutput,
  withdrawOutput,
} from '#modules/outputs/outputs.contract.ts';
import { useWrite } from '../../app/data.ts';
import type { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

const changes = ['/outputs', '/quotas'];
const refused = (problem: Problem) => toast({ tone: 'danger', text: problem.title });

/** What this person may do with the item now. */
export function OutputActs({ row, onEdit }: { row: OutputDetail; onEdit: () => void }) {
  const t = useT();
  const what = { outputId: row.id, version: row.version };
  const pick = useWrite(pickOutput, { changes, onDone: () => toast({ tone: 'success', text: t('outputs.picked') }) });
  const unpick = useWrite(unpickOutput, { changes });
  const again = useWrite(captureOutput, { changes, onDone: () => toast({ text: t('outputs.againSent') }) });
  return (
    <div className="flex flex-wrap gap-2">
      {row.can.includes('pick') &&
        row.pickers.map((unit) => (
          <Button
            key={unit.id}
            look="primary"
            busy={pick.isPending}
            onClick={() => pick.mutate({ ...what, byUnitId: unit.id }, { onError: refused })}
          >
            {row.pickers.length === 1 ? t('outputs.pick') : t('outputs.pickFor', { unit: unit.name })}
          </Button>
        ))}
      {row.can.includes('unpick') && (
        <Button busy={unpick.isPending} onClick={() => unpick.mutate(what, { onError: refused })}>
          {t('outputs.unpick')}
        </Button>
      )}
      {row.can.includes('edit') && <Button onClick={onEdit}>{t('outputs.edit')}</Button>}
      {row.can.includes('capture') && (
        <Button look="quiet" busy={again.isPending} onClick={() => again.mutate(what, { onError: refused })}>
          {t('outputs.again')}
        </Button>
      )}
      {row.can.includes('withdraw') && <Withdraw row={row} />}
    </div>
  );
}

function Withdraw({ row }: { row: OutputDetail }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const withdraw = useWrite(withdrawOutput, { changes, onDone: () => setOpen(false) });
  const confirm = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') withdraw.mutate({ outputId: row.id, version: row.version, reason }, { onError: refused });
  };
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('outputs.withdraw')}
      </Button>
      <Confirm
        open={open}
        danger
        title={t('outputs.withdrawTitle')}
        verb={t('outputs.withdraw')}
        busy={withdraw.isPending}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      >
        <p className="mb-3">{t('outputs.withdrawHint')}</p>
        <TextArea
          label={t('outputs.reason')}
          required
          rows={3}
          value={reason}
          error={missing ? t('outputs.withdrawHint') : undefined}
          onChange={setReason}
        />
      </Confirm>
    </>
  );
}
