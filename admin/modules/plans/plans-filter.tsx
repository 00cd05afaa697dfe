import { dayOf } from '#lib/format.ts';
import { planKinds, planStates } from '#modules/plans/plans.contract.ts';
import { useT } from '../../texts/load.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';

export const planFilters = { q: '', scope: 'own', state: '', kind: '', year: '' };
export type PlanFilters = Record<keyof typeof planFilters, string>;

/** What the list is narrowed by; everything lives in the address, so that a list can be sent to a colleague. */
export function PlansFilter(props: { filters: PlanFilters; onChange: (change: Partial<PlanFilters>) => void }) {
  const { filters, onChange } = props;
  const t = useT();
  const any = { value: '', label: t('plans.filter.any') };
  const year = Number(dayOf(Date.now()).slice(0, 4));
  const years = [year + 1, year, year - 1, year - 2, year - 3].map(String);
  return (
    <search className="grid grid-cols-2 items-end gap-3 md:grid-cols-[minmax(12rem,2fr)_repeat(4,minmax(0,1fr))]">
      <SearchBox
        className="col-span-2 md:col-span-1"
        label={t('plans.search')}
        value={filters.q}
        onSearch={(q) => onChange({ q })}
      />
      <Select
        label={t('plans.filter.scope')}
        value={filters.scope}
        onChange={(scope) => onChange({ scope })}
        options={[
          { value: 'own', label: t('plans.filter.scope.own') },
          { value: 'all', label: t('plans.filter.scope.all') },
        ]}
      />
      <Select
        label={t('plans.filter.state')}
        value={filters.state}
        onChange={(state) => onChange({ state })}
        options={[any, ...planStates.map((value) => ({ value, label: t(`plans.state.${value}`) }))]}
      />
      <Select
        label={t('plans.filter.kind')}
        value={filters.kind}
        onChange={(kind) => onChange({ kind })}
        options={[any, ...planKinds.map((value) => ({ value, label: t(`plans.kind.${value}`) }))]}
      />
      <Select
        label={t('plans.filter.year')}
        value={filters.year}
        onChange={(value) => onChange({ year: value })}
        options={[any, ...years.map((value) => ({ value, label: value }))]}
      />
    </search>
  );
}
