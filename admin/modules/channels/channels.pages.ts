import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.outlets, () => import('./outlets-page.tsx'), ['channels']),
  page(paths.placements, () => import('./placements-page.tsx'), ['channels']),
];
