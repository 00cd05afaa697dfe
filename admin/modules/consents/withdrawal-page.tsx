import FileText from 'lucide-react/icons/file-text';
import { dayOf, dueIn, shortDay } from '#lib/format.ts';
import { answerWithdrawal, getWithdrawal, type WithdrawalDetail } from '#modules/media/withdrawals.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DownloadLink } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { Stops } from '../../ui/stops.tsx';
import { toast } from '../../ui/toast.tsx';
import { PlaceAdd } from './place-add.tsx';
import { PlaceLine } from './place-line.tsx';
import { WithdrawalExtend } from './withdrawal-extend.tsx';
import { WithdrawalState } from './withdrawal-state.tsx';

/** One request to take consent back: its clocks in words, every place, and the letter to the family. */
export default function WithdrawalPage() {
  const t = useT();
  const { withdrawalId } = useAddress(paths.withdrawal);
  const read = useRead(getWithdrawal, { withdrawalId });
  const crumbs = [{ label: t('consents.overview'), to: paths.consents.to() }];
  if (!read.data)
    return (
      <Page title={t('consents.withdrawals')} crumbs={crumbs}>
        {read.error ? <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} /> : <PageSkeleton />}
      </Page>
    );
  const one = read.data;
  const facts = { class: one.className, by: one.askedBy, day: shortDay(dayOf(one.receivedAt)) };
  return (
    <Page
      title={t('consents.w.title', { name: one.pupilName })}
      lead={t('consents.w.lead', facts)}
      crumbs={crumbs}
      state={<WithdrawalState state={one.state} />}
      action={
        <DownloadLink icon={FileText} href={`/api/withdrawals/${one.id}/letter`}>
          {t('consents.w.letter')}
        </DownloadLink>
      }
    >
      <Clocks one={one} />
      <Places one={one} />
    </Page>
  );
}

function Clocks({ one }: { one: WithdrawalDetail }) {
  const t = useT();
  const now = Date.now();
  const by = (day: string) => t('consents.w.by', { day: shortDay(day), left: dueIn(day, now) });
  const carryOutBy = one.extendedTo ?? one.carryOutBy;
  const answer = useWrite(answerWithdrawal, {
    changes: ['/withdrawals', '/consent-overview'],
    onDone: () => toast({ tone: 'success', text: t('consents.w.answeredDone') }),
  });
  return (
    <Card title={t('consents.w.clocks')}>
      <div className="flex flex-col gap-4">
        <Stops
          upright
          label={t('consents.w.clocks')}
          stops={[
            {
              key: 'held',
              label: t(one.pictures > 0 ? 'consents.w.pictures' : 'consents.w.noPictures', { n: one.pictures }),
              state: 'done',
              note: scopeOf(t, one),
            },
            {
              key: 'answer',
              label: t('consents.w.answer'),
              state: one.answeredAt ? 'done' : 'now',
              note: one.answeredAt
                ? t('consents.w.answered', { day: shortDay(dayOf(one.answeredAt)) })
                : by(one.answerBy),
            },
            {
              key: 'carry-out',
              label: t('consents.w.carryOut'),
              state: one.doneAt ? 'done' : 'now',
              note: one.doneAt ? t('consents.w.carriedOut', { day: shortDay(dayOf(one.doneAt)) }) : by(carryOutBy),
            },
          ]}
        />
        {one.extendedTo && (
          <p className="text-sm">
            {t('consents.w.extended', { day: shortDay(one.extendedTo), reason: one.extensionReason ?? '' })}
          </p>
        )}
        <p className="text-xs text-muted">{one.source}</p>
        <div className="flex flex-wrap gap-3">
          {one.can.includes('answer') && (
            <Button
              look="primary"
              busy={answer.isPending}
              onClick={() =>
                answer.mutate(
                  { withdrawalId: one.id, version: one.version },
                  { onError: (problem) => toast({ tone: 'danger', text: problem.title }) },
                )
              }
            >
              {t('consents.w.sayAnswered')}
            </Button>
          )}
        </div>
        {one.can.includes('extend') && <WithdrawalExtend one={one} />}
      </div>
    </Card>
  );
}

function scopeOf(t: ReturnType<typeof useT>, one: WithdrawalDetail): string {
  const words = [
    ...(one.purposes ?? []).map((purpose) => t(`consents.purpose.${purpose}`)),
    ...(one.channels ?? []).map((channel) => t(`consents.channel.${channel}`)),
  ];
  return words.length > 0 ? words.join(', ') : t('consents.w.scopeAll');
}

function Places({ one }: { one: WithdrawalDetail }) {
  const t = useT();
  return (
    <Card flush title={t('consents.w.places')}>
      {one.places.length === 0 ? (
        <p className="px-4 py-4 text-muted">{t('consents.w.noPlaces')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {one.places.map((step) => (
            <PlaceLine key={step.id} step={step} />
          ))}
        </ul>
      )}
      {one.can.includes('add-step') && <PlaceAdd withdrawalId={one.id} />}
    </Card>
  );
}
