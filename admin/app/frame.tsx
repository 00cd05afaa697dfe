import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useT } from '../texts/load.ts';
import { Toasts } from '../ui/toast.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { Rail } from './rail.tsx';
import { SessionProvider } from './session.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { TopBar } from './top-bar.tsx';

/** Everything around a page: rail, top bar, banner, toasts. */
export function Frame() {
  const t = useT();
  const main = useRef<HTMLElement>(null);
  const here = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(here);
  useEffect(() => {
    // A new page is read from its beginning; a new filter is not a new page.
    if (before.current !== undefined && before.current !== here) main.current?.focus({ preventScroll: true });
    before.current = here;
  }, [here]);
  return (
    <SessionProvider>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-primary px-4 py-2 text-on-primary focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('ui.frame.skip')}
      </a>
      <div className="flex min-h-dvh">
        <Rail />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar />
          <main id="content" ref={main} tabIndex={-1} className="min-w-0 flex-1 outline-none">
            <OfflineBanner />
            <Outlet />
            <div id="layers" />
          </main>
        </div>
      </div>
      <SignInAgain />
      <Toasts />
    </SessionProvider>
  );
}
