import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [page(paths.asked, () => import('./asked-page.tsx'), ['cascade'])];
