import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import type { Right } from '#lib/rights.ts';
import type { ImportKind } from '#modules/org/imports.contract.ts';
import { getUnit } from '#modules/org/org.contract.ts';
import { useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ImportTable } from './import-table.tsx';
import { PastImports } from './past-imports.tsx';
import { sampleUrl } from './send-table.ts';
import { UnitPicker } from './unit-picker.tsx';

const needs: Record<ImportKind, Right> = { schools: 'units.manage', people: 'people.manage' };

/** Many schools or people at once: the sample, the file with its preview, and what was brought in before. */
export function ImportPage({ kind }: { kind: ImportKind }) {
  const t = useT();
  const { me, unit: own, can } = useSession();
  const [filters, setFilters] = useFilters({ unit: '' });
  const mine = [own, ...me.units].find((unit) => unit && can(needs[kind], unit.path));
  const unitId = filters.unit || mine?.id;
  return (
    <Page
      title={t(`org.import.${kind}.title`)}
      lead={t(`org.import.${kind}.lead`)}
      crumbs={
        kind === 'schools'
          ? [{ label: t('org.title'), to: paths.units.to() }]
          : [{ label: t('ui.nav.people'), to: paths.people.to() }]
      }
    >
      {unitId === undefined ? (
        <EmptyState title={t('org.import.noRight')}>{t('org.import.noRightHint')}</EmptyState>
      ) : (
        <Steps kind={kind} unitId={unitId} onUnit={(id) => setFilters({ unit: id })} />
      )}
    </Page>
  );
}

function Steps({ kind, unitId, onUnit }: { kind: ImportKind; unitId: string; onUnit: (id: string) => void }) {
  const t = useT();
  const { me, can } = useSession();
  const [done, setDone] = useState(0);
  const { data: unit } = useRead(getUnit, { unitId });
  const top = me.units.find((one) => can(needs[kind], one.path));
  if (!unit) return <Skeleton lines={6} />;
  return (
    <>
      <Card title={t('org.import.step1')}>
        <div className="grid items-start gap-6 md:grid-cols-2">
          <div className="flex flex-col items-start gap-3">
            <p>{t(`org.import.step1.${kind}`)}</p>
            <a href={sampleUrl(kind)} download className={buttonClass()}>
              <Download size={16} aria-hidden />
              {t('org.import.sample')}
            </a>
          </div>
          <UnitPicker
            label={t('org.import.unit')}
            hint={t('org.import.unitHint')}
            within={top?.id}
            value={unit}
            onChange={(picked) => picked && onUnit(picked.id)}
          />
        </div>
      </Card>
      <ImportTable key={unit.id} kind={kind} unitId={unit.id} onDone={() => setDone((n) => n + 1)} />
      <PastImports key={`${unit.id} ${done}`} kind={kind} unitId={unit.id} />
    </>
  );
}
