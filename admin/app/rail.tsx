import { useRouterState } from '@tanstack/react-router';
import PanelLeftClose from 'lucide-react/icons/panel-left-close';
import PanelLeftOpen from 'lucide-react/icons/panel-left-open';
import { useState } from 'react';
import { useT } from '../texts/load.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Link } from '../ui/link.tsx';
import { Logo, Mark } from '../ui/logo.tsx';
import { navigation } from './navigation.ts';
import { paths } from './paths.ts';
import { useSession } from './session.tsx';

const remembered = 'lantoa.rail';

/** The left rail: icons and words, or icons alone. */
export function Rail() {
  const t = useT();
  const [narrow, setNarrow] = useState(() => localStorage.getItem(remembered) === 'narrow');
  const turn = () => {
    localStorage.setItem(remembered, narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  };
  return (
    <aside
      data-print="no"
      className={cx(
        'sticky top-0 hidden h-dvh shrink-0 flex-col border-r border-line bg-paper md:flex',
        narrow ? 'w-16' : 'w-56',
      )}
    >
      <Link to={paths.home.to()} className="flex h-14 items-center px-5 text-ink -outline-offset-4">
        {narrow ? <Mark size={26} /> : <Logo size={26} />}
        {narrow && <span className="sr-only">Lan Tỏa</span>}
      </Link>
      <NavList narrow={narrow} />
      <div className={cx('mt-auto flex p-3', narrow ? 'justify-center' : 'justify-end')}>
        <IconButton
          icon={narrow ? PanelLeftOpen : PanelLeftClose}
          label={t(narrow ? 'ui.frame.expand' : 'ui.frame.collapse')}
          tip="right"
          aria-expanded={!narrow}
          onClick={turn}
        />
      </div>
    </aside>
  );
}

/** The places one can go to; also in the drawer of a phone. */
export function NavList({ narrow, onGo }: { narrow?: boolean; onGo?: () => void }) {
  const t = useT();
  const { canAnywhere } = useSession();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const items = navigation.filter((item) => !item.right || canAnywhere(item.right));
  return (
    <nav aria-label={t('ui.frame.nav')} className="flex flex-col gap-1 p-3">
      {items.map(({ path, label, icon: Icon }) => {
        const to = path.pattern;
        const active = to === '/' ? here === '/' : here === to || here.startsWith(`${to}/`);
        return (
          <Link
            key={to}
            to={to}
            onClick={onGo}
            aria-current={active ? 'page' : undefined}
            data-tip={narrow ? t(label) : undefined}
            className={cx(
              'flex min-h-10 items-center gap-3 rounded-md no-underline',
              narrow ? 'tip tip-right justify-center' : 'px-3',
              active ? 'bg-primary-soft font-semibold text-primary' : 'text-ink hover:bg-sunken',
            )}
          >
            <Icon size={18} className="shrink-0" aria-hidden />
            <span className={narrow ? 'sr-only' : undefined}>{t(label)}</span>
          </Link>
        );
      })}
    </nav>
  );
}
