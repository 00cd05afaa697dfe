import { useT } from '../texts/load.ts';
import { Checkbox } from './choices.tsx';
import { cx } from './cx.ts';
import type { FilledTable } from './table.tsx';
import { RowTitle, toggled } from './table-parts.tsx';

/** A table on a phone: one card a row, each value beside its column's name. */
export function TableCards<R>({ caption, columns, rows, keyOf, nameOf, linkOf, selected, onSelect }: FilledTable<R>) {
  const t = useT();
  const [first, ...others] = columns;
  return (
    <ul aria-label={caption} className="divide-y divide-line">
      {rows.map((row) => {
        const key = keyOf(row);
        return (
          <li key={key} className="relative flex gap-2 px-4 py-3">
            {selected && (
              <Checkbox
                label={t('ui.table.select', { name: nameOf?.(row) ?? key })}
                hideLabel
                className="z-10"
                checked={selected.has(key)}
                onChange={(on) => onSelect?.(toggled(selected, key, on))}
              />
            )}
            <div className="min-w-0 flex-1">
              <RowTitle to={linkOf?.(row)}>{first?.cell(row)}</RowTitle>
              <dl className="mt-1 grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-1">
                {others
                  .filter((column) => !column.wide)
                  .map((column) => (
                    <div key={column.key} className="contents">
                      <dt className="text-xs text-muted">{column.title}</dt>
                      <dd className={cx('min-w-0 wrap-break-word', column.title === '' && 'relative z-10')}>
                        {column.cell(row)}
                      </dd>
                    </div>
                  ))}
              </dl>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
