import { useT } from '../../texts/load.ts';
import { Link } from '../../ui/link.tsx';
import { Select } from '../../ui/select.tsx';
import { addressOf } from './children-table.tsx';
import type { Coverage } from './coverage-page.tsx';
import type { TabProps } from './coverage-tabs.tsx';
import type { MatrixRow, Square } from './matrix-cells.ts';
import { StackedBar } from './stacked-bar.tsx';
import { AskTag, askSegments, inWords } from './state-words.tsx';

interface MatrixListProps extends TabProps {
  lines: Coverage['lines'];
  rows: MatrixRow[];
}

/** The matrix on a phone: one line at a time, each unit with its state in words. */
export function MatrixList({ plan, filters, onFilter, lines, rows }: MatrixListProps) {
  const t = useT();
  const column = Math.max(
    0,
    lines.findIndex((line) => line.lineId === filters.xem),
  );
  const line = lines[column];
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('cascade.coverage.matrixPick')}
        value={line?.lineId ?? ''}
        onChange={(xem) => onFilter({ xem })}
        options={lines.map(({ lineId, text }, i) => ({ value: lineId, label: `${i + 1}. ${text}` }))}
      />
      {line && <p className="text-muted">{line.text}</p>}
      <ul
        aria-label={t('cascade.coverage.matrixLabel')}
        className="divide-y divide-line rounded-md border border-line bg-paper"
      >
        {rows.map(({ child, cells }) => {
          const to = addressOf(plan.id, child, 'ma-tran');
          return (
            <li key={child.unitId} className="flex flex-col gap-1.5 px-4 py-3">
              <span className="font-semibold">{to ? <Link to={to}>{child.name}</Link> : child.name}</span>
              <SquareInWords name={child.name} square={cells[column]} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function SquareInWords({ name, square }: { name: string; square: Square | undefined }) {
  const t = useT();
  if (!square?.counts) return <span className="text-muted">{t('cascade.coverage.matrixEmpty')}</span>;
  if (square.single && square.below === null) {
    return (
      <span>
        <AskTag state={square.single} />
      </span>
    );
  }
  const segments = askSegments(square.counts, t);
  return (
    <>
      <StackedBar label={name} segments={segments} />
      <span className="text-xs text-muted">{inWords(segments, t)}</span>
    </>
  );
}
