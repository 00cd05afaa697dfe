import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [page(paths.audit, () => import('./audit-page.tsx'), ['audit', 'org', 'account'])];
