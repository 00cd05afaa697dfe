import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.people, () => import('./people-page.tsx'), ['people', 'org']),
  page(paths.peopleInvite, () => import('./person-new-page.tsx'), ['people', 'org']),
  page(paths.person, () => import('./person-page.tsx'), ['people', 'org']),
  page(paths.invitations, () => import('./invitations-page.tsx'), ['people']),
];
