import { dayOf, formatNumber, shortDay } from '#lib/format.ts';
import { listSent, type SentRow } from '#modules/cascade/coverage.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';
import { referenceOf } from '../plans/plan-words.tsx';

const SHOWN = 5;

/** On the home page: the plans that my unit has in the field, how far each has spread, who is late and what waits for us. */
export function SentCard() {
  const t = useT();
  const { unit } = useSession();
  const sent = useRead(listSent, { unitId: unit?.id, limit: SHOWN }, { enabled: unit !== null, refetchEvery: 60_000 });
  const rows = sent.data?.items ?? [];
  if (rows.length === 0) return null;
  const all = sent.data?.next ? <Link to={paths.plans.to()}>{t('home.all')}</Link> : undefined;
  return (
    <Card title={t('cascade.sent.home')} flush action={all}>
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <SentLine key={row.planId} row={row} />
        ))}
      </ul>
    </Card>
  );
}

function SentLine({ row }: { row: SentRow }) {
  const t = useT();
  const facts = t('cascade.sent.facts', { reference: referenceOf(row), day: shortDay(dayOf(Date.parse(row.sentAt))) });
  const due = row.nextDue && t('cascade.sent.nextDue', { day: shortDay(row.nextDue) });
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <div className="min-w-0">
        <Link to={paths.planCoverage.to({ planId: row.planId })}>{row.title}</Link>
        <p className="text-xs text-muted">{due ? `${facts} · ${due}` : facts}</p>
        <Waiting row={row} />
      </div>
      <Spread word={t('cascade.coverage.ring.opened')} n={row.opened} of={row} />
      <Spread word={t('cascade.coverage.ring.answered')} n={row.answered} of={row} />
    </li>
  );
}

function Spread({ word, n, of }: { word: string; n: number; of: SentRow }) {
  return (
    <div className="self-start">
      <p className="text-xs text-muted">{word}</p>
      <Progress done={n} total={of.units} label={`${of.title}: ${word}`} />
    </div>
  );
}

/** Who is late, and what the sender has yet to answer or decide; each leads to exactly those. */
function Waiting({ row }: { row: SentRow }) {
  const t = useT();
  const language = useLanguage();
  const { planId } = row;
  const all: { n: number; key: 'late' | 'questions' | 'wishes'; tone: Tone; search: Record<string, string> }[] = [
    { n: row.late, key: 'late', tone: 'danger', search: { han: 'qua' } },
    { n: row.openQuestions, key: 'questions', tone: 'waiting', search: { muc: 'hoi-dap' } },
    { n: row.openWishes, key: 'wishes', tone: 'waiting', search: { muc: 'de-nghi' } },
  ];
  const shown = all.filter(({ n }) => n > 0);
  if (shown.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-2">
      {shown.map(({ n, key, tone, search }) => (
        <li key={key}>
          <Link
            to={paths.planCoverage.to({ planId }, search)}
            className="inline-flex min-h-6 items-center rounded-full"
          >
            <StateTag tone={tone}>{t(`cascade.sent.${key}`, { n: formatNumber(n, 0, language) })}</StateTag>
          </Link>
        </li>
      ))}
    </ul>
  );
}
