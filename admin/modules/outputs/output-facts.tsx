import { moment, shortDay } from '#lib/format.ts';
import type { OutputDetail } from '#modules/outputs/outputs.contract.ts';
import { fileUrl } from '../../app/upload.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';

type Fact = readonly [label: string, value: React.ReactNode];

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const linkLook = 'text-primary underline';

export function OutputFacts({ row }: { row: OutputDetail }) {
  const t = useT();
  const language = useLanguage();
  const when = moment(row.createdAt, Date.now(), language);
  const by = row.recordedByName
    ? t('outputs.recordedBy', { name: row.recordedByName, when })
    : t('outputs.recordedByFeed', { when });
  return (
    <Card title={t('outputs.facts')}>
      <Facts
        facts={[
          [t('outputs.kind'), t(`ui.counts.${row.counts}`)],
          [t('outputs.day'), shortDay(row.madeOn)],
          [t('outputs.madeBy'), row.unitName],
          [t('outputs.team'), row.teamName],
          [t('outputs.author'), row.authorName],
          [t('outputs.outlet'), row.outlet],
          [t('outputs.source'), `${t(`outputs.source.${row.source}`)} · ${by}`],
          [
            t('outputs.file'),
            row.fileId && (
              <a className={linkLook} href={fileUrl(row.fileId)}>
                {t('outputs.fileOpen')}
              </a>
            ),
          ],
        ]}
      />
    </Card>
  );
}

/** The address and what its page said; the snapshot stays when the page is gone. */
export function CapturedPage({ row }: { row: OutputDetail }) {
  const t = useT();
  const language = useLanguage();
  if (!row.url) return null;
  const safe = /^https?:\/\//.test(row.url);
  return (
    <Card title={t('outputs.capturedTitle')}>
      <div className="flex flex-col gap-3">
        {safe ? (
          <a className={`${linkLook} wrap-anywhere`} href={row.url} target="_blank" rel="noreferrer noopener">
            {row.url}
          </a>
        ) : (
          <p className="wrap-anywhere">{row.url}</p>
        )}
        <Facts
          facts={[
            [t('outputs.siteName'), row.capture?.siteName ?? null],
            [
              t('outputs.snapshot'),
              row.snapshotId && (
                <a className={linkLook} href={fileUrl(row.snapshotId)}>
                  {row.capture?.at
                    ? t('outputs.capturedAt', { when: moment(row.capture.at, Date.now(), language) })
                    : t('outputs.snapshot')}
                  {row.capture?.words ? ` · ${t('outputs.words', { n: row.capture.words })}` : ''}
                </a>
              ),
            ],
          ]}
        />
        {row.joined.length > 0 && (
          <div>
            <p className="text-sm text-muted">{t('outputs.duplicates', { n: row.joined.length })}</p>
            <ul className="mt-1 flex flex-col gap-1 text-sm">
              {row.joined.map((one) => (
                <li key={one.id} className="wrap-anywhere">
                  {one.url ?? one.title}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  );
}
