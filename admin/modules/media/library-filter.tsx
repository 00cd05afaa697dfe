import { listAlbums } from '#modules/media/albums.contract.ts';
import { mediaStates, peopleAnswers } from '#modules/media/media.contract.ts';
import { useRead } from '../../app/data.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';

export const noFilters = { q: '', album: '', cua: '', nguoi: '', tinhTrang: '', quyen: '' };
export type Filters = { [K in keyof typeof noFilters]: string };

/** What narrows the library; all of it lives in the address. */
export function LibraryFilter({
  filters,
  onChange,
}: {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}) {
  const t = useT();
  const { unit } = useSession();
  const albums = useRead(listAlbums, { unitId: unit?.id ?? '', limit: 200 }, { enabled: unit !== null });
  return (
    <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <SearchBox
        className="col-span-2 min-w-0 sm:max-w-96 sm:min-w-60 sm:flex-1"
        label={t('media.search')}
        value={filters.q}
        onSearch={(q) => onChange({ q })}
      />
      <Select
        label={t('media.whose')}
        className="sm:w-44"
        value={filters.cua || 'own'}
        onChange={(value) => onChange({ cua: value === 'own' ? '' : value })}
        options={(['own', 'mine', 'shared'] as const).map((value) => ({ value, label: t(`media.whose.${value}`) }))}
      />
      <Select
        label={t('media.album')}
        className="sm:w-52"
        value={filters.album}
        placeholder={t('media.album.any')}
        onChange={(album) => onChange({ album })}
        options={(albums.data?.items ?? []).map((one) => ({ value: one.id, label: one.title }))}
      />
      <Select
        label={t('media.people')}
        className="sm:w-48"
        value={filters.nguoi}
        placeholder={t('media.people.any')}
        onChange={(nguoi) => onChange({ nguoi })}
        options={peopleAnswers.map((value) => ({ value, label: t(`media.people.${value}`) }))}
      />
      <Select
        label={t('media.state')}
        className="sm:w-44"
        value={filters.tinhTrang}
        placeholder={t('media.state.any')}
        onChange={(tinhTrang) => onChange({ tinhTrang })}
        options={mediaStates.map((value) => ({ value, label: t(`media.state.${value}`) }))}
      />
      <Select
        label={t('media.rights')}
        className="sm:w-52"
        value={filters.quyen}
        placeholder={t('media.rights.any')}
        onChange={(quyen) => onChange({ quyen })}
        options={(['ending', 'ended'] as const).map((value) => ({ value, label: t(`media.rights.${value}`) }))}
      />
    </div>
  );
}
