import { listAudit } from '#modules/audit/audit.contract.ts';
import { getPerson } from '#modules/org/people.contract.ts';
import { useList, useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { NothingHere, ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PersonPicker } from '../org/person-picker.tsx';
import { AuditLine } from './audit-line.tsx';

const kinds = [
  'plan',
  'plan-line',
  'dispatch',
  'addressee',
  'reminder',
  'plan-question',
  'plan-answer',
  'activity',
  'evidence',
  'output',
  'quota',
  'toolkit-piece',
  'calendar-day',
  'document',
  'unit',
  'unit-change',
  'person',
  'post',
  'grant',
  'invitation',
  'import',
  'account',
  'session',
  'api-token',
  'webhook',
] as const;
const filterNames = { person: '', kind: '', subject: '' };
type Filters = typeof filterNames;

/** Everything that was written in the reach, newest first, with what it was before and after. */
export default function AuditPage() {
  const t = useT();
  const { canAnywhere } = useSession();
  if (canAnywhere('audit.read')) return <Audit />;
  return (
    <Page title={t('audit.title')}>
      <NothingHere forbidden />
    </Page>
  );
}

function Audit() {
  const t = useT();
  const [filters, setFilters] = useFilters(filterNames);
  const { person, kind, subject } = filters;
  const list = useList(
    listAudit,
    { personId: person || undefined, subjectKind: kind || undefined, subjectId: subject || undefined },
    { keepPrevious: true },
  );
  const filtered = person !== '' || kind !== '' || subject !== '';
  const clear = () => setFilters({ person: '', kind: '', subject: '' });
  const subjectName = list.items?.[0]?.names[subject] ?? t('audit.subjectUnnamed');
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <AuditFilters filters={filters} onChange={setFilters} />
      {subject !== '' && (
        <Notice
          title={t('audit.subjectOnly', { name: subjectName })}
          action={
            <Button size="sm" onClick={() => setFilters({ subject: '' })}>
              {t('audit.subjectAll')}
            </Button>
          }
        />
      )}
      {list.query.error ? (
        <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
      ) : (
        <Card flush>
          {!list.items && <Skeleton className="p-4" lines={8} />}
          {list.items?.length === 0 && <NothingHappened filtered={filtered} onClear={clear} />}
          <ul className="divide-y divide-line">
            {list.items?.map((record) => (
              <AuditLine key={record.id} record={record} />
            ))}
          </ul>
          {list.items && list.items.length > 0 && (
            <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
          )}
        </Card>
      )}
    </Page>
  );
}

function NothingHappened({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useT();
  return filtered ? (
    <EmptyState title={t('audit.notFound')} action={<Button onClick={onClear}>{t('audit.clear')}</Button>}>
      {t('audit.notFoundHint')}
    </EmptyState>
  ) : (
    <EmptyState title={t('audit.none')}>{t('audit.noneHint')}</EmptyState>
  );
}

function AuditFilters({ filters, onChange }: { filters: Filters; onChange: (change: Partial<Filters>) => void }) {
  const t = useT();
  const { data: person } = useRead(getPerson, { personId: filters.person }, { enabled: filters.person !== '' });
  return (
    <search className="grid items-end gap-3 sm:grid-cols-2">
      <PersonPicker
        label={t('audit.person')}
        value={filters.person !== '' && person ? person : null}
        onChange={(picked) => onChange({ person: picked?.id ?? '' })}
      />
      <Select
        label={t('audit.kind')}
        value={filters.kind}
        onChange={(kind) => onChange({ kind })}
        options={[
          { value: '', label: t('audit.anyKind') },
          ...kinds.map((value) => ({ value, label: t(`audit.kind.${value}`) })),
        ]}
      />
    </search>
  );
}
