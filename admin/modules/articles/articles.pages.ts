import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.articles, () => import('./articles-page.tsx'), ['articles', 'org']),
  page(paths.articleFromFile, () => import('./from-file-page.tsx'), ['articles']),
  page(paths.article, () => import('./article-page.tsx'), [
    'articles',
    'checks',
    'steps',
    'publishing',
    'offers',
    'channels',
    'assignments',
  ]),
  page(paths.reviews, () => import('./reviews-page.tsx'), ['steps']),
  page(paths.workflow, () => import('./workflow-page.tsx'), ['steps']),
  page(paths.guards, () => import('./guards-page.tsx'), ['checks']),
];
