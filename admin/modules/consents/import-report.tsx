import type { OutputOf } from '#lib/contract.ts';
import { shortDay } from '#lib/format.ts';
import type { importPupils } from '#modules/media/classes.contract.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { RefusedRows } from './refused-rows.tsx';

export interface ImportReportProps {
  report: OutputOf<typeof importPupils>;
  busy: boolean;
  onCommit: () => void;
  onAgain: () => void;
}

/** What a list of pupils would change, row by row, and why rows stay outside. */
export function ImportReport({ report, busy, onCommit, onAgain }: ImportReportProps) {
  const t = useT();
  const n = report.added + report.changed;
  return (
    <div className="flex flex-col gap-4">
      {report.committed ? (
        <Notice live tone="success" title={t('consents.import.done', { n })} />
      ) : (
        <p role="status">{t('consents.import.accepted', report)}</p>
      )}
      {!report.committed && report.accepted.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line">
          {report.accepted.map((row) => (
            <li key={row.row} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2">
              <span className="text-sm text-muted">{t('consents.import.row', { row: row.row })}</span>
              <span className="font-semibold">{row.name}</span>
              {row.bornOn && <span className="text-sm">{shortDay(row.bornOn)}</span>}
              {row.code && <span className="text-sm text-muted">{row.code}</span>}
              <Badge tone={row.outcome === 'unchanged' ? 'neutral' : 'info'}>
                {t(`consents.outcome.${row.outcome}`)}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      <RefusedRows rows={report.refused} />
      <div className="flex flex-wrap gap-3">
        {!report.committed && n > 0 && (
          <Button look="primary" busy={busy} onClick={onCommit}>
            {t('consents.import.commit', { n })}
          </Button>
        )}
        {!report.committed && n === 0 && <p className="text-muted">{t('consents.import.nothing')}</p>}
        <Button onClick={onAgain}>{t('consents.import.again')}</Button>
      </div>
    </div>
  );
}
