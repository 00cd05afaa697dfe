import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, memo, type SyntheticEvent, useCallback, useMemo, useState } from 'react';
import { useT } from '../../texts/load.ts';
import { cx } from '../../ui/cx.ts';
import { Link } from '../../ui/link.tsx';
import { addressOf } from './children-table.tsx';
import type { Coverage } from './coverage-page.tsx';
import { gradientOf, type MatrixRow, type Square } from './matrix-cells.ts';
import { focusSquare, moved, type Place, placeOf } from './matrix-keys.ts';
import { squareWords } from './matrix-words.ts';
import { looks } from './state-words.tsx';

interface MatrixGridProps {
  planId: string;
  lines: Coverage['lines'];
  rows: MatrixRow[];
}

/** A table that arrows walk through is a grid (WAI-ARIA practices). */
const asGrid = { role: 'grid' };

/**
 * Thousands of squares: a plain table drawn once. Which square has the focus lives in the document, not in React, and one
 * line under the table says in words what is pointed at, so walking through it draws nothing anew.
 */
export function MatrixGrid({ planId, lines, rows }: MatrixGridProps) {
  const t = useT();
  const navigate = useNavigate();
  const [at, setAt] = useState<Place>();
  const words = useMemo(() => squareWords(t), [t]);
  const look = useCallback((event: SyntheticEvent) => {
    const place = placeOf(event.target);
    if (place) setAt((now) => (now?.row === place.row && now.column === place.column ? now : place));
  }, []);
  const open = (place: Place | undefined) => {
    const row = place && rows[place.row];
    const to = row && addressOf(planId, row.child, 'ma-tran');
    if (to) void navigate({ to });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const place = placeOf(event.target);
    if (!place) return;
    if (event.key === 'Enter') return open(place);
    const to = moved(place, event, { row: rows.length - 1, column: lines.length - 1 });
    if (!to) return;
    event.preventDefault();
    focusSquare(event.currentTarget, event.target as HTMLElement, to);
  };
  return (
    <div className="rounded-md border border-line bg-paper">
      <div className="max-h-[70vh] overflow-auto overscroll-contain p-2">
        <table
          {...asGrid}
          aria-label={t('cascade.coverage.matrixLabel')}
          className="border-separate border-spacing-0.5"
          onKeyDown={onKeyDown}
          onMouseOver={look}
          onFocus={look}
          onClick={(event) => open(placeOf(event.target))}
        >
          <MatrixHead lines={lines} />
          <MatrixBody planId={planId} lines={lines} rows={rows} words={words} />
        </table>
      </div>
      <PointedAt lines={lines} rows={rows} at={at} words={words} />
    </div>
  );
}

function PointedAt({
  lines,
  rows,
  at,
  words,
}: Omit<MatrixGridProps, 'planId'> & { at: Place | undefined; words: Words }) {
  const t = useT();
  const row = at && rows[at.row];
  const square = row?.cells[at?.column ?? 0];
  const line = at && lines[at.column];
  return (
    <div className="min-h-16 border-t border-line px-4 py-2">
      {row && square && line ? (
        <>
          <p className="font-semibold">{words(row.child.name, square)}</p>
          <p className="line-clamp-2 text-muted">
            {t('cascade.coverage.matrixLine', { n: (at?.column ?? 0) + 1 })}: {line.text}
          </p>
        </>
      ) : (
        <p className="text-muted">{t('cascade.coverage.matrixHint')}</p>
      )}
    </div>
  );
}

type Words = ReturnType<typeof squareWords>;
const stickyClass = 'sticky bg-paper text-xs font-semibold';

const MatrixHead = memo(function MatrixHead({ lines }: { lines: Coverage['lines'] }) {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col" className={cx(stickyClass, 'top-[-0.5rem] left-[-0.5rem] z-20 px-2 text-left text-muted')}>
          {t('cascade.coverage.column.unit')}
        </th>
        {lines.map((line, i) => (
          <th
            key={line.lineId}
            scope="col"
            title={line.text}
            className={cx(stickyClass, 'top-[-0.5rem] z-10 h-8 text-center text-muted tabular-nums')}
          >
            {i + 1}
          </th>
        ))}
      </tr>
    </thead>
  );
});

const MatrixBody = memo(function MatrixBody({ planId, lines, rows, words }: MatrixGridProps & { words: Words }) {
  return (
    <tbody>
      {rows.map(({ child, cells }, r) => (
        <tr key={child.unitId}>
          <th scope="row" className={cx(stickyClass, 'left-[-0.5rem] z-10 max-w-60 min-w-44 px-2 text-left')}>
            <UnitName planId={planId} child={child} />
          </th>
          {cells.map((square, c) => (
            <SquareCell
              key={lines[c]?.lineId}
              square={square}
              label={words(child.name, square)}
              first={r === 0 && c === 0}
              place={`${r} ${c}`}
            />
          ))}
        </tr>
      ))}
    </tbody>
  );
});

function UnitName({ planId, child }: { planId: string; child: MatrixRow['child'] }) {
  const t = useT();
  const to = addressOf(planId, child, 'ma-tran');
  // What all of a kind begin with would push the part that tells them apart out of sight.
  const kind = `${t(`ui.kind.${child.kind}`)} `;
  const short =
    child.kind === 'commune-office' && child.name.startsWith(kind) ? child.name.slice(kind.length) : child.name;
  const name = <span className="block truncate first-letter:uppercase">{short}</span>;
  if (!to) return name;
  return (
    <Link to={to} title={child.name} className="block text-ink hover:text-primary hover:underline">
      {name}
    </Link>
  );
}

interface SquareCellProps {
  square: Square;
  label: string;
  first: boolean;
  place: string;
}

function SquareCell({ square: { counts, single }, label, first, place }: SquareCellProps) {
  const look = single && looks[single];
  return (
    <td
      data-at={place}
      tabIndex={first ? 0 : -1}
      aria-label={label}
      className={cx(
        'size-6 min-w-6 rounded-sm text-center align-middle text-xs font-semibold',
        counts === null ? 'border border-dashed border-line' : 'cursor-pointer',
        look?.fill,
        look?.on,
      )}
      style={counts && !look ? { backgroundImage: gradientOf(counts, (state) => looks[state].colour) } : undefined}
    >
      {look?.glyph}
    </td>
  );
}
