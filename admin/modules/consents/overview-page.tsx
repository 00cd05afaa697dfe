import type { OutputOf } from '#lib/contract.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import { consentChannels } from '#modules/media/classes.contract.ts';
import { consentOverview } from '#modules/media/consents.contract.ts';
import { listAskedSteps, listWithdrawals, type WithdrawalRow } from '#modules/media/withdrawals.contract.ts';
import { useList, useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { Table } from '../../ui/table.tsx';
import { ClassTable } from './class-table.tsx';
import { PlaceLine } from './place-line.tsx';
import { WithdrawalState } from './withdrawal-state.tsx';
import { Wordings } from './wordings.tsx';

/** How the school stands with consent: by channel, by class, what ends, what is being taken back. */
export default function OverviewPage() {
  const t = useT();
  const { unit, can } = useSession();
  const entrusted = unit !== null && can('consents.read');
  const read = useRead(consentOverview, { unitId: unit?.id ?? '' }, { enabled: entrusted });
  if (!unit || !entrusted)
    return (
      <Page title={t('consents.overview')}>
        <EmptyState title={t(unit ? 'consents.notEntrusted' : 'consents.noUnit')}>
          {unit && t('consents.notEntrustedHint')}
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={t('consents.overview')}
      lead={t('consents.overviewLead', { unit: unit.name })}
      action={
        <LinkButton look="primary" to={paths.classes.to()}>
          {t('consents.seeClasses')}
        </LinkButton>
      }
    >
      {read.error && <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />}
      {!read.data && !read.error && <PageSkeleton />}
      {read.data && <Standing data={read.data} />}
      <Asked unitId={unit.id} />
      <Withdrawals unitId={unit.id} />
      <Wordings unitId={unit.id} />
    </Page>
  );
}

function Standing({ data }: { data: OutputOf<typeof consentOverview> }) {
  const t = useT();
  return (
    <>
      {data.lateWithdrawals > 0 && <Notice tone="danger" title={t('consents.late', { n: data.lateWithdrawals })} />}
      {data.endingSoon > 0 && data.endsOn && (
        <Notice tone="warning" title={t('consents.endingSoon', { n: data.endingSoon, day: shortDay(data.endsOn) })}>
          {t('consents.endingSoonHint')}
        </Notice>
      )}
      {data.pupils > 0 && (
        <Card title={t('consents.byChannel')}>
          <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
            {consentChannels.map((channel) => {
              const facts = { channel: t(`consents.channel.${channel}`), n: data.ready[channel] ?? 0, of: data.pupils };
              return (
                <li key={channel} className="flex flex-col gap-1">
                  <span>{facts.channel}</span>
                  <Progress done={facts.n} total={facts.of} label={t('consents.readyOn', facts)} />
                </li>
              );
            })}
          </ul>
        </Card>
      )}
      <Card flush title={t('consents.byClass')}>
        <ClassTable
          items={data.classes}
          empty={
            <EmptyState small title={t('consents.noClasses')}>
              {t('consents.noClassesHint')}
            </EmptyState>
          }
        />
      </Card>
    </>
  );
}

function Asked({ unitId }: { unitId: string }) {
  const t = useT();
  const read = useRead(listAskedSteps, { unitId });
  const others = read.data?.items.filter((step) => step.placeKind === 'copy') ?? [];
  if (others.length === 0) return null;
  return (
    <Card flush title={t('consents.asked')}>
      <ul className="divide-y divide-line">
        {others.map((step) => (
          <PlaceLine
            key={step.id}
            step={step}
            note={t('consents.askedLine', { from: step.fromUnit, day: shortDay(step.dueOn) })}
          />
        ))}
      </ul>
    </Card>
  );
}

function Withdrawals({ unitId }: { unitId: string }) {
  const t = useT();
  const list = useList(listWithdrawals, { unitId });
  return (
    <Card flush title={t('consents.withdrawals')}>
      {list.query.error && <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />}
      <Table<WithdrawalRow>
        caption={t('consents.withdrawals')}
        rows={list.items}
        keyOf={(row) => row.id}
        linkOf={(row) => paths.withdrawal.to({ withdrawalId: row.id })}
        empty={
          <EmptyState small title={t('consents.noWithdrawals')}>
            {t('consents.noWithdrawalsHint')}
          </EmptyState>
        }
        columns={[
          { key: 'pupil', title: t('consents.col.pupil'), cell: (row) => `${row.pupilName}, ${row.className}` },
          { key: 'received', title: t('consents.col.received'), cell: (row) => shortDay(dayOf(row.receivedAt)) },
          {
            key: 'answerBy',
            title: t('consents.col.answerBy'),
            cell: (row) => shortDay(row.answerBy),
          },
          {
            key: 'carryOutBy',
            title: t('consents.col.carryOutBy'),
            cell: (row) => shortDay(row.extendedTo ?? row.carryOutBy),
          },
          {
            key: 'places',
            title: t('consents.col.places'),
            align: 'end',
            cell: (row) => t('consents.readyOf', { n: row.steps.settled, of: row.steps.all }),
          },
          { key: 'state', title: t('consents.col.state'), cell: (row) => <WithdrawalState state={row.state} /> },
        ]}
      />
      {list.items && list.items.length > 0 && (
        <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
      )}
    </Card>
  );
}
