import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [page(paths.offers, () => import('./offers-page.tsx'), ['offers', 'articles', 'channels'])];
