import UserPlus from 'lucide-react/icons/user-plus';
import { moment } from '#lib/format.ts';
import { type InvitationRow, listInvitations } from '#modules/access/invitations.contract.ts';
import { useList } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { NothingHere, ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { InvitationActs } from './invitation-acts.tsx';

const tones = { waiting: 'info', accepted: 'success', revoked: 'neutral', expired: 'warning' } as const;

/** Invitations that were sent, with what became of them. */
export default function InvitationsPage() {
  const t = useT();
  const { canAnywhere } = useSession();
  if (canAnywhere('grants.manage')) return <Invitations />;
  return (
    <Page title={t('people.invitations.title')}>
      <NothingHere forbidden />
    </Page>
  );
}

function Invitations() {
  const t = useT();
  const [{ show }, setFilters] = useFilters({ show: '' });
  const all = show === 'all';
  const list = useList(listInvitations, { state: all ? undefined : 'waiting' }, { keepPrevious: true });
  const columns = useColumns();
  return (
    <Page
      title={t('people.invitations.title')}
      lead={t('people.invitations.lead')}
      crumbs={[{ label: t('people.title'), to: paths.people.to() }]}
      action={
        <LinkButton look="primary" icon={UserPlus} to={paths.peopleInvite.to()}>
          {t('people.add')}
        </LinkButton>
      }
    >
      <Tabs
        label={t('people.invitations.show')}
        value={all ? 'all' : 'waiting'}
        onChange={(key) => setFilters({ show: key === 'all' ? 'all' : '' })}
        tabs={[
          { key: 'waiting', label: t('people.invitations.waiting') },
          { key: 'all', label: t('people.invitations.all') },
        ]}
      >
        {list.query.error ? (
          <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
        ) : (
          <Card flush>
            <Table
              caption={t('people.invitations.title')}
              rows={list.items}
              keyOf={(row) => row.id}
              columns={columns}
              empty={
                <EmptyState
                  title={t(all ? 'people.invitations.none' : 'people.invitations.noneWaiting')}
                  action={<LinkButton to={paths.peopleInvite.to()}>{t('people.add')}</LinkButton>}
                >
                  {t('people.invitations.noneHint')}
                </EmptyState>
              }
            />
            {list.items && list.items.length > 0 && (
              <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
            )}
          </Card>
        )}
      </Tabs>
    </Page>
  );
}

function useColumns(): Column<InvitationRow>[] {
  const t = useT();
  const language = useLanguage();
  const when = (instant: string) => moment(instant, Date.now(), language);
  return [
    {
      key: 'person',
      title: t('people.invitations.person'),
      cell: (row) => (
        <>
          {row.personName}
          <span className="block text-xs font-normal wrap-anywhere text-muted">{row.email}</span>
        </>
      ),
    },
    {
      key: 'role',
      title: t('people.invitations.role'),
      cell: (row) => (
        <>
          {t(`ui.role.${row.role}`)}
          <span className="block text-xs text-muted">{row.unitName}</span>
        </>
      ),
    },
    {
      key: 'sent',
      title: t('people.invitations.sent'),
      cell: (row) => (
        <>
          {when(row.createdAt)}
          <span className="block text-xs text-muted">{row.invitedBy}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('people.invitations.state'),
      cell: (row) => (
        <>
          <StateTag tone={tones[row.state]}>{t(`people.invitations.state.${row.state}`)}</StateTag>
          {row.state === 'waiting' && (
            <span className="block text-xs text-muted">
              {t('people.invitations.until', { time: when(row.expiresAt) })}
            </span>
          )}
        </>
      ),
    },
    { key: 'acts', title: '', align: 'end', cell: (row) => <InvitationActs invitation={row} /> },
  ];
}
