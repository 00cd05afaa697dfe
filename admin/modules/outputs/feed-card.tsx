import { useState } from 'react';
import { moment } from '#lib/format.ts';
import { readFeedNow, type SiteFeed, setFeedState } from '#modules/outputs/feeds.contract.ts';
import { useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import type { Problem } from '../../app/problem.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Link } from '../../ui/link.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { toast } from '../../ui/toast.tsx';

const refused = (problem: Problem) => toast({ tone: 'danger', text: problem.title });

/** One site: what it is, how reading goes, what may be done. */
export function FeedCard({ feed, ownUnitId }: { feed: SiteFeed; ownUnitId: string | undefined }) {
  const t = useT();
  const language = useLanguage();
  const when = (at: string) => moment(at, Date.now(), language);
  const tone = feed.state === 'paused' ? 'warning' : feed.lastError ? 'warning' : feed.lastReadAt ? 'success' : 'info';
  const state = feed.state === 'active' && !feed.lastReadAt ? 'first' : feed.state;
  return (
    <Card>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 className="min-w-0 font-semibold wrap-anywhere">{feed.title ?? feed.siteUrl}</h2>
          <StateTag tone={tone}>{t(`outputs.feed.${state}`)}</StateTag>
        </div>
        <p className="text-sm text-muted wrap-anywhere">
          {[feed.unitId === ownUnitId ? null : feed.unitName, feed.url ?? feed.siteUrl, feed.kind?.toUpperCase()]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {feed.lastError && (
          <p className="text-sm text-warning">
            {feed.lastError} {feed.failures > 1 && `(${t('outputs.feedFailures', { n: feed.failures })})`}
          </p>
        )}
        <p className="text-sm">
          {[
            feed.lastReadAt && t('outputs.feedRead', { when: when(feed.lastReadAt) }),
            feed.state === 'active' && feed.lastReadAt && t('outputs.feedNext', { when: when(feed.nextAt) }),
            feed.lastReadAt && t('outputs.feedEvery', { n: feed.intervalMinutes }),
            t('outputs.feedTaken', { n: feed.taken }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          {feed.can.includes('manage') && <Acts feed={feed} />}
          {feed.taken > 0 && (
            <Link to={paths.outputs.to({}, { nguon: 'feed', phamVi: feed.unitId === ownUnitId ? '' : 'below' })}>
              {t('outputs.feedSeen')}
            </Link>
          )}
        </div>
      </div>
    </Card>
  );
}

function Acts({ feed }: { feed: SiteFeed }) {
  const t = useT();
  const [stopping, setStopping] = useState(false);
  const what = { feedId: feed.id, version: feed.version };
  const now = useWrite(readFeedNow, { changes: ['/feeds'] });
  const set = useWrite(setFeedState, { changes: ['/feeds'], onDone: () => setStopping(false) });
  const to = (state: SiteFeed['state']) => set.mutate({ ...what, state }, { onError: refused });
  return (
    <>
      <Button size="sm" busy={now.isPending} onClick={() => now.mutate(what, { onError: refused })}>
        {t('outputs.feedNow')}
      </Button>
      {feed.state === 'active' ? (
        <Button size="sm" look="quiet" onClick={() => to('paused')}>
          {t('outputs.feedPause')}
        </Button>
      ) : (
        <Button size="sm" look="quiet" onClick={() => to('active')}>
          {t('outputs.feedResume')}
        </Button>
      )}
      <Button size="sm" look="quiet" onClick={() => setStopping(true)}>
        {t('outputs.feedStop')}
      </Button>
      <Confirm
        open={stopping}
        title={t('outputs.feedStopTitle')}
        verb={t('outputs.feedStop')}
        busy={set.isPending}
        onConfirm={() => to('stopped')}
        onClose={() => setStopping(false)}
      >
        {t('outputs.feedStopHint')}
      </Confirm>
    </>
  );
}
