import Bell from 'lucide-react/icons/bell-ring';
import { unitKinds } from '#lib/unit-kinds.ts';
import { addresseeStates } from '#modules/cascade/cascade.contract.ts';
import { exportCoverage } from '#modules/cascade/coverage.contract.ts';
import { requestOf } from '../../app/request.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { DownloadLink } from '../../ui/link.tsx';
import { Select } from '../../ui/select.tsx';
import { ChildrenTable } from './children-table.tsx';
import { CopyReminder } from './copy-reminder.tsx';
import { isNarrowed, notAnswered, nothingNarrowed, unitFilterOf } from './coverage-filter.ts';
import { CoverageHeader } from './coverage-header.tsx';
import type { TabProps } from './coverage-tabs.tsx';
import { FoundUnits } from './found-units.tsx';
import { ReminderPanel } from './reminder-panel.tsx';
import { useMaySend } from './use-may-send.ts';

/** Units directly below, to drill into; with a filter exactly the units it means, to be reminded. */
export function UnitsTab(props: TabProps) {
  const { plan, filters, onFilter } = props;
  const narrowed = isNarrowed(filters);
  return (
    <div className="flex flex-col gap-4">
      <CoverageHeader {...props} />
      <UnitFilters {...props} />
      <UnitActs {...props} />
      {narrowed && filters.nhac !== '' && (
        <ReminderPanel plan={plan} filters={filters} onClose={() => onFilter({ nhac: '' })} />
      )}
      {narrowed ? <FoundUnits {...props} /> : <ChildrenTable {...props} />}
    </div>
  );
}

function UnitFilters({ filters, onFilter, data }: TabProps) {
  const t = useT();
  const any = { value: '', label: t('cascade.coverage.filter.any') };
  return (
    <search aria-label={t('cascade.coverage.filters')} className="grid grid-cols-2 items-end gap-3 lg:grid-cols-4">
      <Select
        label={t('cascade.coverage.filter.state')}
        value={filters.trangthai}
        onChange={(trangthai) => onFilter({ trangthai })}
        options={[
          any,
          { value: notAnswered.join(','), label: t('cascade.coverage.filter.notAnswered') },
          ...addresseeStates.map((value) => ({ value, label: t(`cascade.coverage.unit.${value}`) })),
        ]}
      />
      <Select
        label={t('cascade.coverage.filter.late')}
        value={filters.han}
        onChange={(han) => onFilter({ han })}
        options={[any, { value: 'qua', label: t('cascade.coverage.filter.lateOnly') }]}
      />
      <Select
        label={t('cascade.coverage.filter.kind')}
        value={filters.loai}
        onChange={(loai) => onFilter({ loai })}
        options={[any, ...unitKinds.map((value) => ({ value, label: t(`ui.kind.${value}`) }))]}
      />
      <Select
        label={t('cascade.coverage.filter.account')}
        value={filters.taikhoan}
        onChange={(taikhoan) => onFilter({ taikhoan })}
        options={[
          any,
          { value: 'co', label: t('cascade.coverage.filter.with') },
          { value: 'chua', label: t('cascade.coverage.filter.without') },
        ]}
      />
      {filters.dong !== '' && <LineFilter {...{ filters, data }} />}
    </search>
  );
}

/** Units of one line in one state: reached from the tab of lines. */
function LineFilter({ filters, data }: Pick<TabProps, 'filters' | 'data'>) {
  const t = useT();
  const line = data.lines.find(({ lineId }) => lineId === filters.dong);
  const { lineState } = unitFilterOf(filters);
  return (
    <p className="col-span-full">
      {t('cascade.coverage.filter.line', {
        text: line?.text ?? '…',
        state: lineState ? t(`cascade.coverage.state.${lineState}`) : t('cascade.coverage.filter.any'),
      })}
    </p>
  );
}

function UnitActs({ plan, filters, onFilter }: TabProps) {
  const t = useT();
  const maySend = useMaySend(plan);
  const narrowed = isNarrowed(filters);
  return (
    <div className="flex flex-wrap items-start gap-2">
      {maySend && narrowed && (
        <>
          <Button
            look="primary"
            icon={Bell}
            aria-expanded={filters.nhac !== ''}
            onClick={() => onFilter({ nhac: filters.nhac ? '' : 'co' })}
          >
            {t('cascade.remind.these')}
          </Button>
          <CopyReminder planId={plan.id} filter={unitFilterOf(filters)} />
        </>
      )}
      <DownloadLink href={requestOf(exportCoverage, { planId: plan.id, ...unitFilterOf(filters) }).url}>
        {t('cascade.coverage.export')}
      </DownloadLink>
      {narrowed && (
        <Button look="quiet" onClick={() => onFilter(nothingNarrowed)}>
          {t('cascade.coverage.filter.clear')}
        </Button>
      )}
      {maySend && !narrowed && (
        <Button look="quiet" icon={Bell} onClick={() => onFilter({ trangthai: notAnswered.join(',') })}>
          {t('cascade.remind.pastGo')}
        </Button>
      )}
    </div>
  );
}
