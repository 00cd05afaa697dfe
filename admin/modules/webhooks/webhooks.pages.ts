import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [page(paths.webhooks, () => import('./webhooks-page.tsx'), ['webhooks'])];
