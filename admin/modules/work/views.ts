import type { WorkFilters } from './work-filter.tsx';

export const viewNames = ['list', 'matrix', 'month', 'timeline'] as const;
export type ViewName = (typeof viewNames)[number];

/** What every view of the work is given: the filters of the address, and how to change them. */
export interface ViewProps {
  filters: WorkFilters;
  onChange: (change: Partial<WorkFilters>) => void;
}
