import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import Bell from 'lucide-react/icons/bell';
import Building2 from 'lucide-react/icons/building-2';
import FileInput from 'lucide-react/icons/file-input';
import Languages from 'lucide-react/icons/languages';
import LogOut from 'lucide-react/icons/log-out';
import Moon from 'lucide-react/icons/moon';
import Newspaper from 'lucide-react/icons/newspaper';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import PenLine from 'lucide-react/icons/pen-line';
import Sun from 'lucide-react/icons/sun';
import { type Found, search } from '#modules/search/search.contract.ts';
import { useLanguage, useT } from '../texts/load.ts';
import { matches } from '../ui/found-items.ts';
import { useSettledValue } from '../ui/use-settled.ts';
import { call } from './client.ts';
import { keyOf } from './data.ts';
import { navigation } from './navigation.ts';
import { paths } from './paths.ts';
import { leave, speak } from './person-menu.tsx';
import { useSession } from './session.tsx';
import { chooseTheme } from './theme.ts';

export interface PaletteItem {
  key: string;
  icon: LucideIcon;
  label: string;
  detail?: string;
  to?: string;
  run?: () => void;
}

export interface PaletteGroup {
  title: string;
  items: PaletteItem[];
}

const icons = { unit: Building2, plan: NotebookPen, document: FileInput, output: Newspaper, article: PenLine } as const;

function addressOf(found: Found): string {
  if (found.kind === 'unit') return paths.unit.to({ unitId: found.id });
  if (found.kind === 'plan') return paths.plan.to({ planId: found.id });
  if (found.kind === 'article') return paths.article.to({ articleId: found.id });
  if (found.kind === 'output') return paths.output.to({ outputId: found.id });
  return paths.incomingDocument.to({ documentId: found.id });
}

/** What the palette offers for what was typed: pages, commands, and what the server finds. */
export function usePaletteItems(q: string): { groups: PaletteGroup[]; busy: boolean } {
  const t = useT();
  const asked = useSettledValue(q.trim(), 150);
  const input = { q: asked };
  const results = useQuery({
    queryKey: keyOf(search, input),
    queryFn: ({ signal }) => call(search, input, { signal }),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  const fits = (item: PaletteItem) => matches(item.label, q);
  const found = asked.length > 1 && q.trim() !== '' ? (results.data?.items ?? []) : [];
  const groups = [
    { title: t('ui.palette.results'), items: found.map(asItem) },
    { title: t('ui.palette.pages'), items: usePages().filter(fits) },
    { title: t('ui.palette.commands'), items: useCommands().filter(fits) },
  ];
  return { groups: groups.filter((group) => group.items.length > 0), busy: results.isFetching || asked !== q.trim() };
}

const asItem = (found: Found): PaletteItem => ({
  key: found.id,
  icon: icons[found.kind],
  label: found.title,
  detail: found.detail,
  to: addressOf(found),
});

function usePages(): PaletteItem[] {
  const t = useT();
  const { canAnywhere } = useSession();
  return navigation
    .filter((item) => !item.right || canAnywhere(item.right))
    .map((item) => ({
      key: item.path.pattern.replaceAll('/', '-'),
      icon: item.icon,
      label: t(item.label),
      to: item.path.pattern,
    }));
}

function useCommands(): PaletteItem[] {
  const t = useT();
  const language = useLanguage();
  return [
    { key: 'sessions', icon: Bell, label: t('ui.person.sessions'), to: paths.sessions.to() },
    {
      key: 'light',
      icon: Sun,
      label: `${t('ui.person.theme')}: ${t('ui.person.theme.light')}`,
      run: () => chooseTheme('light'),
    },
    {
      key: 'dark',
      icon: Moon,
      label: `${t('ui.person.theme')}: ${t('ui.person.theme.dark')}`,
      run: () => chooseTheme('dark'),
    },
    language === 'vi'
      ? { key: 'en', icon: Languages, label: 'English', run: () => void speak('en') }
      : { key: 'vi', icon: Languages, label: 'Tiếng Việt', run: () => void speak('vi') },
    { key: 'sign-out', icon: LogOut, label: t('ui.person.signOut'), run: () => void leave() },
  ];
}
