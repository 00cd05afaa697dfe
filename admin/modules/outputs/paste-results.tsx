import { shortDay } from '#lib/format.ts';
import type { OutputRow } from '#modules/outputs/outputs.contract.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Bone } from '../../ui/skeleton.tsx';
import { OutputSign } from './output-signs.tsx';

/** One row an address: captured, joined, or refused with the reason and the way on. */
export function PasteResults({ rows, still }: { rows: readonly OutputRow[]; still: number }) {
  const t = useT();
  const joined = rows.filter((row) => row.joinedTo).length;
  const refused = rows.filter((row) => row.captureState === 'refused' && !row.stands).length;
  const captured = rows.length - joined - refused - still;
  return (
    <Card flush title={t('outputs.pasteResult')}>
      <p aria-live="polite" className="px-4 py-3 text-sm text-muted">
        {still > 0 ? t('outputs.pasteReading', { n: still }) : t('outputs.pasteDone', { captured, joined, refused })}
      </p>
      <ul className="divide-y divide-line border-t border-line">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-col gap-1 px-4 py-3">
            <PastedRow row={row} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PastedRow({ row }: { row: OutputRow }) {
  const t = useT();
  const to = paths.output.to({ outputId: row.joinedTo ?? row.id });
  const waiting = row.captureState === 'waiting' && !row.stands;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1 basis-64 wrap-anywhere">
          {waiting ? (
            <Bone width="66%" />
          ) : row.stands || row.joinedTo ? (
            <Link to={to}>{row.joinedTitle ?? row.title}</Link>
          ) : (
            row.title
          )}
        </span>
        <OutputSign row={row} />
      </div>
      <p className="wrap-anywhere text-sm text-muted">
        {row.stands && !row.joinedTo
          ? [shortDay(row.madeOn), row.outlet ?? t(`ui.counts.${row.counts}`)].join(' · ')
          : row.joinedTo || row.url === row.title
            ? ''
            : row.url}
        {waiting && row.url}
      </p>
      {row.capture?.sentence && !row.stands && (
        <p className="text-sm">
          {row.capture.sentence} <Link to={to}>{t('outputs.fix')}</Link>
        </p>
      )}
      {row.stands && row.captureState === 'captured' && row.capture?.dateFrom === null && (
        <p className="text-sm text-warning">{t('outputs.dateUnknown')}</p>
      )}
    </>
  );
}
