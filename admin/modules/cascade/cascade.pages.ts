import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.planSend, () => import('./send-page.tsx'), ['cascade', 'plans', 'org']),
  page(paths.planCoverage, () => import('./coverage-page.tsx'), ['cascade', 'plans']),
  page(paths.planAddressee, () => import('./addressee-page.tsx'), ['cascade', 'plans']),
];
