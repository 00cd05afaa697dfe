import { useState } from 'react';
import { getOutput, type OutputDetail } from '#modules/outputs/outputs.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemPage } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { OutputActs } from './output-acts.tsx';
import { OutputEdit } from './output-edit.tsx';
import { CapturedPage, OutputFacts } from './output-facts.tsx';
import { OutputMoments } from './output-moments.tsx';
import { OutputSign } from './output-signs.tsx';
import { WhereItCounts } from './where-it-counts.tsx';

/** One item: what it is, what was captured, its way up, and what may be done with it. */
export default function OutputPage() {
  const t = useT();
  const { outputId } = useAddress(paths.output);
  const [editing, setEditing] = useState(false);
  const read = useRead(getOutput, { outputId });
  const waiting = read.data?.captureState === 'waiting';
  useRead(getOutput, { outputId }, { enabled: waiting, refetchEvery: waiting ? 2000 : undefined });
  if (!read.data)
    return read.error ? <ProblemPage problem={read.error} onRetry={() => void read.refetch()} /> : <PageSkeleton />;
  const row = read.data;
  const refused = row.captureState === 'refused' && row.capture?.sentence;
  return (
    <Page
      title={row.title}
      lead={[row.unitName, row.teamName].filter(Boolean).join(' · ')}
      crumbs={[{ label: t('outputs.back'), to: paths.outputs.to() }]}
      state={<OutputSign row={row} />}
      action={<OutputActs row={row} onEdit={() => setEditing(true)} />}
    >
      {row.withdrawnAt && <Notice title={t('outputs.withdrawnBecause', { reason: row.withdrawnReason ?? '' })} />}
      {row.originKind && <KeptElsewhere row={row} />}
      {row.joinedTo && <Notice title={t('outputs.joinedTo', { title: row.joinedTitle ?? '' })} />}
      {refused && <Notice tone={row.stands ? 'info' : 'warning'} title={refused} />}
      {row.captureState === 'captured' && row.capture?.dateFrom === null && row.capture.reason === null && (
        <Notice tone="warning" title={t('outputs.dateUnknown')} />
      )}
      {editing && row.can.includes('edit') ? (
        <OutputEdit row={row} onDone={() => setEditing(false)} />
      ) : (
        <>
          <Card title={t('outputs.way')}>
            <OutputMoments row={row} />
          </Card>
          <div className="grid gap-6 lg:grid-cols-2">
            <OutputFacts row={row} />
            <CapturedPage row={row} />
          </div>
          <WhereItCounts row={row} />
        </>
      )}
    </Page>
  );
}

/** What the newsroom keeps is changed there. */
function KeptElsewhere({ row }: { row: OutputDetail }) {
  const t = useT();
  const { originKind, originId } = row;
  const to =
    originKind === 'article' && originId
      ? paths.article.to({ articleId: originId })
      : originKind === 'hand-in' && originId
        ? paths.handIn.to({ handInId: originId })
        : originKind === 'placement'
          ? paths.placements.to()
          : undefined;
  if (!to) return null;
  return (
    <Notice title={t('outputs.keptElsewhere')}>
      <Link to={to}>{t('outputs.openOrigin')}</Link>
    </Notice>
  );
}
