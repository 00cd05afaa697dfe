import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [page(paths.assignments, () => import('./assignments-page.tsx'), ['assignments'])];
