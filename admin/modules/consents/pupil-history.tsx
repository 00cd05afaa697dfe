import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import { addDays } from '#lib/working-days.ts';
import { listPupilAnswers } from '#modules/media/consents.contract.ts';
import { useRead } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { DownloadLink } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

type Answer = OutputOf<typeof listPupilAnswers>['items'][number];

/** Every answer for a pupil, also those that ended. */
export function PupilHistory({ pupilId }: { pupilId: string }) {
  const t = useT();
  const [shown, setShown] = useState(12);
  const read = useRead(listPupilAnswers, { pupilId });
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={3} />;
  if (read.data.items.length === 0) return <p className="text-muted">{t('consents.pupil.noHistory')}</p>;
  const { items } = read.data;
  return (
    <section aria-label={t('consents.pupil.history')}>
      <h3 className="mb-2 font-semibold">{t('consents.pupil.history')}</h3>
      <ul className="divide-y divide-line rounded-md border border-line">
        {items.slice(0, shown).map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
      <More
        shown={Math.min(shown, items.length)}
        total={items.length}
        hasMore={items.length > shown}
        onMore={() => setShown(items.length)}
      />
    </section>
  );
}

function Line({ one }: { one: Answer }) {
  const t = useT();
  const words = {
    party: t(`consents.party.${one.party}`),
    purpose: t(`consents.purpose.${one.purpose}`),
    channel: t(`consents.channel.${one.channel}`),
    answer: t(`consents.state.${one.answer}`).toLocaleLowerCase('vi'),
  };
  const signer = [one.givenBy, one.relation].filter(Boolean).join(', ');
  const facts = [
    t('consents.pupil.given', { day: shortDay(one.givenOn), number: one.wordingNumber }),
    signer && t('consents.pupil.by', { name: signer }),
    one.endedAt && one.endedBy
      ? t(`consents.pupil.ended.${one.endedBy}`, { day: shortDay(dayOf(one.endedAt)) })
      : t('consents.pupil.until', { day: shortDay(addDays(one.validTo, -1)) }),
  ];
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-3 py-2">
      <span className={one.endedAt ? 'text-muted' : undefined}>
        {t('consents.pupil.line', words)}
        <span className="block text-xs text-muted">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {one.evidence && (
        <DownloadLink look="quiet" size="sm" href={`/api/consents/${one.id}/evidence`}>
          {t('consents.pupil.scan')}
        </DownloadLink>
      )}
    </li>
  );
}
