import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { moment, shortDay } from '#lib/format.ts';
import { listHandIns, listReceived } from '#modules/media/hand-ins.contract.ts';
import { useList, useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyByHand } from '../../ui/copy-by-hand.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { toast } from '../../ui/toast.tsx';
import { HandInTag, useTermWords } from './hand-in-words.tsx';

type Received = OutputOf<typeof listReceived>;
type Row = Received['items'][number];
interface Term {
  schoolYear: number;
  semester: number;
}

/** This semester and the three before. */
function termsBefore(now: Term): Term[] {
  const terms = [now];
  while (terms.length < 4) {
    const { schoolYear, semester } = terms.at(-1)!;
    terms.push(semester === 2 ? { schoolYear, semester: 1 } : { schoolYear: schoolYear - 1, semester: 2 });
  }
  return terms;
}
const keyOf = ({ schoolYear, semester }: Term): string => `${schoolYear}-${semester}`;

/** Who below has handed in the photos of a semester, and who has not. */
export function ReceivedList({ unitId, unitName }: { unitId: string; unitName: string }) {
  const t = useT();
  const words = useTermWords();
  const [filters, setFilters] = useFilters({ hocKy: '' });
  const own = useRead(listHandIns, { unitId });
  if (own.error) return <ProblemNotice problem={own.error} onRetry={() => void own.refetch()} />;
  if (!own.data) return <Skeleton lines={4} />;
  const terms = termsBefore(own.data.now ?? thisTerm());
  const term = terms.find((one) => keyOf(one) === filters.hocKy) ?? terms[0]!;
  return (
    <div className="flex flex-col gap-4">
      <Select
        className="max-w-72"
        label={t('handins.semester')}
        value={keyOf(term)}
        options={terms.map((one) => ({ value: keyOf(one), label: words(one) }))}
        onChange={(hocKy) => setFilters({ hocKy })}
      />
      <Units unitId={unitId} unitName={unitName} term={term} />
    </div>
  );
}

/** Above the last unit nobody is handed anything: the semester of today stands in. */
function thisTerm(): Term {
  const today = new Date();
  const month = today.getMonth() + 1;
  const year = today.getFullYear();
  return month >= 2 && month < 9
    ? { schoolYear: year - 1, semester: 2 }
    : { schoolYear: month >= 9 ? year : year - 1, semester: 1 };
}

function Units({ unitId, unitName, term }: { unitId: string; unitName: string; term: Term }) {
  const t = useT();
  const list = useList(listReceived, { unitId, schoolYear: term.schoolYear, semester: term.semester, limit: 100 });
  // The sums stand on every page of the list; one row is enough to ask for them.
  const sums = useRead(listReceived, { unitId, schoolYear: term.schoolYear, semester: term.semester, limit: 1 });
  const columns = useColumns();
  if (list.query.error && !list.items)
    return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  if (!list.items) return <Skeleton lines={5} />;
  const first = sums.data;
  return (
    <>
      {first && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>
            {t('handins.sum', { sent: first.sent, units: first.units, received: first.received })}
            {first.dueOn && ` ${t('handins.dueBy', { day: shortDay(first.dueOn) })}`}
          </p>
          <Remind
            rows={list.items.filter((row) => row.state === null || row.state === 'returned')}
            term={term}
            unitName={unitName}
            dueOn={first.dueOn}
          />
        </div>
      )}
      <Card flush>
        <Table
          caption={t('handins.tab.received')}
          columns={columns}
          rows={list.items}
          keyOf={(row) => row.unitId}
          nameOf={(row) => row.unitName}
          linkOf={(row) => (row.handInId ? paths.handIn.to({ handInId: row.handInId }) : undefined)}
          empty={<EmptyState title={t('handins.noUnits')}>{t('handins.noUnitsHint')}</EmptyState>}
        />
        {list.items.length > 0 && (
          <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
        )}
      </Card>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useT();
  const language = useLanguage();
  return [
    { key: 'unit', title: t('handins.unit'), width: '45%', cell: (row) => row.unitName },
    { key: 'state', title: t('handins.state'), cell: (row) => <HandInTag state={row.state} /> },
    { key: 'pictures', title: t('handins.pictures'), align: 'end', cell: (row) => (row.handInId ? row.chosen : '') },
    {
      key: 'sentAt',
      title: t('handins.sentAt'),
      cell: (row) => (row.sentAt ? moment(row.sentAt, Date.now(), language) : ''),
    },
  ];
}

/** "Sao chép lời nhắc": polite words with the names of those who are missing, for a chat group. */
function Remind({
  rows,
  term,
  unitName,
  dueOn,
}: {
  rows: readonly Row[];
  term: Term;
  unitName: string;
  dueOn: string | null;
}) {
  const t = useT();
  const words = useTermWords();
  const [byHand, setByHand] = useState('');
  if (rows.length === 0) return null;
  const text = t('handins.remindText', {
    unit: unitName,
    term: words(term),
    due: dueOn ? shortDay(dueOn) : '',
    list: rows.map((row) => `- ${row.unitName}`).join('\n'),
    link: `${location.origin}/app${paths.handIns.to()}`,
  });
  const copy = async () => {
    if (!(await copyText(text))) return setByHand(text);
    toast({ tone: 'success', text: t('handins.remindCopied') });
  };
  return (
    <div className="flex flex-col gap-2">
      <Button icon={Copy} onClick={() => void copy()}>
        {t('handins.remind')}
      </Button>
      {byHand && <CopyByHand text={byHand} />}
    </div>
  );
}
