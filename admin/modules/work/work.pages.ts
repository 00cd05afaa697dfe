import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.work, () => import('./work-page.tsx'), ['work', 'calendar']),
  page(paths.workWaiting, () => import('./waiting-page.tsx'), ['work']),
  page(paths.activity, () => import('./activity-page.tsx'), ['work', 'plans']),
  page(paths.calendar, () => import('./calendar-page.tsx'), ['calendar']),
];
