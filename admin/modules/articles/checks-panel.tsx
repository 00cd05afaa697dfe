import CircleCheck from 'lucide-react/icons/circle-check';
import OctagonAlert from 'lucide-react/icons/octagon-alert';
import AlertTriangle from 'lucide-react/icons/triangle-alert';
import { type CheckFinding, checkArticle, checkLinks } from '#modules/articles/checks.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { toast } from '../../ui/toast.tsx';
import type { PanelProps } from './panel.ts';

/** What stands in the way of approval, stops first, each with its way out. */
export function ChecksPanel({ article }: PanelProps) {
  const t = useT();
  const input = { articleId: article.id };
  const { data, error, refetch, isFetching } = useRead(checkArticle, input, { enabled: article.inside });
  const links = useWrite(checkLinks, {
    onDone: () => {
      toast({ text: t('checks.linksAsked') });
      // Long enough for most sites; whoever cannot wait presses "check again".
      setTimeout(() => void refetch(), 15_000);
    },
  });
  // What has been said and approved is not said again of a public text nobody changes.
  if (!article.inside) return null;
  const settled = article.stage === 'published' || article.stage === 'taken-down' || !article.can.includes('write');
  if (settled && !data?.findings.length) return null;
  const again = (
    <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
      {t('checks.again')}
    </Button>
  );
  return (
    <Card title={t('checks.title')} action={again}>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={3} />}
      {data?.findings.length === 0 && (
        <div className="flex gap-3">
          <CircleCheck className="mt-0.5 size-5 shrink-0 text-success" aria-hidden />
          <div>
            <p>{t('checks.none')}</p>
            <p className="text-sm text-muted">{t('checks.noneHint')}</p>
          </div>
        </div>
      )}
      {data && data.findings.length > 0 && <Findings findings={data.findings} stops={data.stops} />}
      {data && data.uncheckedLinks > 0 && (
        <div className="mt-4 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-3 text-sm">
          <span className="text-muted">{t('checks.links', { count: data.uncheckedLinks })}</span>
          <Button size="sm" busy={links.isPending} onClick={() => links.mutate(input)}>
            {t('checks.checkLinks')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Findings({ findings, stops }: { findings: CheckFinding[]; stops: number }) {
  const t = useT();
  const warns = findings.length - stops;
  return (
    <>
      <p className="mb-3 flex flex-wrap gap-2">
        {stops > 0 && (
          <StateTag tone="danger" icon={OctagonAlert}>
            {t('checks.stops', { count: stops })}
          </StateTag>
        )}
        {warns > 0 && (
          <StateTag tone="warning" icon={AlertTriangle}>
            {t('checks.warns', { count: warns })}
          </StateTag>
        )}
      </p>
      <ul className="flex flex-col divide-y divide-line">
        {findings.map((one) => (
          <Finding key={[one.code, one.block, one.cutId, one.otherId, one.sentence].join(' ')} finding={one} />
        ))}
      </ul>
    </>
  );
}

function Finding({ finding }: { finding: CheckFinding }) {
  const t = useT();
  const stop = finding.severity === 'stop';
  const Icon = stop ? OctagonAlert : AlertTriangle;
  return (
    <li className="flex gap-3 py-3 first:pt-0 last:pb-0">
      <Icon
        className={`mt-0.5 size-4 shrink-0 ${stop ? 'text-danger' : 'text-warning'}`}
        aria-label={t(stop ? 'checks.stop' : 'checks.warn')}
      />
      <div className="min-w-0 wrap-break-word">
        <p>
          {finding.sentence}
          {finding.block !== null && (
            <span className="text-muted"> {t('checks.where', { block: finding.block + 1 })}.</span>
          )}
        </p>
        <p className="text-sm text-muted">{finding.fix}</p>
        {finding.otherId && <Link to={paths.article.to({ articleId: finding.otherId })}>{t('checks.openOther')}</Link>}
      </div>
    </li>
  );
}
