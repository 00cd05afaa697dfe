import { stepHolders } from '#modules/articles/steps.contract.ts';
import { useT } from '../../texts/load.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';

export const noFilters = { xem: '', q: '', buoc: '', han: '' };
export type ReviewsFilters = { [K in keyof typeof noFilters]: string };

export const tabs = ['mine', 'unit', 'sent'] as const;
type Tab = (typeof tabs)[number];
export const tabOf = ({ xem }: ReviewsFilters): Tab => tabs.find((tab) => tab === xem) ?? 'mine';

/** What narrows the list of texts under review; all of it lives in the address. */
export function ReviewsFilter({
  filters,
  onChange,
}: {
  filters: ReviewsFilters;
  onChange: (change: Partial<ReviewsFilters>) => void;
}) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SearchBox
        className="w-full min-w-0 sm:w-auto sm:max-w-96 sm:min-w-60 sm:flex-1"
        label={t('steps.waiting.search')}
        value={filters.q}
        onSearch={(q) => onChange({ q })}
      />
      <Select
        label={t('steps.waiting.step')}
        className="w-full sm:w-60"
        value={filters.buoc}
        placeholder={t('steps.waiting.anyStep')}
        onChange={(buoc) => onChange({ buoc })}
        options={stepHolders.map((value) => ({ value, label: t(`steps.by.${value}`) }))}
      />
      <div className="flex min-h-9 items-center">
        <Checkbox
          label={t('steps.waiting.lateOnly')}
          checked={filters.han === 'qua-han'}
          onChange={(on) => onChange({ han: on ? 'qua-han' : '' })}
        />
      </div>
    </div>
  );
}
