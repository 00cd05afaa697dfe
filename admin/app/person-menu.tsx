import { useNavigate } from '@tanstack/react-router';
import CircleUserRound from 'lucide-react/icons/circle-user-round';
import Languages from 'lucide-react/icons/languages';
import LogOut from 'lucide-react/icons/log-out';
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import SunMoon from 'lucide-react/icons/sun-moon';
import { setLanguage, signOut } from '#modules/access/access.contract.ts';
import { chooseLanguage, useLanguage, useT } from '../texts/load.ts';
import type { Language } from '../texts/texts.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toast.tsx';
import { call } from './client.ts';
import { paths } from './paths.ts';
import { Problem } from './problem.ts';
import { useSession } from './session.tsx';
import { chooseTheme, useTheme } from './theme.ts';

/** Changes the language here at once, and for mails and other machines when the server can be reached. */
export async function speak(language: Language): Promise<void> {
  await chooseLanguage(language);
  await call(setLanguage, { language }).catch(() => undefined);
}

/** Ends the session and starts the app afresh, so that nothing of this person stays on the screen. */
export async function leave(): Promise<void> {
  try {
    await call(signOut, {});
  } catch (error) {
    if (error instanceof Problem && error.code === 'offline') return toast({ tone: 'danger', text: error.title });
  }
  window.location.assign(`/app${paths.signIn.to()}`);
}

/** The person: sessions, theme, language, sign-out. */
export function PersonMenu() {
  const t = useT();
  const navigate = useNavigate();
  const theme = useTheme();
  const language = useLanguage();
  const { person } = useSession().me;
  const themes = [
    ['light', Sun],
    ['dark', Moon],
    ['system', SunMoon],
  ] as const;
  return (
    <Menu
      trigger={
        <button type="button" className="grid size-10 shrink-0 place-items-center rounded-full">
          <Avatar name={person.name} />
          <span className="sr-only">{t('ui.frame.person', { name: person.name })}</span>
        </button>
      }
      header={
        <div className="border-b border-line px-3 pt-1 pb-2">
          <div className="font-semibold">{person.name}</div>
          <div className="text-xs break-all text-muted">{person.email}</div>
        </div>
      }
      groups={[
        {
          items: [
            {
              label: t('ui.person.account'),
              icon: CircleUserRound,
              onSelect: () => void navigate({ to: paths.account.to() }),
            },
            {
              label: t('ui.person.sessions'),
              icon: MonitorSmartphone,
              onSelect: () => void navigate({ to: paths.sessions.to() }),
            },
          ],
        },
        {
          title: t('ui.person.theme'),
          items: themes.map(([name, icon]) => ({
            label: t(`ui.person.theme.${name}`),
            icon,
            chosen: theme === name,
            onSelect: () => chooseTheme(name),
          })),
        },
        {
          title: t('ui.person.language'),
          items: [
            { label: 'Tiếng Việt', icon: Languages, chosen: language === 'vi', onSelect: () => void speak('vi') },
            { label: 'English', icon: Languages, chosen: language === 'en', onSelect: () => void speak('en') },
          ],
        },
        { items: [{ label: t('ui.person.signOut'), icon: LogOut, onSelect: () => void leave() }] },
      ]}
    />
  );
}
