import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.outputs, () => import('./outputs-page.tsx'), ['outputs']),
  page(paths.outputNew, () => import('./output-new-page.tsx'), ['outputs']),
  page(paths.outputPaste, () => import('./paste-page.tsx'), ['outputs']),
  page(paths.outputAuthors, () => import('./authors-page.tsx'), ['outputs']),
  page(paths.output, () => import('./output-page.tsx'), ['outputs']),
  page(paths.feeds, () => import('./feeds-page.tsx'), ['outputs']),
];
