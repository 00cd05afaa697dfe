import { useState } from 'react';
import type { ImportKind, ImportReport } from '#modules/org/imports.contract.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, StateTag } from '../../ui/state-tag.tsx';
import { Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';

const PAGE = 50;
const tones = { new: 'success', changed: 'info', unchanged: 'neutral' } as const;

/** What happens with each row: counts, then the refused ones with the reason, and the accepted ones. */
export function ImportRows({ kind, report }: { kind: ImportKind; report: ImportReport }) {
  const t = useT();
  const [tab, setTab] = useState<'refused' | 'accepted'>(report.refused.length > 0 ? 'refused' : 'accepted');
  const accepted = report.added + report.changed + report.unchanged;
  const counts = [
    ['added', report.added],
    ['changed', report.changed],
    ['unchanged', report.unchanged],
    ['refused', report.refused.length],
  ] as const;
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {counts.map(([name, n]) => (
          <div key={name} className="flex flex-col rounded-md bg-sunken px-4 py-2">
            <dt className="text-muted">{t(`org.import.count.${name}`)}</dt>
            <dd className={`text-xl font-semibold tabular-nums ${name === 'refused' && n > 0 ? 'text-danger' : ''}`}>
              {n}
            </dd>
          </div>
        ))}
      </dl>
      <Tabs
        label={t('org.import.rows')}
        value={tab}
        onChange={setTab}
        tabs={[
          { key: 'refused', label: t('org.import.tab.refused'), mark: <Badge>{report.refused.length}</Badge> },
          { key: 'accepted', label: t('org.import.tab.accepted'), mark: <Badge>{accepted}</Badge> },
        ]}
      >
        {tab === 'refused' ? <Refused kind={kind} report={report} /> : <Accepted kind={kind} report={report} />}
      </Tabs>
    </>
  );
}

function Refused({ kind, report }: { kind: ImportKind; report: ImportReport }) {
  const t = useT();
  return (
    <Rows
      rows={report.refused}
      none={t('org.import.refusedNone')}
      columns={[
        { key: 'row', title: t('org.import.row'), width: '5rem', cell: (row) => <RowNumber n={row.row} /> },
        {
          key: 'name',
          title: t(`org.import.name.${kind}`),
          width: '35%',
          cell: (row) => row.name || t('org.import.noName'),
        },
        { key: 'reason', title: t('org.import.reason'), cell: (row) => row.reason },
      ]}
    />
  );
}

function Accepted({ kind, report }: { kind: ImportKind; report: ImportReport }) {
  const t = useT();
  return (
    <Rows
      rows={report.accepted}
      none={t('org.import.acceptedNone')}
      columns={[
        { key: 'row', title: t('org.import.row'), width: '5rem', cell: (row) => <RowNumber n={row.row} /> },
        { key: 'name', title: t(`org.import.name.${kind}`), cell: (row) => row.name },
        { key: 'unit', title: t(`org.import.unitName.${kind}`), cell: (row) => row.unitName },
        { key: 'key', title: t(`org.import.key.${kind}`), cell: (row) => <span className="break-all">{row.key}</span> },
        {
          key: 'outcome',
          title: t('org.import.outcome'),
          cell: (row) => <StateTag tone={tones[row.outcome]}>{t(`org.import.outcome.${row.outcome}`)}</StateTag>,
        },
      ]}
    />
  );
}

/** As a spreadsheet numbers it; where a card has no heading for it, the word goes along. */
function RowNumber({ n }: { n: number }) {
  const t = useT();
  return (
    <>
      <span className="sm:hidden">{t('org.import.row')} </span>
      {n}
    </>
  );
}

interface RowsProps<R> {
  rows: readonly R[];
  none: string;
  columns: Parameters<typeof Table<R>>[0]['columns'];
}

/** The first rows, and the rest on demand: a table of thousands is not drawn at once. */
function Rows<R extends { row: number }>({ rows, none, columns }: RowsProps<R>) {
  const t = useT();
  const [shown, setShown] = useState(PAGE);
  if (rows.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <div className="rounded-md border border-line">
      <Table<R>
        caption={t('org.import.rows')}
        rows={rows.slice(0, shown)}
        keyOf={(row) => String(row.row)}
        columns={columns}
      />
      {rows.length > shown && (
        <div className="flex items-center justify-between gap-2 px-4 py-2 text-xs text-muted">
          {t('org.import.firstRows', { n: shown })}
          <Button size="sm" onClick={() => setShown(shown + 4 * PAGE)}>
            {t('ui.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
