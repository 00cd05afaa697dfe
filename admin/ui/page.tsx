import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ReactNode, useEffect } from 'react';
import { useT } from '../texts/load.ts';
import { cx } from './cx.ts';
import { Link } from './link.tsx';

export interface Crumb {
  label: string;
  to: string;
}

/** Where the page lies; the page itself is not repeated. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const t = useT();
  return (
    <nav aria-label={t('ui.frame.crumbs')} className="text-xs" data-print="no">
      <ol className="flex flex-wrap items-center gap-1">
        {items.map((item) => (
          <li key={item.to} className="flex items-center gap-1">
            <Link to={item.to} className="py-1 text-muted underline-offset-2 hover:text-ink hover:underline">
              {item.label}
            </Link>
            <ChevronRight size={14} className="text-muted" aria-hidden />
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface PageProps {
  title: string;
  /** One line: what the page is for. */
  lead?: ReactNode;
  /** The primary action, at the right. */
  action?: ReactNode;
  crumbs?: readonly Crumb[];
  /** A state beside the title. */
  state?: ReactNode;
  /** 'page' 1200 px (default), 'reading' 720 px, 'full' the whole window. */
  width?: 'page' | 'reading' | 'full';
  children: ReactNode;
}

const widths = { page: 'max-w-page', reading: 'max-w-reading', full: '' };

/** Every page: title, one line, the primary action, then content. */
export function Page({ title, lead, action, crumbs, state, width = 'page', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Lan Tỏa`;
  }, [title]);
  return (
    <div className={cx('mx-auto flex w-full flex-col gap-6 px-4 py-6 md:px-8', widths[width])}>
      <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          {crumbs && crumbs.length > 0 && <Breadcrumbs items={crumbs} />}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-lg font-semibold wrap-break-word md:text-xl">{title}</h1>
            {state}
          </div>
          {lead && <p className="max-w-[80ch] text-muted">{lead}</p>}
        </div>
        {action && (
          <div className="flex flex-wrap items-center gap-2" data-print="no">
            {action}
          </div>
        )}
      </header>
      {children}
    </div>
  );
}
