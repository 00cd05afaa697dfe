import type { LucideIcon } from 'lucide-react';
import ArrowUpFromLine from 'lucide-react/icons/arrow-up-from-line';
import Building2 from 'lucide-react/icons/building-2';
import CalendarDays from 'lucide-react/icons/calendar-days';
import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import ClipboardPen from 'lucide-react/icons/clipboard-pen';
import FileInput from 'lucide-react/icons/file-input';
import FileText from 'lucide-react/icons/file-text';
import Gauge from 'lucide-react/icons/gauge';
import GitMerge from 'lucide-react/icons/git-merge';
import House from 'lucide-react/icons/house';
import ImageUp from 'lucide-react/icons/image-up';
import Images from 'lucide-react/icons/images';
import LibraryBig from 'lucide-react/icons/library-big';
import ListChecks from 'lucide-react/icons/list-checks';
import Newspaper from 'lucide-react/icons/newspaper';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import PenLine from 'lucide-react/icons/pen-line';
import RadioTower from 'lucide-react/icons/radio-tower';
import ScrollText from 'lucide-react/icons/scroll-text';
import ShieldCheck from 'lucide-react/icons/shield-check';
import Stamp from 'lucide-react/icons/stamp';
import UsersRound from 'lucide-react/icons/users-round';
import Webhook from 'lucide-react/icons/webhook';
import type { Right } from '#lib/rights.ts';
import type { TextKey } from '../texts/texts.ts';
import { type Path, paths } from './paths.ts';

/** What belongs together on the rail; home stands by itself above. */
export const navGroups = ['work', 'newsroom', 'results', 'admin'] as const;

export interface NavItem {
  path: Path;
  label: Extract<TextKey, `ui.nav.${string}`>;
  icon: LucideIcon;
  group?: (typeof navGroups)[number];
  /** Shown to holders of this right. */
  right?: Right;
}

/** The rail, from top to bottom. */
export const navigation: readonly NavItem[] = [
  { path: paths.home, label: 'ui.nav.home', icon: House },
  { group: 'work', path: paths.incoming, label: 'ui.nav.incoming', icon: FileInput, right: 'documents.read' },
  { group: 'work', path: paths.asked, label: 'ui.nav.asked', icon: ClipboardCheck, right: 'plans.read' },
  { group: 'work', path: paths.plans, label: 'ui.nav.plans', icon: NotebookPen, right: 'plans.read' },
  { group: 'work', path: paths.work, label: 'ui.nav.work', icon: ListChecks, right: 'plans.read' },
  { group: 'work', path: paths.toolkits, label: 'ui.nav.toolkits', icon: LibraryBig, right: 'plans.read' },
  { group: 'work', path: paths.calendar, label: 'ui.nav.calendar', icon: CalendarDays, right: 'units.read' },
  { group: 'newsroom', path: paths.articles, label: 'ui.nav.articles', icon: PenLine, right: 'articles.read' },
  { group: 'newsroom', path: paths.reviews, label: 'ui.nav.reviews', icon: Stamp, right: 'articles.read' },
  { group: 'newsroom', path: paths.offers, label: 'ui.nav.offers', icon: ArrowUpFromLine, right: 'articles.select' },
  {
    group: 'newsroom',
    path: paths.assignments,
    label: 'ui.nav.assignments',
    icon: ClipboardPen,
    right: 'articles.read',
  },
  { group: 'newsroom', path: paths.library, label: 'ui.nav.library', icon: Images, right: 'media.read' },
  { group: 'newsroom', path: paths.handIns, label: 'ui.nav.handIns', icon: ImageUp, right: 'media.manage' },
  { group: 'newsroom', path: paths.consents, label: 'ui.nav.consents', icon: ShieldCheck, right: 'consents.read' },
  {
    group: 'newsroom',
    path: paths.placements,
    label: 'ui.nav.placements',
    icon: RadioTower,
    right: 'placements.record',
  },
  { group: 'results', path: paths.outputs, label: 'ui.nav.outputs', icon: Newspaper, right: 'outputs.read' },
  { group: 'results', path: paths.quotaBoard, label: 'ui.nav.quotas', icon: Gauge, right: 'outputs.read' },
  { group: 'results', path: paths.reports, label: 'ui.nav.reports', icon: FileText, right: 'plans.read' },
  { group: 'admin', path: paths.units, label: 'ui.nav.units', icon: Building2, right: 'units.read' },
  { group: 'admin', path: paths.reorganise, label: 'ui.nav.reorganise', icon: GitMerge, right: 'units.reorganise' },
  { group: 'admin', path: paths.people, label: 'ui.nav.people', icon: UsersRound, right: 'people.read' },
  { group: 'admin', path: paths.audit, label: 'ui.nav.audit', icon: ScrollText, right: 'audit.read' },
  { group: 'admin', path: paths.webhooks, label: 'ui.nav.webhooks', icon: Webhook, right: 'webhooks.manage' },
];
