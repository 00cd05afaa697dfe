import { useCallback } from 'react';
import { editDocument, type ReceivedDocument } from '#modules/documents/documents.contract.ts';
import { listUnits } from '#modules/org/org.contract.ts';
import { call } from '../../app/client.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

interface Unit {
  id: string;
  name: string;
  parentName?: string | null;
}

/** Number and day in the register, and the unit that issued the document where the system knows it. */
export function RegisterEntry({ document }: { document: ReceivedDocument }) {
  const t = useT();
  const issuer: Unit | null = document.issuerUnitId
    ? { id: document.issuerUnitId, name: document.issuerUnitName ?? '' }
    : null;
  const form = useForm({ arrivalNo: document.arrivalNo ?? '', arrivedOn: document.arrivedOn as string | null, issuer });
  const save = useWrite(editDocument, {
    changes: ['/documents'],
    onDone: () => toast({ text: t('documents.entrySaved') }),
  });
  const mine = document.can.includes('enter');
  const search = useCallback(
    async (typed: string, signal: AbortSignal): Promise<Unit[]> =>
      (await call(listUnits, { q: typed || undefined, limit: 20 }, { signal })).items,
    [],
  );
  const submit = () => {
    const { arrivalNo, arrivedOn, issuer: chosen } = form.values;
    save.mutate(
      {
        documentId: document.id,
        version: document.version,
        arrivalNo: arrivalNo.trim() || null,
        arrivedOn: arrivedOn ?? document.arrivedOn,
        issuerUnitId: chosen?.id ?? null,
      },
      { onError: form.fail },
    );
  };
  return (
    <Card title={t('documents.entry')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) submit();
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput label={t('documents.arrivalNo')} maxLength={20} readOnly={!mine} {...form.field('arrivalNo')} />
          <DateField label={t('documents.arrivedOn')} disabled={!mine} {...form.field('arrivedOn')} />
        </div>
        <Combobox<Unit>
          label={t('documents.issuerUnit')}
          hint={t('documents.issuerUnitHint')}
          disabled={!mine}
          search={search}
          keyOf={(unit) => unit.id}
          labelOf={(unit) => unit.name}
          detailOf={(unit) => unit.parentName}
          {...form.field('issuer')}
        />
        {mine && form.changed && (
          <Button type="submit" className="self-start" busy={save.isPending}>
            {t('ui.save')}
          </Button>
        )}
      </form>
    </Card>
  );
}
