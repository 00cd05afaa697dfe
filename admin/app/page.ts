import type { ComponentType } from 'react';
import type { TextModule } from '../texts/texts.ts';
import type { Path } from './paths.ts';

/** One address and the page that opens there. The page is a chunk of its own, loaded on the way. */
export interface PageRoute {
  path: Path;
  load: () => Promise<{ default: ComponentType }>;
  /** The catalogues the page speaks with, besides 'ui'. */
  texts: readonly TextModule[];
  /** Without rail and top bar, open to people who are not signed in. */
  bare?: boolean;
}

/**
 * A module lists its pages in `<module>.pages.ts`:
 *   export const pages = [page(paths.plans, () => import('./plans-page.tsx'), ['plans'])];
 * The router finds the list by itself.
 */
export function page(path: Path, load: PageRoute['load'], texts: readonly TextModule[] = []): PageRoute {
  return { path, load, texts };
}
