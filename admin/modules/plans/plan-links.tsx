import type { LucideIcon } from 'lucide-react';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import FileDiff from 'lucide-react/icons/file-diff';
import FileText from 'lucide-react/icons/file-text';
import LibraryBig from 'lucide-react/icons/library-big';
import { monthsOfPeriod } from '#lib/plan-parts.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';

type Word = 'toolkit' | 'editions' | 'reports' | 'nextYear';

/** From a plan in force to what grew out of it: its materials, its editions, its documents, next year's. */
export function PlanLinks({ plan }: { plan: Plan }) {
  const t = useT();
  const inForce = plan.state === 'issued' || plan.state === 'closed';
  if (!inForce || plan.amendsId !== null) return null;
  const place = { planId: plan.id };
  const links: [Word, LucideIcon, string][] = [
    ['toolkit', LibraryBig, paths.toolkit.to(place)],
    ['reports', FileText, paths.reports.to({}, spanOf(plan.period))],
    ['editions', FileDiff, paths.planAmend.to(place)],
  ];
  if (plan.can.includes('next-year')) links.push(['nextYear', CalendarPlus, paths.planNextYear.to(place)]);
  return (
    <Card title={t('plans.links.title')} flush>
      <ul className="py-2">
        {links.map(([word, Icon, to]) => (
          <li key={word}>
            <Link
              to={to}
              className="flex min-h-10 items-center gap-3 px-4 text-ink no-underline -outline-offset-2 hover:bg-sunken"
            >
              <Icon size={18} className="shrink-0 text-muted" aria-hidden />
              {t(`plans.links.${word}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** First to last day of the plan's time, as the page of documents names them. */
function spanOf(period: Plan['period']): { tu: string; den: string } {
  const months = monthsOfPeriod(period);
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const [year = 0, month = 1] = last.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { tu: `${first}-01`, den: `${last}-${lastDay}` };
}
