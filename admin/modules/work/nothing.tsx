import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import type { ViewProps } from './views.ts';
import { isFiltered, noFilters } from './work-filter.tsx';

/** Nothing fits the filters, or nothing is at work yet. */
export function NothingToShow({ filters, onChange }: ViewProps) {
  const t = useT();
  if (isFiltered(filters))
    return (
      <EmptyState
        title={t('work.none.title')}
        action={<Button onClick={() => onChange(noFilters)}>{t('work.filter.clear')}</Button>}
      >
        {t('work.none.hint')}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('work.empty.title')}
      action={<LinkButton to={paths.plans.to()}>{t('work.empty.plans')}</LinkButton>}
    >
      {t('work.empty.hint')}
    </EmptyState>
  );
}
