import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../../../texts/load.ts';
import type { LineEntry } from '../editing/book.ts';
import { useDesk } from '../editing/use-desk.ts';
import { type ColumnKey, cellText, readCell } from './columns.ts';
import type { GridRowProps } from './grid-row.tsx';

/** Plain words are written as they are typed, so that a closed window loses none; the others once they can be read. */
const live: readonly ColumnKey[] = ['text', 'product'];

type CellBoxProps = Pick<GridRowProps, 'id' | 'n' | 'period' | 'startEmpty' | 'onDone'> & {
  line: LineEntry;
  column: ColumnKey;
};

/** The box over a cell that is being written. */
export function CellBox({ id, n, period, startEmpty, onDone, line, column }: CellBoxProps) {
  const t = useT();
  const { book } = useDesk();
  const box = useRef<HTMLTextAreaElement>(null);
  const before = useRef(line.mine);
  const [typed, setTyped] = useState(() => (startEmpty() ? '' : cellText(column, line.mine)));
  const [bad, setBad] = useState(false);
  const errorId = `cell-${id}-error`;
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, []);
  /** False where what was typed cannot be read: the box stays, nothing is lost. */
  const settle = (): boolean => {
    if (typed === cellText(column, before.current)) return true;
    const change = readCell(column, typed, line.mine, period);
    if (!change) {
      setBad(true);
      return false;
    }
    if (!live.includes(column)) book.write(id, change);
    return true;
  };
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      if (live.includes(column)) book.write(id, { text: before.current.text, detail: before.current.detail });
      onDone(null);
    } else if (event.key === 'Enter' && !event.altKey && !event.shiftKey) {
      if (settle()) onDone('down');
    } else if (event.key === 'Tab') {
      if (settle()) onDone(event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <textarea
        ref={box}
        rows={1}
        spellCheck={false}
        aria-label={`${t('plans.matrix.row', { n })}, ${t(`plans.matrix.column.${column}`)}`}
        aria-invalid={bad || undefined}
        aria-describedby={bad ? errorId : undefined}
        value={typed}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          setBad(false);
          const change = live.includes(column) && readCell(column, text, line.mine, period);
          if (change) book.write(id, change);
        }}
        onKeyDown={onKey}
        onBlur={() => {
          if (settle()) onDone(null);
        }}
        className="absolute inset-0 z-20 field-sizing-content min-h-full w-full resize-none border-2 border-primary bg-paper px-1.5 py-1 text-base shadow-soft outline-none aria-invalid:border-danger md:text-sm"
      />
      {bad && (
        <p
          id={errorId}
          role="alert"
          className="absolute top-full left-0 z-20 w-64 bg-danger-soft p-2 text-xs text-danger"
        >
          {t(`plans.matrix.bad.${column === 'budget' ? 'budget' : 'targets'}`)}
        </p>
      )}
    </>
  );
}
