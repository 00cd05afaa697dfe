import type { ReactNode } from 'react';
import { consentChannels, type SchoolClass } from '#modules/media/classes.contract.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Table } from '../../ui/table.tsx';

/** Classes with how many of their pupils may be shown on each channel. */
export function ClassTable({ items, empty }: { items: readonly SchoolClass[] | undefined; empty: ReactNode }) {
  const t = useT();
  return (
    <Table
      caption={t('consents.classes')}
      rows={items}
      keyOf={(row) => row.id}
      linkOf={(row) => paths.schoolClass.to({ classId: row.id })}
      empty={empty}
      columns={[
        { key: 'name', title: t('consents.className'), cell: (row) => row.name },
        { key: 'pupils', title: t('consents.pupils'), align: 'end', cell: (row) => row.pupils },
        ...consentChannels.map((channel) => ({
          key: channel,
          title: t(`consents.channel.${channel}`),
          align: 'end' as const,
          cell: (row: SchoolClass) => <Share ready={row.ready[channel] ?? 0} of={row.pupils} />,
        })),
        {
          key: 'unanswered',
          title: t('consents.unanswered'),
          align: 'end',
          cell: (row) => (row.unanswered > 0 ? row.unanswered : <span className="text-muted">0</span>),
        },
      ]}
    />
  );
}

function Share({ ready, of }: { ready: number; of: number }) {
  const t = useT();
  const words = t('consents.readyOf', { n: ready, of });
  return <span className={of > 0 && ready === of ? 'text-success' : undefined}>{words}</span>;
}
