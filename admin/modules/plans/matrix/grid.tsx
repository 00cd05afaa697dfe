import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useT } from '../../../texts/load.ts';
import { cx } from '../../../ui/cx.ts';
import { toast } from '../../../ui/toast.tsx';
import type { Book } from '../editing/book.ts';
import { useDesk } from '../editing/use-desk.ts';
import { addActivity, moveActivity, removeActivity, useActivities, usePeriodMonths } from './activities.ts';
import { cellText, columnKeys, readCell } from './columns.ts';
import { beginsWriting, type Cell, movedCell, nextCell, pastedCells } from './grid-keys.ts';
import { GridRow, stickyName } from './grid-row.tsx';

interface GridProps {
  openId: string;
  onOpen: (id: string) => void;
}

/** The first column is the row itself (its number, its form); the others are what is written. */
export const HEAD_COLUMN = 0;
/** A table that is worked in like a spreadsheet is a grid, and its cells are grid cells (WAI-ARIA practices). */
const asGrid = { role: 'grid' };
const widths = ['3.5rem', '15rem', '16rem', '12rem', '12rem', '9rem', '13rem', '11rem', '8rem'];

/** Activities as a spreadsheet: one cell has the focus, arrows move it, Enter or a letter writes in it. */
export function ActivityGrid({ openId, onOpen }: GridProps) {
  const t = useT();
  const { book } = useDesk();
  const ids = useActivities();
  const period = usePeriodMonths();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Cell>({ row: 0, column: 1 });
  const [editing, setEditing] = useState(false);
  const size = { rows: ids.length, columns: columnKeys.length + 1 };
  const cell = { row: Math.min(at.row, ids.length - 1), column: at.column };
  const id = ids[cell.row];
  const held = useRef(false);

  useLayoutEffect(() => {
    if (held.current && !editing) focusCell(table.current, cell);
  });

  const go = (to: Cell | undefined) => {
    if (to) setAt(to);
  };
  /** The box is opened at once, so that the very key that opened it is typed into it. */
  const write = () => {
    if (cell.column !== HEAD_COLUMN) flushSync(() => setEditing(true));
  };
  const onKey = (event: KeyboardEvent) => {
    if (editing || !id || event.nativeEvent.isComposing) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const step = event.key === 'ArrowUp' ? -1 : 1;
      if (moveActivity(book, id, step)) go({ ...cell, row: cell.row + step });
    } else if (event.key === 'Enter' && (event.ctrlKey || cell.column === HEAD_COLUMN)) onOpen(id);
    else if (event.key === 'Enter' || event.key === 'F2') write();
    else if (event.key === 'Delete' || event.key === 'Backspace') clear(book, id, cell, period);
    else if (beginsWriting(event) || event.key === 'Process') {
      emptyBox.current = true;
      write();
      return;
    } else {
      const to = movedCell(event.key, cell, size, event.ctrlKey);
      if (!to) return;
      go(to);
    }
    event.preventDefault();
  };
  const emptyBox = useRef(false);
  const startEmpty = () => {
    const empty = emptyBox.current;
    emptyBox.current = false;
    return empty;
  };
  const paste = (event: ClipboardEvent) => {
    if (editing || cell.column === HEAD_COLUMN) return;
    event.preventDefault();
    const bad = pasteAt(book, ids, cell, pastedCells(event.clipboardData.getData('text/plain')), period);
    if (bad > 0) toast({ text: t('plans.matrix.badPasted', { n: bad }), tone: 'warning' });
  };
  const copy = (event: ClipboardEvent) => {
    const key = columnKeys[cell.column - 1];
    const line = id && book.lines.get(id);
    if (editing || !key || !line) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', cellText(key, line.mine));
  };
  return (
    <div className="overflow-x-auto rounded-md border border-line bg-paper">
      <table
        ref={table}
        {...asGrid}
        aria-label={t('plans.matrix.title')}
        aria-rowcount={ids.length + 1}
        className="w-full border-separate border-spacing-0"
        onKeyDown={onKey}
        onPaste={paste}
        onCopy={copy}
        onFocus={() => {
          held.current = true;
        }}
        onBlur={(event) => {
          held.current = event.currentTarget.contains(event.relatedTarget);
        }}
      >
        <colgroup>
          {widths.map((width, i) => (
            <col key={columnKeys[i - 1] ?? 'row'} style={{ width, minWidth: width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={cx(headClass, 'sticky left-0 z-10')} style={{ minWidth: widths[0] }}>
              <abbr title={t('plans.matrix.row', { n: '' })} className="no-underline">
                TT
              </abbr>
            </th>
            {columnKeys.map((key, i) => (
              <th
                key={key}
                scope="col"
                className={cx(headClass, i === 0 && stickyName)}
                style={{ minWidth: widths[i + 1] }}
              >
                {t(`plans.matrix.column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((one, row) => (
            <GridRow
              key={one}
              id={one}
              n={row + 1}
              open={one === openId}
              period={period}
              column={row === cell.row ? cell.column : null}
              editing={row === cell.row && editing}
              startEmpty={startEmpty}
              onOpen={onOpen}
              onCell={(column) => {
                setEditing(false);
                setAt({ row, column });
              }}
              onWrite={() => setEditing(true)}
              onDone={(step) => {
                setEditing(false);
                if (step === 'down') go(movedCell('ArrowDown', { row, column: cell.column }, size));
                else if (step) go(nextCell({ row, column: cell.column }, step, size));
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const headClass = 'border-b border-line bg-sunken px-2 py-2 text-left text-xs font-semibold text-muted';

function focusCell(table: HTMLTableElement | null, { row, column }: Cell): void {
  const cell = table?.tBodies[0]?.rows[row]?.cells[column];
  if (cell && document.activeElement !== cell) cell.focus();
}

/** Delete empties a cell; on the row itself it takes the activity away. */
function clear(book: Book, id: string, { column }: Cell, period: readonly string[]): void {
  const line = book.lines.get(id);
  const key = columnKeys[column - 1];
  if (!line) return;
  const change = key && readCell(key, '', line.mine, period);
  if (!key) removeActivity(book, id);
  else if (change) book.write(id, change);
}

/** Writes a block of cells from one on, with new rows where it is longer; returns how many could not be read. */
function pasteAt(book: Book, ids: readonly string[], at: Cell, block: string[][], period: readonly string[]): number {
  let bad = 0;
  for (const [r, cells] of block.entries()) {
    const id = ids[at.row + r] ?? addActivity(book);
    for (const [c, typed] of cells.entries()) {
      const key = columnKeys[at.column - 1 + c];
      const line = book.lines.get(id);
      const change = key && line && readCell(key, typed, line.mine, period);
      if (change) book.write(id, change);
      else if (key) bad += 1;
    }
  }
  return bad;
}
