import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [page(paths.reports, () => import('./reports-page.tsx'), ['reports'])];
