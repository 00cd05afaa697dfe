import { useLayoutEffect, useRef } from 'react';
import { useT } from '../../../texts/load.ts';
import { cx } from '../../../ui/cx.ts';
import { columnKeys } from './columns.ts';
import type { Cell } from './grid-keys.ts';
import { GridRow, stickyName } from './grid-row.tsx';
import { useGrid } from './use-grid.ts';

interface GridProps {
  openId: string;
  onOpen: (id: string) => void;
}

/** A table that is worked in like a spreadsheet is a grid, and its cells are grid cells (WAI-ARIA practices). */
const asGrid = { role: 'grid' };
const widths = ['3.5rem', '15rem', '16rem', '12rem', '12rem', '9rem', '13rem', '11rem', '8rem'];

/** Activities as a spreadsheet: one cell has the focus, arrows move it, Enter or a letter writes in it. */
export function ActivityGrid({ openId, onOpen }: GridProps) {
  const t = useT();
  const table = useRef<HTMLTableElement>(null);
  const held = useRef(false);
  const grid = useGrid(onOpen);
  const { ids, cell, editing } = grid;
  useLayoutEffect(() => {
    if (held.current && !editing) focusCell(table.current, cell);
  });
  return (
    <div className="overflow-x-auto rounded-md border border-line bg-paper">
      <table
        ref={table}
        {...asGrid}
        aria-label={t('plans.matrix.title')}
        aria-rowcount={ids.length + 1}
        className="w-full border-separate border-spacing-0"
        onKeyDown={grid.onKeyDown}
        onPaste={grid.onPaste}
        onCopy={grid.onCopy}
        onFocus={() => {
          held.current = true;
        }}
        onBlur={(event) => {
          held.current = event.currentTarget.contains(event.relatedTarget);
        }}
      >
        <GridHead />
        <tbody>
          {ids.map((id, row) => (
            <GridRow
              key={id}
              id={id}
              n={row + 1}
              open={id === openId}
              period={grid.period}
              column={row === cell.row ? cell.column : null}
              editing={row === cell.row && editing}
              startEmpty={grid.startEmpty}
              onOpen={onOpen}
              onCell={(column) => grid.choose({ row, column })}
              onWrite={grid.write}
              onDone={grid.done}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function focusCell(table: HTMLTableElement | null, { row, column }: Cell): void {
  const cell = table?.tBodies[0]?.rows[row]?.cells[column];
  if (cell && document.activeElement !== cell) cell.focus();
}

const headClass = 'border-b border-line bg-sunken px-2 py-2 text-left text-xs font-semibold text-muted';

function GridHead() {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col" className={cx(headClass, 'sticky left-0 z-10')} style={{ minWidth: widths[0] }}>
          TT
        </th>
        {columnKeys.map((key, i) => (
          <th
            key={key}
            scope="col"
            className={cx(headClass, i === 0 && stickyName)}
            style={{ width: widths[i + 1], minWidth: widths[i + 1] }}
          >
            {t(`plans.matrix.column.${key}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
