import { getNewsroom } from '#modules/articles/articles.contract.ts';
import { offerStates } from '#modules/articles/offers.contract.ts';
import { listUnits } from '#modules/org/org.contract.ts';
import { useRead } from '../../app/data.ts';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';

export const noFilters = { muc: '', xem: '', q: '', buoc: '', loai: '', tu: '', han: '' };
export type Filters = { [K in keyof typeof noFilters]: string };
export const sides = ['received', 'sent'] as const;
export type Side = (typeof sides)[number];
export const sideOf = ({ muc }: Filters): Side => (muc === 'sent' ? 'sent' : 'received');
export const isFiltered = ({ q, buoc, loai, tu, han }: Filters): boolean =>
  [q, buoc, loai, tu, han].some((value) => value !== '');

/** What narrows the list; all of it lives in the address. */
export function OffersFilter({
  filters,
  onChange,
}: {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}) {
  const t = useT();
  const vi = useLanguage() === 'vi';
  const { unit, can } = useSession();
  const newsroom = useRead(getNewsroom, {}, { enabled: can('articles.write') });
  const below = useRead(listUnits, { parentId: unit?.id ?? '', limit: 200 }, { enabled: unit !== null });
  const received = sideOf(filters) === 'received';
  const kinds = newsroom.data?.kinds ?? [];
  return (
    <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <SearchBox
        className="col-span-2 min-w-0 sm:min-w-60 sm:flex-1"
        label={t('offers.search')}
        value={filters.q}
        onSearch={(q) => onChange({ q })}
      />
      <Select
        label={t('offers.state')}
        className="sm:w-44"
        value={filters.buoc}
        placeholder={t('offers.anyState')}
        onChange={(buoc) => onChange({ buoc })}
        options={offerStates
          .filter((state) => !received || state !== 'withdrawn')
          .map((value) => ({ value, label: t(`offers.state.${value}`) }))}
      />
      <Select
        label={t('offers.kind')}
        className="sm:w-40"
        value={filters.loai}
        placeholder={t('offers.anyKind')}
        onChange={(loai) => onChange({ loai })}
        options={kinds.map(({ code, nameVi, nameEn }) => ({ value: code, label: vi ? nameVi : nameEn }))}
      />
      {received && (
        <Select
          label={t('offers.from')}
          className="col-span-2 sm:w-56"
          value={filters.tu}
          placeholder={t('offers.anyUnit')}
          onChange={(tu) => onChange({ tu })}
          options={(below.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div className="col-span-2 pb-2">
        <Checkbox
          label={t('offers.lateOnly')}
          checked={filters.han === 'qua-han'}
          onChange={(on) => onChange({ han: on ? 'qua-han' : '' })}
        />
      </div>
    </div>
  );
}
