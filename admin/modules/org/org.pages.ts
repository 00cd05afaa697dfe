import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.units, () => import('./units-page.tsx'), ['org']),
  page(paths.unitImport, () => import('./school-import-page.tsx'), ['org']),
  page(paths.unit, () => import('./unit-page.tsx'), ['org']),
  page(paths.unitEdit, () => import('./unit-edit-page.tsx'), ['org']),
  page(paths.unitNew, () => import('./unit-new-page.tsx'), ['org']),
  page(paths.peopleImport, () => import('./people-import-page.tsx'), ['org']),
  page(paths.reorganise, () => import('./reorganise-page.tsx'), ['reorganise', 'org']),
  page(paths.reorganiseNew, () => import('./reorganise-new-page.tsx'), ['reorganise', 'org']),
  page(paths.reorganiseTable, () => import('./reorganise-table-page.tsx'), ['reorganise', 'org']),
];
