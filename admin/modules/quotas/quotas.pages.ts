import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.quotaBoard, () => import('./board-page.tsx'), ['quotas']),
  page(paths.quotaList, () => import('./quota-list-page.tsx'), ['quotas']),
];
