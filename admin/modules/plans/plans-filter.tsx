import Search from 'lucide-react/icons/search';
import { useEffect, useRef, useState } from 'react';
import { dayOf } from '#lib/format.ts';
import { planKinds, planStates } from '#modules/plans/plans.contract.ts';
import { useT } from '../../texts/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';

export const planFilters = { q: '', scope: 'own', state: '', kind: '', year: '' };
export type PlanFilters = Record<keyof typeof planFilters, string>;

const TYPED_AFTER = 250;

/** What the list is narrowed by; everything lives in the address, so that a list can be sent to a colleague. */
export function PlansFilter(props: { filters: PlanFilters; onChange: (change: Partial<PlanFilters>) => void }) {
  const { filters, onChange } = props;
  const t = useT();
  const any = { value: '', label: t('plans.filter.any') };
  const year = Number(dayOf(Date.now()).slice(0, 4));
  const years = [year + 1, year, year - 1, year - 2, year - 3].map(String);
  return (
    <search className="grid grid-cols-2 items-end gap-3 md:grid-cols-[minmax(12rem,2fr)_repeat(4,minmax(0,1fr))]">
      <SearchBox value={filters.q} onSearch={(q) => onChange({ q })} />
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

/** Goes into the address once the person pauses; a change of the address from outside comes back into the box. */
function SearchBox({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextInput
      label={t('plans.search')}
      hideLabel
      type="search"
      icon={Search}
      className="col-span-2 md:col-span-1"
      placeholder={t('plans.search')}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          sent.current = text.trim();
          onSearch(text.trim());
        }, TYPED_AFTER);
      }}
    />
  );
}
