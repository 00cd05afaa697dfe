import type { ReactNode } from 'react';
import { longDay, moment } from '#lib/format.ts';
import { getPlacement, type PlacementRow } from '#modules/channels/placements.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { fileUrl } from '../../app/upload.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { DownloadLink, Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PlacementActs } from './placement-acts.tsx';
import { PlacementStateTag } from './placement-state.tsx';

/** One placement: the evidence, what is asked of the outlet, and what became of it. */
export function PlacementPane({ placementId }: { placementId: string }) {
  const { data, error, refetch } = useRead(getPlacement, { placementId });
  if (data) return <Placed key={data.id} row={data} />;
  return error ? (
    <ProblemNotice problem={error} onRetry={() => void refetch()} />
  ) : (
    <Card>
      <Skeleton lines={6} />
    </Card>
  );
}

function Placed({ row }: { row: PlacementRow }) {
  const t = useT();
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <header className="flex flex-col gap-2">
          <div>
            <PlacementStateTag row={row} />
          </div>
          <h2 className="text-xl font-semibold wrap-anywhere">{row.title}</h2>
          <p className="text-sm text-muted">{[row.outletName, row.subjectUnitName].join(' · ')}</p>
        </header>
        {row.removal && (
          <Notice tone={row.state === 'removal-asked' ? 'warning' : 'info'} title={t(`channels.why.${row.removal}`)}>
            {row.reason}
          </Notice>
        )}
        {row.joined && <Notice title={row.joined} />}
        <Facts row={row} />
        <PlacementActs row={row} />
      </div>
    </Card>
  );
}

function Facts({ row }: { row: PlacementRow }) {
  const t = useT();
  const language = useLanguage();
  const letter =
    row.letter === 'sent'
      ? t('channels.letter.sent', { time: row.letterAt ? moment(row.letterAt, Date.now(), language) : '' })
      : row.letter && t(`channels.letter.${row.letter}`);
  const links = [
    row.url && (
      <a key="url" href={row.url} target="_blank" rel="noreferrer" className="text-primary underline wrap-anywhere">
        {t('channels.openLink', { outlet: row.outletName })}
      </a>
    ),
    row.outputId && (
      <Link key="output" to={paths.output.to({ outputId: row.outputId })}>
        {t('channels.openOutput')}
      </Link>
    ),
    row.subjectKind === 'article' && (
      <Link key="article" to={paths.article.to({ articleId: row.subjectId })}>
        {t('channels.openArticle')}
      </Link>
    ),
  ].filter(Boolean);
  return (
    <>
      <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4 gap-y-2 text-sm">
        <Fact name={t('channels.day')}>{row.placedOn && longDay(row.placedOn, language)}</Fact>
        <Fact name={t('channels.version')}>
          {row.versionN && t('channels.versionN', { n: row.versionN, m: row.pictures })}
        </Fact>
        <Fact name={t('channels.state.asked')}>
          {row.askedAt && [moment(row.askedAt, Date.now(), language), letter].filter(Boolean).join(' · ')}
        </Fact>
        <Fact name={t('channels.note')}>{row.note}</Fact>
        <Fact name={t('channels.reason')}>{row.removal === null && row.reason}</Fact>
        <Fact name={t('channels.recordedBy')}>{row.recordedByName}</Fact>
      </dl>
      {row.scanFileId && (
        <div>
          <DownloadLink href={fileUrl(row.scanFileId)}>{t('channels.openScan')}</DownloadLink>
        </div>
      )}
      {links.length > 0 && <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">{links}</p>}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere whitespace-pre-line">{children}</dd>
    </>
  );
}
