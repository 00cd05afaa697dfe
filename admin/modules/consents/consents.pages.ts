import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.classes, () => import('./classes-page.tsx'), ['consents']),
  page(paths.schoolClass, () => import('./class-page.tsx'), ['consents']),
  page(paths.consents, () => import('./overview-page.tsx'), ['consents']),
  page(paths.withdrawal, () => import('./withdrawal-page.tsx'), ['consents']),
];
