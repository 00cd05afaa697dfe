import { moments } from '#lib/plan-parts.ts';
import { isSchool } from '#lib/unit-kinds.ts';
import type { BoardRow } from '#modules/quotas/quotas.contract.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type BoardFilters, boardPath } from './board-address.ts';
import { type Board, doneOf, type Line, quotaWords } from './board-words.ts';

interface Shown {
  key: string;
  unit: BoardRow;
  /** The first line of its unit carries the name. */
  line: Line | null;
  sum: BoardRow['below'];
}

/** One row a unit and quota, and one for what lies below a unit. */
const shownRows = (board: Board): Shown[] =>
  board.rows.flatMap((unit) => [
    ...unit.lines.map((line) => ({ key: `${unit.unitId} ${line.quotaId}`, unit, line, sum: null })),
    ...(unit.below ? [{ key: `${unit.unitId} below`, unit, line: null, sum: unit.below }] : []),
  ]);

export function BoardRows({ board, filters }: { board: Board; filters: BoardFilters }) {
  const t = useT();
  const teams = isSchool(board.unit.kind);
  const title = teams ? t('quotas.rowsTeams') : t('quotas.rows');
  return (
    <Card flush title={title}>
      <Table
        caption={title}
        columns={columnsFor(t, board)}
        rows={shownRows(board)}
        keyOf={(row) => row.key}
        linkOf={(row) =>
          row.sum || (row.unit.kind !== 'team' && row.unit.kind !== 'board')
            ? boardPath({ ...filters, donVi: row.unit.unitId })
            : undefined
        }
      />
    </Card>
  );
}

/** What the unit itself owes, with the same columns. */
export function OwnLines({ board }: { board: Board }) {
  const t = useT();
  if (board.own.length === 0) return null;
  const unit: BoardRow = {
    unitId: board.unit.id,
    name: board.unit.name,
    kind: board.unit.kind,
    lines: [],
    below: null,
  };
  const title = t('quotas.own', { unit: board.unit.name });
  return (
    <Card flush title={title}>
      <Table
        caption={title}
        columns={columnsFor(t, board).slice(1)}
        rows={board.own.map((line) => ({ key: line.quotaId, unit, line, sum: null }))}
        keyOf={(row) => row.key}
      />
    </Card>
  );
}

function columnsFor(t: ReturnType<typeof useT>, board: Board): Column<Shown>[] {
  const quotas = new Map(board.quotas.map((quota) => [quota.id, quota]));
  const wordsOf = (row: Shown): string => {
    const quota = row.line && quotas.get(row.line.quotaId);
    return quota ? quotaWords(t, quota) : t('quotas.total');
  };
  return [
    { key: 'unit', title: t('quotas.unit'), width: '26%', cell: (row) => row.unit.name },
    {
      key: 'quota',
      title: t('quotas.content'),
      width: '24%',
      cell: (row) => {
        const quota = row.line && quotas.get(row.line.quotaId);
        const other = quota && quota.moment !== 'sent';
        return (
          <>
            {wordsOf(row)}
            {other && (
              <span className="block text-xs text-muted">
                {t('quotas.countedAt', { moment: t(`ui.moment.${quota.moment}`) })}
              </span>
            )}
          </>
        );
      },
    },
    {
      key: 'required',
      title: t('quotas.required'),
      align: 'end',
      cell: (row) => row.line?.required ?? '–',
    },
    ...moments.map(
      (moment): Column<Shown> => ({
        key: moment,
        title: t(`quotas.${moment}`),
        align: 'end',
        cell: (row) => row.line?.[moment] ?? row.sum?.[moment] ?? 0,
      }),
    ),
    { key: 'state', title: t('quotas.state'), cell: (row) => <Result row={row} board={board} /> },
  ];
}

function Result({ row, board }: { row: Shown; board: Board }) {
  const t = useT();
  if (row.sum) {
    const all = row.sum.met >= row.sum.expected;
    return (
      <StateTag tone={all ? 'success' : 'warning'}>
        {t('quotas.totalMet', { met: row.sum.met, expected: row.sum.expected })}
      </StateTag>
    );
  }
  if (!row.line) return null;
  if (row.line.met) return <StateTag tone="success">{t('quotas.met')}</StateTag>;
  const quota = board.quotas.find((one) => one.id === row.line?.quotaId);
  return <StateTag tone="warning">{t('quotas.missing', { n: row.line.required - doneOf(row.line, quota) })}</StateTag>;
}
