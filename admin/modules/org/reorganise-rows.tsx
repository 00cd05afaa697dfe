import { useState } from 'react';
import type { ChangeTable } from '#modules/org/reorganisation.contract.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Table } from '../../ui/table.tsx';

const PAGE = 50;
type Row = ChangeTable['rows'][number];

/** What each line does or would do, the wrong ones first; the sums above. */
export function TableRows({ report }: { report: ChangeTable }) {
  const t = useT();
  const [shown, setShown] = useState(PAGE);
  const rows = report.rows.toSorted((a, b) => Number(a.ok) - Number(b.ok) || a.row - b.row);
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-5">
        {(['units', 'schools', 'people', 'plans', 'asks'] as const).map((key) => (
          <div key={key} className="flex flex-col-reverse justify-end rounded-md bg-sunken px-4 py-2">
            <dt className="text-muted">{t(`reorganise.effect.${key}`)}</dt>
            <dd className="text-xl font-semibold tabular-nums">{report.effects[key]}</dd>
          </div>
        ))}
      </dl>
      <div className="rounded-md border border-line">
        <Table<Row>
          caption={t('reorganise.table.rows')}
          rows={rows.slice(0, shown)}
          keyOf={(row) => String(row.row)}
          columns={[
            {
              key: 'row',
              title: t('reorganise.table.row'),
              width: '5rem',
              cell: (row) => (
                <>
                  <span className="sm:hidden">{t('reorganise.table.row')} </span>
                  {row.row}
                </>
              ),
            },
            {
              key: 'ok',
              title: t('reorganise.table.result'),
              width: '9rem',
              cell: (row) => (
                <StateTag tone={row.ok ? 'success' : 'danger'}>
                  {t(row.ok ? 'reorganise.table.ok' : 'reorganise.table.notOk')}
                </StateTag>
              ),
            },
            { key: 'sentence', title: t('reorganise.table.what'), cell: (row) => row.sentence },
          ]}
        />
        {rows.length > shown && (
          <div className="flex items-center justify-between gap-2 px-4 py-2 text-xs text-muted">
            {t('reorganise.table.firstRows', { n: shown })}
            <Button size="sm" onClick={() => setShown(shown + 4 * PAGE)}>
              {t('ui.more')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
