import type { OutputOf } from '#lib/contract.ts';
import { moment } from '#lib/format.ts';
import { listToolkits } from '#modules/cascade/toolkits.contract.ts';
import { useList } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Table } from '../../ui/table.tsx';

type Row = OutputOf<typeof listToolkits>['items'][number];

/** Toolkits of the unit's own plans, and those that came down to it. */
export default function ToolkitsPage() {
  const t = useT();
  const language = useLanguage();
  const { unit } = useSession();
  const list = useList(listToolkits, { unitId: unit?.id ?? '' }, { enabled: unit !== null });
  const { error } = list.query;
  return (
    <Page title={t('toolkits.title')} lead={t('toolkits.lead')}>
      {error ? (
        <ProblemNotice problem={error} onRetry={() => void list.query.refetch()} />
      ) : (
        <Card flush>
          <Table<Row>
            caption={t('toolkits.title')}
            rows={list.items}
            keyOf={(row) => row.planId}
            linkOf={(row) => paths.toolkit.to({ planId: row.planId })}
            empty={<EmptyState title={t('toolkits.none')}>{t('toolkits.noneHint')}</EmptyState>}
            columns={[
              { key: 'title', title: t('toolkits.ofPlan'), cell: (row) => row.title },
              { key: 'from', title: t('toolkits.from'), cell: (row) => row.fromUnit },
              { key: 'pieces', title: t('toolkits.pieces'), align: 'end', cell: (row) => row.pieces },
              {
                key: 'state',
                title: t('toolkits.state'),
                cell: (row) =>
                  row.corrected > 0 ? (
                    <StateTag tone="waiting">{t('toolkits.corrected', { n: row.corrected })}</StateTag>
                  ) : (
                    t(row.manages ? 'toolkits.own' : 'toolkits.received')
                  ),
              },
              {
                key: 'at',
                title: t('toolkits.updated'),
                cell: (row) => moment(row.updatedAt, Date.now(), language),
                wide: true,
              },
            ]}
          />
          {list.hasMore && <More shown={list.items?.length ?? 0} hasMore busy={list.busy} onMore={list.more} />}
        </Card>
      )}
    </Page>
  );
}
