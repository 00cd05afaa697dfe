import type { ReactNode } from 'react';
import { useT } from '../texts/load.ts';
import { Button } from './button.tsx';
import { Link } from './link.tsx';
import type { TableProps } from './table.tsx';

/** The name of a row; its link spreads over the whole row. */
export function RowTitle({ to, children }: { to: string | undefined; children: ReactNode }) {
  if (!to) return <span className="font-semibold">{children}</span>;
  return (
    <Link to={to} className="font-semibold text-ink after:absolute after:inset-0 hover:text-primary">
      {children}
    </Link>
  );
}

/** What can be done with the rows that are ticked. */
export function SelectionBar<R>({
  selected,
  onSelect,
  bulk,
}: Pick<TableProps<R>, 'onSelect' | 'bulk'> & { selected: ReadonlySet<string> }) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-t-md bg-primary-soft px-4 py-2" role="status">
      <span className="font-semibold">{t('ui.table.selected', { n: selected.size })}</span>
      {bulk}
      <Button look="quiet" size="sm" onClick={() => onSelect?.(new Set())}>
        {t('ui.table.clear')}
      </Button>
    </div>
  );
}

export function toggled(selected: ReadonlySet<string>, key: string, on: boolean): Set<string> {
  const next = new Set(selected);
  if (on) next.add(key);
  else next.delete(key);
  return next;
}
