import { useState } from 'react';
import { dayOf, shortDay } from '#lib/format.ts';
import { unitLines } from '#lib/unit-kinds.ts';
import { setParent, type UnitDetail } from '#modules/org/org.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { toast } from '../../ui/toast.tsx';
import { type PickedUnit, UnitPicker } from './unit-picker.tsx';

/** Who stands above, by line and by day; what was keeps standing in the list. */
export function UnitParents({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const [changing, setChanging] = useState(false);
  const mayChange = unit.can.includes('edit') && !changing;
  return (
    <Card
      title={t('org.parents.title')}
      action={
        mayChange && (
          <Button size="sm" onClick={() => setChanging(true)}>
            {t('org.parents.change')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {unit.parents.length === 0 ? (
          <p className="text-muted">{t('org.parents.none')}</p>
        ) : (
          <ParentLines unit={unit} />
        )}
        {changing && <ChangeParent unit={unit} onClose={() => setChanging(false)} />}
      </div>
    </Card>
  );
}

function ParentLines({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const today = dayOf(Date.now());
  return (
    <>
      <p className="text-xs text-muted">{t('org.parents.lead')}</p>
      <ul className="divide-y divide-line">
        {inOrder(unit.parents, today).map((parent) => {
          const past = parent.validTo !== null && parent.validTo <= today;
          const from = shortDay(parent.validFrom);
          return (
            <li key={`${parent.line} ${parent.parentId} ${parent.validFrom}`} className="py-2 first:pt-0 last:pb-0">
              <div className="flex flex-wrap items-center gap-x-2">
                <Link to={paths.unit.to({ unitId: parent.parentId })}>{parent.parentName}</Link>
                {past && <StateTag tone="neutral">{t('org.parents.pastTag')}</StateTag>}
              </div>
              <div className="text-xs text-muted">
                {t(`org.line.${parent.line}`)} ·{' '}
                {parent.validTo === null
                  ? t('org.parents.now', { from })
                  : t('org.parents.past', { from, to: shortDay(parent.validTo) })}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What holds today first, the working line before the others. */
function inOrder(parents: UnitDetail['parents'], today: string): UnitDetail['parents'] {
  const place = ({ line, validTo }: UnitDetail['parents'][number]) =>
    (validTo !== null && validTo <= today ? unitLines.length : 0) + unitLines.indexOf(line);
  return [...parents].sort((a, b) => place(a) - place(b));
}

type OtherLine = 'administrative' | 'professional';

function ChangeParent({ unit, onClose }: { unit: UnitDetail; onClose: () => void }) {
  const t = useT();
  const form = useForm({
    line: 'administrative' as OtherLine,
    parentId: null as PickedUnit | null,
    validFrom: dayOf(Date.now()) as string | null,
  });
  const change = useWrite(setParent, {
    changes: ['/units'],
    onDone: () => {
      toast({ text: t('org.parents.saved') });
      onClose();
    },
  });
  const { line, parentId, validFrom } = form.values;
  return (
    <form
      noValidate
      className="grid gap-4 rounded-md bg-sunken p-4 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        const input = { unitId: unit.id, line, parentId: parentId?.id as string, validFrom: validFrom as string };
        change.mutate(input, { onError: form.fail });
      }}
    >
      <p className="text-xs text-muted sm:col-span-2">{t('org.parents.changeHint')}</p>
      {form.problem && (
        <div className="sm:col-span-2">
          <Notice live tone="danger" title={form.problem.title} />
        </div>
      )}
      <Select<OtherLine>
        label={t('org.parents.line')}
        options={[
          { value: 'administrative', label: t('org.line.administrative') },
          { value: 'professional', label: t('org.line.professional') },
        ]}
        {...form.field('line')}
      />
      <DateField label={t('org.parents.from')} required {...form.field('validFrom')} />
      <UnitPicker
        className="sm:col-span-2"
        label={t('org.parents.unit')}
        required
        kind={line === 'administrative' ? 'people-committee' : undefined}
        {...form.field('parentId')}
      />
      <div className="flex flex-wrap gap-2 sm:col-span-2">
        <Button type="submit" look="primary" busy={change.isPending}>
          {t('org.parents.save')}
        </Button>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
      </div>
    </form>
  );
}
