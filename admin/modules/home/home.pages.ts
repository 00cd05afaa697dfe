import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.home, () => import('./home-page.tsx'), ['home', 'plans', 'documents', 'cascade', 'work', 'articles']),
];
