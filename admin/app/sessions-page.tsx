import { useState } from 'react';
import { moment } from '#lib/format.ts';
import { listSessions, revokeOtherSessions, revokeSession, type SessionRow } from '#modules/access/access.contract.ts';
import { useLanguage, useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Page } from '../ui/page.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { Table } from '../ui/table.tsx';
import { toast } from '../ui/toast.tsx';
import { useRead, useWrite } from './data.ts';
import { ProblemNotice } from './problem-notice.tsx';

export default function SessionsPage() {
  const t = useT();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useRead(listSessions, {});
  const revokeOthers = useWrite(revokeOtherSessions, {
    changes: ['/sessions'],
    onDone: ({ ended }) => {
      setAsking(false);
      toast({ text: t('ui.sessions.endedOthers', { n: ended }) });
    },
  });
  const when = (instant: string) => moment(instant, Date.now(), language);
  const others = data?.items.some((session) => !session.current);
  return (
    <Page
      title={t('ui.sessions.title')}
      lead={t('ui.sessions.lead')}
      action={others && <Button onClick={() => setAsking(true)}>{t('ui.sessions.endOthers')}</Button>}
    >
      {error ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : (
        <Card flush>
          <Table<SessionRow>
            caption={t('ui.sessions.title')}
            rows={data?.items}
            keyOf={(row) => row.id}
            columns={[
              { key: 'device', title: t('ui.sessions.device'), cell: (row) => row.device },
              { key: 'network', title: t('ui.sessions.network'), cell: (row) => row.network ?? '' },
              { key: 'since', title: t('ui.sessions.since'), cell: (row) => when(row.createdAt) },
              { key: 'last', title: t('ui.sessions.last'), cell: (row) => when(row.lastSeenAt) },
              { key: 'end', title: '', align: 'end', cell: (row) => <EndSession session={row} /> },
            ]}
          />
        </Card>
      )}
      <Confirm
        open={asking}
        title={t('ui.sessions.endOthersTitle')}
        verb={t('ui.sessions.endOthers')}
        danger
        busy={revokeOthers.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => revokeOthers.mutate({})}
      >
        <p>{t('ui.sessions.endOthersHint')}</p>
      </Confirm>
    </Page>
  );
}

function EndSession({ session }: { session: SessionRow }) {
  const t = useT();
  const end = useWrite(revokeSession, {
    changes: ['/sessions'],
    onDone: () => toast({ text: t('ui.sessions.ended', { device: session.device }) }),
  });
  if (session.current) return <StateTag tone="success">{t('ui.sessions.this')}</StateTag>;
  return (
    <Button size="sm" busy={end.isPending} onClick={() => end.mutate({ sessionId: session.id })}>
      {t('ui.sessions.end')}
    </Button>
  );
}
