import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.toolkits, () => import('./toolkits-page.tsx'), ['toolkits']),
  page(paths.toolkit, () => import('./toolkit-page.tsx'), ['toolkits', 'plans']),
];
