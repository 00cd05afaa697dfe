import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import FileText from 'lucide-react/icons/file-text';
import type { ReactNode } from 'react';
import { dayOf } from '#lib/format.ts';
import { reportFigures } from '#modules/reports/reports.contract.ts';
import { useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DownloadLink } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Dossiers } from './dossiers.tsx';
import { type Span, spanKinds, spanOf } from './spans.ts';

/** Documents at any time: for the unit I act for, over any time. */
export default function ReportsPage() {
  const t = useT();
  const { unit } = useSession();
  const today = dayOf(Date.now());
  const usual = spanOf('schoolYear', today);
  const [filters, setFilters] = useFilters({ tu: '', den: '' });
  const span: Span = { from: filters.tu || usual.from, to: filters.den || usual.to };
  if (!unit)
    return (
      <Page title={t('reports.title')}>
        <EmptyState title={t('reports.noUnit')} />
      </Page>
    );
  const set = ({ from, to }: Span) => setFilters({ tu: from, den: to });
  return (
    <Page title={t('reports.title')} lead={t('reports.lead', { unit: unit.name })}>
      <Card title={t('reports.time')}>
        <div className="flex flex-wrap items-end gap-4">
          <DateField label={t('reports.from')} value={span.from} onChange={(from) => from && set({ ...span, from })} />
          <DateField label={t('reports.to')} value={span.to} onChange={(to) => to && set({ ...span, to })} />
          <div className="flex flex-wrap gap-2">
            {spanKinds.map((kind) => {
              const one = spanOf(kind, today);
              const chosen = one.from === span.from && one.to === span.to;
              return (
                <Button
                  key={kind}
                  size="sm"
                  aria-pressed={chosen}
                  look={chosen ? 'primary' : 'secondary'}
                  onClick={() => set(one)}
                >
                  {t(`reports.span.${kind}`)}
                </Button>
              );
            })}
          </div>
        </div>
      </Card>
      <Papers unitId={unit.id} span={span} />
      <Dossiers unitId={unit.id} span={span} />
    </Page>
  );
}

function Papers({ unitId, span }: { unitId: string; span: Span }) {
  const t = useT();
  const { data, error, refetch } = useRead(reportFigures, { unitId, ...span }, { keepPrevious: true });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  const at = (name: string, format: string) =>
    `/api/units/${unitId}/${name}?from=${span.from}&to=${span.to}&format=${format}`;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Paper
        title={t('reports.list')}
        lead={t('reports.listLead')}
        figures={data && t('reports.listFigures', { n: data.outputs, units: data.units })}
        docx={at('output-list', 'docx')}
        xlsx={at('output-list', 'xlsx')}
      />
      <Paper
        title={t('reports.standing')}
        lead={t('reports.standingLead')}
        figures={
          data &&
          t('reports.standingFigures', {
            plans: data.plans,
            activities: data.activities,
            due: data.due,
            done: data.done,
          })
        }
        docx={at('standing-report', 'docx')}
        xlsx={at('standing-report', 'xlsx')}
      />
    </div>
  );
}

interface PaperProps {
  title: string;
  lead: string;
  figures: ReactNode;
  docx: string;
  xlsx: string;
}

function Paper({ title, lead, figures, docx, xlsx }: PaperProps) {
  const t = useT();
  return (
    <Card title={title}>
      <p>{lead}</p>
      <p className="mt-2 min-h-6 text-sm text-muted" role="status">
        {figures}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <DownloadLink icon={FileText} href={docx} aria-label={t('reports.docxOf', { title })}>
          {t('reports.docx')}
        </DownloadLink>
        <DownloadLink icon={FileSpreadsheet} href={xlsx} aria-label={t('reports.xlsxOf', { title })}>
          {t('reports.xlsx')}
        </DownloadLink>
      </div>
    </Card>
  );
}
