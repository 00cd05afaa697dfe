import { useState } from 'react';
import { dayOf } from '#lib/format.ts';
import { closeUnit, type UnitDetail } from '#modules/org/org.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';
import { type PickedUnit, UnitPicker } from './unit-picker.tsx';

/** Asks for the last day and the successor; it cannot be undone, so it is a dialog. */
export function CloseUnit({ unit, open, onClose }: { unit: UnitDetail; open: boolean; onClose: () => void }) {
  const t = useT();
  const form = useForm<{ closedOn: string | null }>({ closedOn: dayOf(Date.now()) });
  const [successor, setSuccessor] = useState<PickedUnit | null>(null);
  const close = useWrite(closeUnit, {
    changes: ['/units', '/unit-tree', '/unit-counts'],
    onDone: () => {
      toast({ text: t('org.close.done') });
      onClose();
    },
  });
  return (
    <Confirm
      open={open}
      title={t('org.close.title', { name: unit.name })}
      verb={t('org.close.verb')}
      danger
      busy={close.isPending}
      onClose={onClose}
      onConfirm={() =>
        close.mutate(
          {
            unitId: unit.id,
            version: unit.version,
            closedOn: form.values.closedOn as string,
            successorId: successor?.id,
          },
          { onError: form.fail },
        )
      }
    >
      <p>{t('org.close.hint')}</p>
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <DateField label={t('org.close.on')} required max={dayOf(Date.now())} {...form.field('closedOn')} />
      <UnitPicker
        label={t('org.close.successor')}
        hint={t('org.close.successorHint')}
        value={successor}
        onChange={setSuccessor}
      />
    </Confirm>
  );
}
