import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.handIns, () => import('./hand-ins-page.tsx'), ['handins']),
  page(paths.handIn, () => import('./hand-in-page.tsx'), ['handins']),
];
