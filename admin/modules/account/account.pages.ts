import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.account, () => import('./account-page.tsx'), ['account']),
  page(paths.keys, () => import('./keys-page.tsx'), ['account']),
];
