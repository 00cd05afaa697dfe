import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.incoming, () => import('./documents-page.tsx'), ['documents']),
  page(paths.incomingNew, () => import('./import-page.tsx'), ['documents']),
  page(paths.incomingDocument, () => import('./document-page.tsx'), ['documents']),
  page(paths.incomingReview, () => import('./review-page.tsx'), ['documents']),
  page(paths.incomingMakePlan, () => import('./make-plan-page.tsx'), ['documents']),
];
