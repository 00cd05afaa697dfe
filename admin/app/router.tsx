import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { loadTexts } from '../texts/load.ts';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { parseSearch, writeSearch } from './filters.ts';
import { Frame } from './frame.tsx';
import { type PageRoute, page } from './page.ts';
import { FrameError, PageError } from './page-error.tsx';
import { aliases, paths } from './paths.ts';
import { Problem } from './problem.ts';
import { NotFoundPage } from './problem-notice.tsx';
import { loadMe } from './session.tsx';

// Modules list their pages themselves, so that adding one touches no file of the shell.
const lists = import.meta.glob<readonly PageRoute[]>('../modules/*/*.pages.ts', { eager: true, import: 'pages' });

const inside: PageRoute[] = [
  page(paths.sessions, () => import('./sessions-page.tsx')),
  page(paths.inbox, () => import('./inbox-page.tsx')),
  ...Object.values(lists).flat(),
];

const outside: PageRoute[] = [
  page(paths.signIn, () => import('./sign-in-page.tsx')),
  page(paths.invitation, () => import('./invitation-page.tsx')),
  page(paths.forgotPassword, () => import('./forgot-password-page.tsx')),
  page(paths.resetPassword, () => import('./reset-password-page.tsx')),
  page(paths.setUp, () => import('./set-up-page.tsx')),
  ...(import.meta.env.MODE === 'production' ? [] : [page(paths.gallery, () => import('./gallery/gallery-page.tsx'))]),
];

const root = createRootRoute({ component: Outlet });

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  errorComponent: FrameError,
  beforeLoad: async ({ location }) => {
    try {
      await loadMe();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'signed-out') throw error;
      throw redirect({
        to: paths.signIn.pattern,
        search: location.href === '/' ? {} : { den: location.href },
      } as never);
    }
  },
});

function routeOf(parent: AnyRoute, { path, load, texts }: PageRoute) {
  return createRoute({
    getParentRoute: () => parent,
    path: path.pattern,
    component: lazyRouteComponent(load),
    loader: () => loadTexts(...texts),
  });
}

export const router = createRouter({
  routeTree: root.addChildren([
    frame.addChildren([
      ...inside.map((route) => routeOf(frame, route)),
      // An address nobody knows is told so inside the frame, where one can go on from.
      createRoute({ getParentRoute: () => frame, path: '$', component: NotFoundPage }),
    ]),
    ...outside.map((route) => routeOf(root, route)),
    ...Object.entries(aliases).map(([from, to]) =>
      createRoute({
        getParentRoute: () => root,
        path: from,
        beforeLoad: ({ location }) => {
          throw redirect({ to: to.pattern, hash: location.hash, replace: true } as never);
        },
      }),
    ),
  ]),
  basepath: '/app',
  parseSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});
