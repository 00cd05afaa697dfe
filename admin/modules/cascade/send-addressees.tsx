import { useCallback } from 'react';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { listUnits } from '#modules/org/org.contract.ts';
import { call } from '../../app/client.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { ComboboxMany } from '../../ui/combobox-many.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { type PickedUnit, UnitPicker } from '../org/unit-picker.tsx';
import type { Proposal, SendDraft } from './send-draft.ts';

interface SendAddresseesProps {
  proposal: Proposal;
  unitId: string;
  draft: SendDraft;
  onChange: (draft: SendDraft) => void;
}

/** Step 2: who gets it: all of some kinds below us, narrowed where wished, and units picked one by one. */
export function SendAddressees({ proposal, unitId, draft, onChange }: SendAddresseesProps) {
  const t = useT();
  const set = (change: Partial<SendDraft>) => onChange({ ...draft, ...change });
  return (
    <Card title={t('cascade.send.to')}>
      <div className="flex flex-col gap-5">
        <KindsBelow proposal={proposal} value={draft.kinds} onChange={(kinds) => set({ kinds })} />
        <div className="grid items-start gap-4 md:grid-cols-2">
          <UnitPicker
            label={t('cascade.send.within')}
            hint={t('cascade.send.withinHint')}
            within={unitId}
            value={draft.within}
            onChange={(within) => set({ within })}
          />
          <UnitsPicker
            label={t('cascade.send.picked')}
            hint={t('cascade.send.pickedHint')}
            value={draft.assign}
            onChange={(assign) => set({ assign })}
          />
          <UnitsPicker
            label={t('cascade.send.coordinate')}
            hint={t('cascade.send.coordinateHint')}
            value={draft.coordinate}
            onChange={(coordinate) => set({ coordinate })}
          />
          <UnitsPicker
            label={t('cascade.send.inform')}
            hint={t('cascade.send.informHint')}
            value={draft.inform}
            onChange={(inform) => set({ inform })}
          />
        </div>
      </div>
    </Card>
  );
}

interface KindsBelowProps {
  proposal: Proposal;
  value: readonly UnitKind[];
  onChange: (kinds: UnitKind[]) => void;
}

function KindsBelow({ proposal, value, onChange }: KindsBelowProps) {
  const t = useT();
  return (
    <FieldGroup label={t('cascade.send.assign')} hint={t('cascade.send.assignHint')}>
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {proposal.kinds.map(({ kind, units, withAccount }) => (
          <Checkbox
            key={kind}
            label={t('cascade.send.kindCount', { kind: t(`ui.kind.${kind}`), n: units })}
            hint={withAccount < units ? t('cascade.send.kindNoAccount', { n: units - withAccount }) : undefined}
            checked={value.includes(kind)}
            onChange={(on) =>
              onChange(proposal.kinds.map((one) => one.kind).filter((one) => (one === kind ? on : value.includes(one))))
            }
          />
        ))}
      </div>
    </FieldGroup>
  );
}

interface UnitsPickerProps {
  label: string;
  hint: string;
  value: PickedUnit[];
  onChange: (units: PickedUnit[]) => void;
}

/** Units one by one, found by the words of their names. */
function UnitsPicker(props: UnitsPickerProps) {
  const t = useT();
  const search = useCallback(async (typed: string, signal: AbortSignal): Promise<PickedUnit[]> => {
    const { items } = await call(listUnits, { q: typed.trim() || undefined, limit: 20 }, { signal });
    return items.map(({ id, name, parentName }) => ({ id, name, parentName }));
  }, []);
  return (
    <ComboboxMany<PickedUnit>
      {...props}
      placeholder={t('org.pick.unit')}
      search={search}
      keyOf={(unit) => unit.id}
      labelOf={(unit) => unit.name}
      detailOf={(unit) => unit.parentName ?? ''}
    />
  );
}
