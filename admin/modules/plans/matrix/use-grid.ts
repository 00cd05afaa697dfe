import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useT } from '../../../texts/load.ts';
import { toast } from '../../../ui/toast.tsx';
import { useDesk } from '../editing/use-desk.ts';
import { moveActivity, useActivities, usePeriodMonths } from './activities.ts';
import { cellText, columnKeys } from './columns.ts';
import { clearCell, pasteAt } from './grid-block.ts';
import { beginsWriting, type Cell, movedCell, nextCell, pastedCells } from './grid-keys.ts';

/** The first column is the row itself (its number, its form); the others are what is written. */
const HEAD_COLUMN = 0;

/** Which cell has the focus, whether it is being written, and what the keys and the clipboard do there. */
export function useGrid(onOpen: (id: string) => void) {
  const { book } = useDesk();
  const ids = useActivities();
  const period = usePeriodMonths();
  const [at, setAt] = useState<Cell>({ row: 0, column: 1 });
  const [editing, setEditing] = useState(false);
  const beginEmpty = useRef(false);
  const size = { rows: ids.length, columns: columnKeys.length + 1 };
  const cell = { row: Math.max(0, Math.min(at.row, ids.length - 1)), column: at.column };
  const id = ids[cell.row];
  const onHead = cell.column === HEAD_COLUMN;

  /** The box is opened at once, so that the very key that opened it is typed into it. */
  const write = (empty: boolean) => {
    beginEmpty.current = empty;
    if (!onHead) flushSync(() => setEditing(true));
  };
  /** False where the key is none of the grid's, or goes on into the box that was just opened. */
  const keyed = (event: KeyboardEvent, row: string): boolean => {
    const { key } = event;
    if (event.altKey) return (key === 'ArrowUp' || key === 'ArrowDown') && shift(row, key === 'ArrowUp' ? -1 : 1);
    if (key === 'Enter' && (event.ctrlKey || onHead)) onOpen(row);
    else if (key === 'Enter' || key === 'F2') write(false);
    else if (key === 'Delete' || key === 'Backspace') clearCell(book, row, cell, period);
    else if (beginsWriting(event) || key === 'Process') {
      write(true);
      return false;
    } else return go(movedCell(key, cell, size, event.ctrlKey));
    return true;
  };
  const go = (to: Cell | undefined): boolean => {
    if (to) setAt(to);
    return to !== undefined;
  };
  const shift = (row: string, step: -1 | 1): boolean => {
    if (moveActivity(book, row, step)) setAt({ ...cell, row: cell.row + step });
    return true;
  };
  return {
    ids,
    period,
    cell,
    editing,
    onKeyDown: (event: KeyboardEvent) => {
      if (!editing && id && !event.nativeEvent.isComposing && keyed(event, id)) event.preventDefault();
    },
    ...useGridClipboard(id, cell, editing || onHead),
    /** Whether the box begins empty: a letter was typed over the cell. */
    startEmpty: () => {
      const empty = beginEmpty.current;
      beginEmpty.current = false;
      return empty;
    },
    choose: (chosen: Cell) => {
      setEditing(false);
      setAt(chosen);
    },
    write: () => write(false),
    /** The box is closed; Enter goes down, Tab to the next or previous cell. */
    done: (step: 1 | -1 | 'down' | null) => {
      setEditing(false);
      if (step === 'down') go(movedCell('ArrowDown', cell, size));
      else if (step) go(nextCell(cell, step, size));
    },
  };
}

/** Cells go to a spreadsheet and come from one. */
function useGridClipboard(id: string | undefined, cell: Cell, off: boolean) {
  const t = useT();
  const { book } = useDesk();
  const ids = useActivities();
  const period = usePeriodMonths();
  return {
    onPaste: (event: ClipboardEvent) => {
      if (off) return;
      event.preventDefault();
      const bad = pasteAt(book, ids, cell, pastedCells(event.clipboardData.getData('text/plain')), period);
      if (bad > 0) toast({ text: t('plans.matrix.badPasted', { n: bad }), tone: 'warning' });
    },
    onCopy: (event: ClipboardEvent) => {
      const key = columnKeys[cell.column - 1];
      const line = id && book.lines.get(id);
      if (off || !key || !line) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', cellText(key, line.mine));
    },
  };
}
