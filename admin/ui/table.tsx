import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import type { ReactNode } from 'react';
import { useT } from '../texts/load.ts';
import { Checkbox } from './choices.tsx';
import { cx } from './cx.ts';
import { usePhone } from './media.ts';
import { TableSkeleton } from './skeleton.tsx';
import { TableCards } from './table-cards.tsx';
import { RowTitle, SelectionBar, toggled } from './table-parts.tsx';

export interface Column<R> {
  key: string;
  title: string;
  cell: (row: R) => ReactNode;
  /** The name under which the server sorts; without it the column is not sortable. */
  sort?: string;
  align?: 'end';
  /** CSS width: '8rem', '30%'. */
  width?: string;
  /** Left out of the cards on phones. */
  wide?: boolean;
}

export interface Sorting {
  by: string;
  down: boolean;
}

export interface TableProps<R> {
  /** Read aloud: what the table lists. */
  caption: string;
  /** The first column names the row and carries its link. */
  columns: readonly Column<R>[];
  /** Undefined while the first page is on its way. */
  rows: readonly R[] | undefined;
  keyOf: (row: R) => string;
  /** The name of a row in words, for its box to tick. */
  nameOf?: (row: R) => string;
  /** The page of a row; the whole row can be pressed. */
  linkOf?: (row: R) => string | undefined;
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: Set<string>) => void;
  /** Buttons for the rows that are ticked. */
  bulk?: ReactNode;
  /** Shown in place of rows when there are none: <EmptyState …>. */
  empty?: ReactNode;
}

/** A list of rows with a header that stays, sorting, ticking and a page for each row; cards on phones. */
export function Table<R>(props: TableProps<R>) {
  const phone = usePhone();
  if (props.rows && props.rows.length === 0 && props.empty) return props.empty;
  const Body = phone ? TableCards : TableGrid;
  return (
    <div className="flex min-w-0 flex-col">
      {props.selected && props.selected.size > 0 && <SelectionBar {...props} selected={props.selected} />}
      {props.rows ? (
        <Body {...props} rows={props.rows} />
      ) : (
        <TableSkeleton columns={phone ? 1 : props.columns.length} />
      )}
    </div>
  );
}

export type FilledTable<R> = TableProps<R> & { rows: readonly R[] };

function TableGrid<R>(props: FilledTable<R>) {
  const { caption, columns, rows, keyOf, nameOf, linkOf, selected, onSelect } = props;
  const t = useT();
  const all = selected !== undefined && rows.length > 0 && rows.every((row) => selected.has(keyOf(row)));
  return (
    <table className="w-full border-separate border-spacing-0">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {selected && (
            <th className={cx(headClass, 'w-11')}>
              <Checkbox
                label={t('ui.table.selectAll')}
                hideLabel
                checked={all}
                mixed={!all && selected.size > 0}
                onChange={(on) => onSelect?.(new Set(on ? rows.map(keyOf) : []))}
              />
            </th>
          )}
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} {...props} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = keyOf(row);
          const ticked = selected?.has(key) ?? false;
          return (
            <tr key={key} className={cx('relative', ticked ? 'bg-primary-soft' : linkOf && 'hover:bg-sunken')}>
              {selected && (
                <td className="relative z-10 border-b border-line px-3 pt-1.5 align-top">
                  <Checkbox
                    label={t('ui.table.select', { name: nameOf?.(row) ?? key })}
                    hideLabel
                    checked={ticked}
                    onChange={(on) => onSelect?.(toggled(selected, key, on))}
                  />
                </td>
              )}
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  className={cx('border-b border-line px-3 py-2.5 align-top', column.align && 'text-right')}
                >
                  {index === 0 ? <RowTitle to={linkOf?.(row)}>{column.cell(row)}</RowTitle> : column.cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const headClass =
  'sticky top-[var(--head-top,3.5rem)] z-20 border-b border-line bg-paper px-3 py-2 text-left text-xs font-semibold text-muted first:rounded-tl-md last:rounded-tr-md';

function HeadCell<R>({ column, sorting, onSort }: { column: Column<R> } & Pick<TableProps<R>, 'sorting' | 'onSort'>) {
  const t = useT();
  const by = column.sort;
  const active = by !== undefined && sorting?.by === by;
  const Icon = !active ? ChevronsUpDown : sorting?.down ? ArrowDown : ArrowUp;
  // A column without a name (buttons) has no header: an empty one says nothing.
  if (column.title === '') return <td className={headClass} style={{ width: column.width }} />;
  return (
    <th
      scope="col"
      style={{ width: column.width }}
      aria-sort={active ? (sorting?.down ? 'descending' : 'ascending') : undefined}
      className={cx(headClass, column.align && 'text-right')}
    >
      {by === undefined ? (
        column.title
      ) : (
        <button
          type="button"
          title={t('ui.table.sort', { column: column.title })}
          className={cx('inline-flex items-center gap-1 rounded-sm hover:text-ink', active && 'text-ink')}
          onClick={() => onSort?.({ by, down: active ? !sorting?.down : false })}
        >
          {column.title}
          <Icon size={14} aria-hidden />
        </button>
      )}
    </th>
  );
}
