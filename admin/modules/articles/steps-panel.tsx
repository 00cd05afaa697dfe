import { dueIn, moment, shortDay } from '#lib/format.ts';
import { type ArticleSteps, getSteps, type Run, type Step } from '#modules/articles/steps.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Stop, Stops } from '../../ui/stops.tsx';
import type { PanelProps } from './panel.ts';
import { type RunStop, skipReason, stopsOf } from './run-stops.ts';
import { StepActs } from './step-acts.tsx';

/** The way of a text: who decided what when and why, what waits for whom until when, and what the reader may do. */
export function StepsPanel({ article, onChange }: PanelProps) {
  const t = useT();
  const read = useRead(getSteps, { articleId: article.id }, { enabled: article.inside });
  if (!article.inside) return null;
  const way = read.data;
  const [latest, ...earlier] = way?.runs ?? [];
  const planned = way && !latest;
  return (
    <Card title={t('steps.title')}>
      {read.error && !way && <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />}
      {!way && !read.error && <Skeleton lines={4} />}
      {planned && <Planned steps={way.planned} />}
      {way && latest && <RunWay articleId={article.id} run={latest} waitsFor={way.waitsFor} />}
      {way && <StepActs article={article} way={way} onChange={onChange} />}
      {earlier.length > 0 && <Earlier articleId={article.id} runs={earlier} />}
    </Card>
  );
}

function Planned({ steps }: { steps: readonly Step[] }) {
  const t = useT();
  const stops = steps.map(
    (step): Stop => ({ key: step.key, label: step.name, state: 'next', person: step.personName }),
  );
  return (
    <>
      <p className="mb-3 text-sm text-muted">{t('steps.planned')}</p>
      <Stops upright label={t('steps.title')} stops={stops} />
    </>
  );
}

interface RunWayProps {
  articleId: string;
  run: Run;
  waitsFor?: ArticleSteps['waitsFor'];
}

/** One run as a line of stops. */
function RunWay({ articleId, run, waitsFor = [] }: RunWayProps) {
  const t = useT();
  const language = useLanguage();
  const time = (at: string) => moment(at, Date.now(), language);
  const sent = run.decisions.find((one) => one.act === 'submitted');
  const first: Stop = {
    key: 'submitted',
    label: t('steps.submittedStop'),
    state: 'done',
    person: run.submittedByName,
    time: time(run.submittedAt),
    note: sent?.reason,
  };
  const stops = stopsOf(run).map((stop): Stop => {
    const { key, name: label, state, decision } = stop;
    if (state === 'now') return { key, label, state, ...nowOf(t, language, run, waitsFor) };
    const person = decision && [decision.onBehalfOf, decision.personName].filter(Boolean).join(' · ');
    return {
      key,
      label,
      state,
      person: person || undefined,
      time: decision?.personName ? time(decision.at) : undefined,
      note: noteOf(t, articleId, stop),
    };
  });
  return <Stops upright label={t('steps.title')} stops={[first, ...stops]} />;
}

type T = ReturnType<typeof useT>;

function nowOf(t: T, language: 'vi' | 'en', run: Run, waitsFor: readonly string[]): Pick<Stop, 'person' | 'time'> {
  const { claimedBy, delegatedTo, delegatedAs, dueOn } = run;
  const given = delegatedTo && [delegatedAs, delegatedTo.name].filter(Boolean).join(' ');
  const person = claimedBy
    ? t('steps.claimedBy', { who: claimedBy.name })
    : given
      ? t('steps.delegatedTo', { who: given })
      : t('steps.waits', { who: waitsFor.join(', ') || '–' });
  const due = dueOn && `${t('steps.due', { day: shortDay(dueOn) })} · ${dueIn(dueOn, Date.now(), language)}`;
  return { person, time: due ?? undefined };
}

function noteOf(t: T, articleId: string, { decision, editedFrom }: RunStop): Stop['note'] {
  if (!decision) return undefined;
  const why = skipReason(decision);
  if (why) return t(`steps.skip.${why}`);
  if (decision.act === 'withdrawn') return t('steps.withdrawn');
  const { reason, versionN } = decision;
  const changes = `${editedFrom}-${versionN}`;
  return (
    <>
      {reason && <span className="whitespace-pre-line wrap-anywhere">“{reason}”</span>}
      {versionN !== null && <span className="block text-muted">{t('steps.version', { n: versionN })}</span>}
      {editedFrom !== null && (
        <Link to={paths.article.to({ articleId }, { soSanh: changes })}>{t('steps.edited')}</Link>
      )}
    </>
  );
}

/** How it went before, folded away. */
function Earlier({ articleId, runs }: { articleId: string; runs: readonly Run[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <details className="mt-4 border-t border-line pt-3">
      <summary className="cursor-pointer text-sm">{t('steps.earlier', { n: runs.length })}</summary>
      <ol className="mt-3 flex flex-col gap-5">
        {runs.map((run) => (
          <li key={run.id}>
            <p className="mb-2 text-sm text-muted">
              {t(`steps.run.${run.state}`)} ·{' '}
              {t('steps.sentBy', {
                who: run.submittedByName ?? '–',
                time: moment(run.submittedAt, Date.now(), language),
              })}
            </p>
            <RunWay articleId={articleId} run={run} />
          </li>
        ))}
      </ol>
    </details>
  );
}
