import { useState } from 'react';
import { getUnit } from '#modules/org/org.contract.ts';
import { useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { InviteForm } from './invite-form.tsx';
import { RecordForm } from './record-form.tsx';

type Mode = 'invite' | 'record';

/** A person who will sign in (invited), or one who only holds a post. */
export default function PersonNewPage() {
  const t = useT();
  const { me, canAnywhere, unit: own, can } = useSession();
  const [filters] = useFilters({ unit: '', name: '', email: '' });
  const [chosen, setMode] = useState<Mode>();
  const modes: Mode[] = [
    ...(canAnywhere('grants.manage') ? (['invite'] as const) : []),
    ...(canAnywhere('people.manage') ? (['record'] as const) : []),
  ];
  const mode = chosen ?? modes[0];
  const mine = [own, ...me.units].find((unit) => unit && can('people.manage', unit.path)) ?? own;
  const { data: unit } = useRead(getUnit, { unitId: filters.unit || mine?.id || '' }, { enabled: Boolean(mine) });
  return (
    <Page
      title={t('people.new.title')}
      lead={t('people.new.lead')}
      width="reading"
      crumbs={[{ label: t('people.title'), to: paths.people.to() }]}
    >
      {mode === undefined ? (
        <EmptyState title={t('people.new.noRight')}>{t('people.new.noRightHint')}</EmptyState>
      ) : (
        <Card>
          <div className="flex flex-col gap-5">
            <RadioGroup<Mode>
              label={t('people.new.mode')}
              value={mode}
              onChange={setMode}
              options={modes.map((value) => ({
                value,
                label: t(`people.new.mode.${value}`),
                hint: t(`people.new.mode.${value}.hint`),
              }))}
            />
            {!unit && <Skeleton lines={4} />}
            {unit && mode === 'invite' && <InviteForm unit={unit} name={filters.name} email={filters.email} />}
            {unit && mode === 'record' && <RecordForm unit={unit} />}
          </div>
        </Card>
      )}
    </Page>
  );
}
