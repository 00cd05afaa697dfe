import { type WorkState, workStates } from '#lib/progress.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';

export const workFilters = {
  view: 'list',
  scope: 'own',
  state: '',
  month: '',
  lead: '',
  mine: '',
  q: '',
  plan: '',
  /** The month or the first month of the twelve that a view shows. */
  at: '',
};
export type WorkFilters = Record<keyof typeof workFilters, string>;
type Change = (change: Partial<WorkFilters>) => void;

export const isFiltered = (f: WorkFilters): boolean =>
  [f.state, f.month, f.lead, f.mine, f.q, f.plan].some((value) => value !== '');
export const noFilters = { state: '', month: '', lead: '', mine: '', q: '', plan: '' };

/** What the server is asked; a plan is looked at whole, whichever unit it belongs to. */
export function askedFor(filters: WorkFilters, unitId: string | undefined) {
  const where =
    filters.plan !== '' ? { planId: filters.plan } : filters.scope === 'below' ? { within: unitId } : { unitId };
  return {
    ...where,
    lead: filters.lead || undefined,
    mine: filters.mine === '1' ? ('1' as const) : undefined,
    q: filters.q || undefined,
  };
}

export const stateOf = (filters: WorkFilters): WorkState | undefined =>
  workStates.find((state) => state === filters.state);

/** What the views are narrowed by; everything lives in the address, so that a view can be sent to a colleague. */
export function WorkFilter({
  filters,
  leads,
  months,
  onChange,
}: {
  filters: WorkFilters;
  leads: readonly string[];
  /** 'YYYY-MM' with its words; empty where the view itself goes by months. */
  months: readonly { value: string; label: string }[];
  onChange: Change;
}) {
  const t = useT();
  const any = { value: '', label: t('work.filter.any') };
  const leadOptions = filters.lead && !leads.includes(filters.lead) ? [filters.lead, ...leads] : leads;
  return (
    <search className="grid grid-cols-2 items-end gap-3 md:grid-cols-[minmax(12rem,2fr)_repeat(3,minmax(0,1fr))_auto]">
      <SearchBox
        className="col-span-2 md:col-span-1"
        label={t('work.filter.search')}
        value={filters.q}
        onSearch={(q) => onChange({ q })}
      />
      <Select
        label={t('work.filter.scope')}
        value={filters.scope}
        onChange={(scope) => onChange({ scope, lead: '', plan: '' })}
        options={[
          { value: 'own', label: t('work.filter.scope.own') },
          { value: 'below', label: t('work.filter.scope.below') },
        ]}
      />
      {months.length > 0 && (
        <Select
          label={t('work.filter.month')}
          value={filters.month}
          onChange={(month) => onChange({ month })}
          options={[any, ...months]}
        />
      )}
      {leadOptions.length > 0 && (
        <Select
          label={t('work.filter.lead')}
          value={filters.lead}
          onChange={(lead) => onChange({ lead })}
          options={[any, ...leadOptions.map((value) => ({ value, label: value }))]}
        />
      )}
      <div className="flex min-h-10 items-center gap-3">
        <Checkbox
          label={t('work.filter.mine')}
          checked={filters.mine === '1'}
          onChange={(on) => onChange({ mine: on ? '1' : '' })}
        />
        {isFiltered(filters) && (
          <Button size="sm" look="quiet" onClick={() => onChange(noFilters)}>
            {t('work.filter.clear')}
          </Button>
        )}
      </div>
    </search>
  );
}
