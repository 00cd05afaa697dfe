import { getNewsroom, stages } from '#modules/articles/articles.contract.ts';
import { useRead } from '../../app/data.ts';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';

export const noFilters = { xem: '', q: '', buoc: '', loai: '', ngonNgu: '', giaoViet: '', tuyenBai: '' };
export type Filters = { [K in keyof typeof noFilters]: string };

export const tabs = ['mine', 'team', 'unit', 'below', 'sector'] as const;
export type Tab = (typeof tabs)[number];
export const tabOf = ({ xem }: Filters): Tab => tabs.find((tab) => tab === xem) ?? 'unit';
/** A series runs through the units: it is listed whole, wherever its texts are. */
export const scopeOf = (filters: Filters): Tab | 'series' => (filters.tuyenBai ? 'series' : tabOf(filters));

/** What narrows the list; all of it lives in the address. */
export function ArticlesFilter({
  filters,
  onChange,
}: {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}) {
  const t = useT();
  const vi = useLanguage() === 'vi';
  const { can } = useSession();
  const newsroom = useRead(getNewsroom, {}, { enabled: can('articles.write') });
  const named = (all: readonly { code: string; nameVi: string; nameEn: string }[] | undefined) =>
    (all ?? []).map(({ code, nameVi, nameEn }) => ({ value: code, label: vi ? nameVi : nameEn }));
  const inHouse = ['mine', 'team', 'unit'].includes(scopeOf(filters));
  return (
    <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <SearchBox
        className="col-span-2 min-w-0 sm:max-w-96 sm:min-w-60 sm:flex-1"
        label={t('articles.search')}
        value={filters.q}
        onSearch={(q) => onChange({ q })}
      />
      {inHouse && (
        <Select
          label={t('articles.stage')}
          className="sm:w-44"
          value={filters.buoc}
          placeholder={t('articles.anyStage')}
          onChange={(buoc) => onChange({ buoc })}
          options={stages.map((value) => ({ value, label: t(`articles.stage.${value}`) }))}
        />
      )}
      <Select
        label={t('articles.kind')}
        className="sm:w-52"
        value={filters.loai}
        placeholder={t('articles.anyKind')}
        onChange={(loai) => onChange({ loai })}
        options={named(newsroom.data?.kinds)}
      />
      <Select
        label={t('articles.language')}
        className="sm:w-44"
        value={filters.ngonNgu}
        placeholder={t('articles.anyLanguage')}
        onChange={(ngonNgu) => onChange({ ngonNgu })}
        options={named(newsroom.data?.languages)}
      />
    </div>
  );
}
