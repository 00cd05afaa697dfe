import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.articles, () => import('./articles-page.tsx'), ['articles']),
  page(paths.article, () => import('./article-page.tsx'), ['articles', 'checks']),
  page(paths.guards, () => import('./guards-page.tsx'), ['checks']),
];
