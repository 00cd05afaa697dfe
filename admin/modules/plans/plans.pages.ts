import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.plans, () => import('./plans-page.tsx'), ['plans']),
  page(paths.planNew, () => import('./new-plan-page.tsx'), ['plans']),
  page(paths.plan, () => import('./plan-page.tsx'), ['plans', 'cascade', 'work']),
  page(paths.planEdit, () => import('./outline/edit-page.tsx'), ['plans']),
  page(paths.planMatrix, () => import('./matrix/matrix-page.tsx'), ['plans']),
  page(paths.planVersions, () => import('./versions-page.tsx'), ['plans']),
  page(paths.planAmend, () => import('./editions-page.tsx'), ['plans', 'editions']),
  page(paths.planNextYear, () => import('./next-year-page.tsx'), ['plans', 'editions']),
  page(paths.planPrint, () => import('./print-page.tsx'), ['plans']),
];
