import CloudOff from 'lucide-react/icons/cloud-off';
import PanelRightOpen from 'lucide-react/icons/panel-right-open';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { memo } from 'react';
import { useT } from '../../../texts/load.ts';
import { cx } from '../../../ui/cx.ts';
import type { LineEntry } from '../editing/book.ts';
import { useLine } from '../editing/use-desk.ts';
import { CellBox } from './cell-box.tsx';
import { type ColumnKey, cellText, columnKeys } from './columns.ts';

export interface GridRowProps {
  id: string;
  n: number;
  /** Its form is open beside the grid. */
  open: boolean;
  period: readonly string[];
  /** The column that has the focus, if this is the row. */
  column: number | null;
  editing: boolean;
  /** Whether the box begins empty (a letter was typed over the cell). */
  startEmpty: () => boolean;
  onOpen: (id: string) => void;
  onCell: (column: number) => void;
  onWrite: () => void;
  onDone: (step: 1 | -1 | 'down' | null) => void;
}

/** The name of the activity stays in sight beside its number, where there is room for more than it. */
export const stickyName = 'relative lg:sticky lg:left-[3.5rem] lg:z-10';
const cellClass =
  'h-10 border-r border-b border-line px-2 py-1.5 align-top wrap-break-word whitespace-pre-line focus-visible:-outline-offset-2';

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { id, n, open, column, editing, onCell, onWrite } = props;
  const line = useLine(id);
  if (!line) return null;
  return (
    <tr>
      <RowHead {...props} line={line} />
      {columnKeys.map((key, i) => {
        const active = column === i + 1;
        return (
          <td
            key={key}
            tabIndex={active || (column === null && n === 1 && i === 0) ? 0 : -1}
            className={cx(
              cellClass,
              open ? 'bg-primary-soft' : 'bg-paper',
              key === 'text' ? stickyName : 'relative',
              active && editing && 'z-20 lg:z-20',
              key === 'budget' && 'text-right tabular-nums',
            )}
            onPointerDown={() => !(active && editing) && onCell(i + 1)}
            onDoubleClick={() => !editing && onWrite()}
            onFocus={(event) => event.target === event.currentTarget && !active && onCell(i + 1)}
          >
            <CellWords line={line} column={key} />
            {active && editing && <CellBox {...props} line={line} column={key} />}
          </td>
        );
      })}
    </tr>
  );
});

function CellWords({ line, column }: { line: LineEntry; column: ColumnKey }) {
  return cellText(column, line.mine);
}

/** The number of the row, how it stands with the server, and the way to its form. */
function RowHead({ id, n, column, open, line, onOpen, onCell }: GridRowProps & { line: LineEntry }) {
  const t = useT();
  const active = column === 0;
  const troubled = line.state === 'clash' || line.state === 'refused';
  const Icon = troubled ? TriangleAlert : line.state === 'kept' ? CloudOff : PanelRightOpen;
  return (
    <th
      scope="row"
      tabIndex={active ? 0 : -1}
      className={cx(cellClass, 'sticky left-0 z-10 text-left font-normal', open ? 'bg-primary-soft' : 'bg-paper')}
      onFocus={(event) => event.target === event.currentTarget && !active && onCell(0)}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('plans.matrix.open', { n })}
        className="flex w-full items-center justify-between gap-1 rounded-sm text-muted tabular-nums hover:text-primary"
        onClick={() => onOpen(id)}
      >
        {n}
        <Icon
          size={14}
          className={cx('shrink-0', troubled ? 'text-danger' : line.state === 'kept' && 'text-warning')}
          aria-hidden
        />
      </button>
      {line.state === 'kept' && <span className="sr-only">{t('plans.edit.unsentLine')}</span>}
      {troubled && <span className="sr-only">{line.problem?.title ?? t('plans.edit.clash.title')}</span>}
    </th>
  );
}
