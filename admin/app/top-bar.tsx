import Search from 'lucide-react/icons/search';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useT } from '../texts/load.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { Drawer } from './drawer.tsx';
import { Inbox } from './inbox.tsx';
import { PersonMenu } from './person-menu.tsx';
import { UnitSwitcher } from './unit-switcher.tsx';

const Palette = lazy(() => import('./palette.tsx'));

/** Unit switcher, search (Ctrl K), inbox, person. */
export function TopBar() {
  return (
    <header
      data-print="no"
      className="sticky top-0 z-30 flex h-14 items-center gap-1 border-b border-line bg-paper px-2 sm:gap-2 md:px-6"
    >
      <Drawer />
      <div className="flex min-w-0 flex-1">
        <UnitSwitcher />
      </div>
      <SearchButton />
      <Inbox />
      <PersonMenu />
    </header>
  );
}

function SearchButton() {
  const t = useT();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="flex min-h-10 shrink-0 items-center gap-2 rounded-md px-2.5 text-muted hover:text-ink md:min-h-9 lg:w-72 lg:border lg:border-edge"
      >
        <Search size={18} className="shrink-0" aria-hidden />
        <span className="sr-only flex-1 text-left lg:not-sr-only">{t('ui.frame.search')}</span>
        <span className="hidden lg:inline">
          <KeyHint keys={['Ctrl', 'K']} />
        </span>
      </button>
      {open && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
