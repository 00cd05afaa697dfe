import { listUnits, type UnitDetail } from '#modules/org/org.contract.ts';
import { useList } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { More } from '../../ui/more.tsx';
import { Table } from '../../ui/table.tsx';
import { NoChildren, useUnitColumns } from './units-found.tsx';

export function UnitChildren({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const list = useList(listUnits, { parentId: unit.id });
  const columns = useUnitColumns(false);
  if (list.query.error) {
    return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  }
  return (
    <Card flush>
      <Table
        caption={t('org.tab.children')}
        rows={list.items}
        keyOf={(row) => row.id}
        linkOf={(row) => paths.unit.to({ unitId: row.id })}
        columns={columns}
        empty={<NoChildren unit={unit} />}
      />
      {list.items && list.items.length > 0 && (
        <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
      )}
    </Card>
  );
}
