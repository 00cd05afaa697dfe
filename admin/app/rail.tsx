import { useRouterState } from '@tanstack/react-router';
import PanelLeftClose from 'lucide-react/icons/panel-left-close';
import PanelLeftOpen from 'lucide-react/icons/panel-left-open';
import { useId, useState } from 'react';
import { useT } from '../texts/load.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Link } from '../ui/link.tsx';
import { Logo, Mark } from '../ui/logo.tsx';
import { type NavItem, navGroups, navigation } from './navigation.ts';
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
      <div className={cx('flex p-3', narrow ? 'justify-center' : 'justify-end')}>
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

/** The places one can go to, by what belongs together; also in the drawer of a phone. */
export function NavList({ narrow = false, onGo }: { narrow?: boolean; onGo?: () => void }) {
  const t = useT();
  const { canAnywhere } = useSession();
  const items = navigation.filter((item) => !item.right || canAnywhere(item.right));
  const groups = [undefined, ...navGroups].map((key) => ({ key, items: items.filter(({ group }) => group === key) }));
  return (
    <nav aria-label={t('ui.frame.nav')} className={cx('min-h-0 flex-1 p-3', !narrow && 'overflow-y-auto')}>
      {groups.map(
        ({ key, items: places }) =>
          places.length > 0 && <NavGroup key={key ?? ''} name={key} {...{ places, narrow, onGo }} />,
      )}
    </nav>
  );
}

interface NavGroupProps {
  name: NavItem['group'];
  places: readonly NavItem[];
  narrow: boolean;
  onGo: (() => void) | undefined;
}

/** A heading in words, or a line where there are icons alone. */
function NavGroup({ name, places, narrow, onGo }: NavGroupProps) {
  const t = useT();
  const id = useId();
  return (
    <>
      {name && (
        <p
          id={id}
          className={
            narrow ? 'mx-2 my-2 h-px overflow-hidden bg-line text-transparent' : 'px-3 pt-3 pb-1 text-xs text-muted'
          }
        >
          {t(`ui.nav.group.${name}`)}
        </p>
      )}
      <ul aria-labelledby={name && id} className="flex flex-col gap-0.5">
        {places.map((item) => (
          <li key={item.path.pattern}>
            <NavLink {...{ item, narrow, onGo }} />
          </li>
        ))}
      </ul>
    </>
  );
}

function NavLink({ item, narrow, onGo }: { item: NavItem; narrow: boolean; onGo: (() => void) | undefined }) {
  const t = useT();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const { icon: Icon } = item;
  const label = t(item.label);
  const to = item.path.pattern;
  const active = to === '/' ? here === '/' : here === to || here.startsWith(`${to}/`);
  return (
    <Link
      to={to}
      onClick={onGo}
      aria-current={active ? 'page' : undefined}
      data-tip={narrow ? label : undefined}
      className={cx(
        'flex min-h-10 items-center gap-3 rounded-md no-underline -outline-offset-2',
        narrow ? 'tip tip-right justify-center' : 'px-3',
        active ? 'bg-primary-soft font-semibold text-primary' : 'text-ink hover:bg-sunken',
      )}
    >
      <Icon size={18} className="shrink-0" aria-hidden />
      <span className={narrow ? 'sr-only' : undefined}>{label}</span>
    </Link>
  );
}
