import { moments, whatCounts } from '#lib/plan-parts.ts';
import { outputShows } from '#modules/outputs/outputs.contract.ts';
import { useT } from '../../texts/load.ts';
import { DateField } from '../../ui/date-field.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';

export const noFilters = { q: '', loai: '', thoiDiem: '', phamVi: '', xem: '', tu: '', den: '', tacGia: '', nguon: '' };
export type Filters = { [K in keyof typeof noFilters]: string };

/** What narrows the list; all of it lives in the address. */
export function OutputsFilter({
  filters,
  onChange,
}: {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}) {
  const t = useT();
  return (
    <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <SearchBox
        className="col-span-2 min-w-0 sm:max-w-96 sm:min-w-60 sm:flex-1"
        label={t('outputs.search')}
        value={filters.q}
        onSearch={(q) => onChange({ q })}
      />
      <Select
        label={t('outputs.scope')}
        className="sm:w-48"
        value={filters.phamVi || 'own'}
        onChange={(value) => onChange({ phamVi: value === 'own' ? '' : value })}
        options={(['own', 'below'] as const).map((value) => ({ value, label: t(`outputs.scope.${value}`) }))}
      />
      <Select
        label={t('outputs.kind')}
        className="sm:w-56"
        value={filters.loai}
        placeholder={t('outputs.anyKind')}
        onChange={(loai) => onChange({ loai })}
        options={whatCounts.map((value) => ({ value, label: t(`ui.counts.${value}`) }))}
      />
      <Select
        label={t('outputs.moment')}
        className="sm:w-44"
        value={filters.thoiDiem}
        placeholder={t('outputs.anyMoment')}
        onChange={(thoiDiem) => onChange({ thoiDiem })}
        options={moments.map((value) => ({ value, label: t(`outputs.moment.${value}`) }))}
      />
      <Select
        label={t('outputs.show')}
        className="sm:w-44"
        value={filters.xem || 'standing'}
        onChange={(value) => onChange({ xem: value === 'standing' ? '' : value })}
        options={outputShows.map((value) => ({ value, label: t(`outputs.show.${value}`) }))}
      />
      <DateField
        label={t('outputs.from')}
        className="sm:w-48"
        value={filters.tu || null}
        onChange={(tu) => onChange({ tu: tu ?? '' })}
      />
      <DateField
        label={t('outputs.to')}
        className="sm:w-48"
        value={filters.den || null}
        onChange={(den) => onChange({ den: den ?? '' })}
      />
    </div>
  );
}
