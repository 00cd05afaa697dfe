import FileArchive from 'lucide-react/icons/file-archive';
import { formatBytes, moment, shortDay } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { type Dossier, listDossiers, makeDossier } from '#modules/reports/reports.contract.ts';
import { useList, useWrite } from '../../app/data.ts';
import { useSession } from '../../app/session.tsx';
import { fileUrl } from '../../app/upload.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Table } from '../../ui/table.tsx';
import { toast } from '../../ui/toast.tsx';
import type { Span } from './spans.ts';

/** Hồ sơ minh chứng: asked here, put together by the server, kept to be downloaded again. */
export function Dossiers({ unitId, span }: { unitId: string; span: Span }) {
  const t = useT();
  const language = useLanguage();
  const { can } = useSession();
  const list = useList(listDossiers, { unitId, limit: 20 }, { refetchEvery: 5_000 });
  const make = useWrite(makeDossier, {
    changes: ['/dossiers'],
    onDone: () => toast({ text: t('reports.dossier.asked') }),
  });
  const when = (instant: string) => moment(instant, Date.now(), language);
  return (
    <Card
      flush
      title={t('reports.dossier.title')}
      action={
        can('outputs.record') && (
          <Button
            size="sm"
            icon={FileArchive}
            busy={make.isPending}
            onClick={() =>
              make.mutate(
                { id: newId(Date.now()), unitId, ...span },
                { onError: (problem) => toast({ tone: 'danger', text: problem.title }) },
              )
            }
          >
            {t('reports.dossier.make')}
          </Button>
        )
      }
    >
      <Table<Dossier>
        caption={t('reports.dossier.title')}
        rows={list.items}
        keyOf={(row) => row.id}
        empty={
          <EmptyState small title={t('reports.dossier.none')}>
            {t('reports.dossier.noneHint')}
          </EmptyState>
        }
        columns={[
          {
            key: 'span',
            title: t('reports.time'),
            cell: (row) => t('reports.dossier.span', { from: shortDay(row.from), to: shortDay(row.to) }),
          },
          {
            key: 'plan',
            title: t('reports.dossier.plan'),
            cell: (row) => row.planTitle ?? t('reports.dossier.all'),
            wide: true,
          },
          { key: 'items', title: t('reports.dossier.items'), align: 'end', cell: (row) => row.items ?? '' },
          {
            key: 'by',
            title: t('reports.dossier.by'),
            cell: (row) => `${row.requestedByName}, ${when(row.requestedAt)}`,
          },
          { key: 'get', title: '', align: 'end', cell: (row) => <Get dossier={row} /> },
        ]}
      />
      {list.hasMore && <More shown={list.items?.length ?? 0} hasMore busy={list.busy} onMore={list.more} />}
    </Card>
  );
}

function Get({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const language = useLanguage();
  if (dossier.state === 'waiting') return <StateTag tone="info">{t('reports.dossier.waiting')}</StateTag>;
  if (dossier.state === 'failed' || !dossier.fileId)
    return <StateTag tone="danger">{t('reports.dossier.failed')}</StateTag>;
  return (
    <a
      className="font-semibold text-primary underline-offset-2 hover:underline"
      href={fileUrl(dossier.fileId)}
      download
    >
      {t('reports.dossier.get', { size: formatBytes(dossier.bytes ?? 0, language) })}
    </a>
  );
}
