import { page } from '../../app/page.ts';
import { paths } from '../../app/paths.ts';

export const pages = [
  page(paths.library, () => import('./library-page.tsx'), ['media']),
  page(paths.picture, () => import('./picture-page.tsx'), ['media', 'consents']),
  page(paths.albums, () => import('./albums-page.tsx'), ['media']),
  page(paths.album, () => import('./album-page.tsx'), ['media', 'consents']),
];
