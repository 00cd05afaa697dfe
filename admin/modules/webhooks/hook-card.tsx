import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import Send from 'lucide-react/icons/send';
import { useState } from 'react';
import { moment } from '#lib/format.ts';
import {
  type Delivery,
  deleteWebhook,
  editWebhook,
  listDeliveries,
  renewSecret,
  resend,
  tryWebhook,
  type Webhook,
} from '#modules/webhooks/webhooks.contract.ts';
import { useList, useWrite } from '../../app/data.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { More } from '../../ui/more.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Table } from '../../ui/table.tsx';
import { toast } from '../../ui/toast.tsx';
import type { Shown } from './webhooks-page.tsx';

const changes = ['/webhooks'];

/** One webhook: where it leads, what it tells, and the messages of late. */
export function HookCard({ hook, onSecret }: { hook: Webhook; onSecret: (shown: Shown) => void }) {
  const t = useT();
  return (
    <Card
      title={hook.name}
      action={
        hook.state === 'active' ? (
          <StateTag tone="success">{t('webhooks.state.active')}</StateTag>
        ) : (
          <StateTag tone="warning" icon={Pause}>
            {t('webhooks.state.paused')}
          </StateTag>
        )
      }
    >
      <p className="font-mono text-sm wrap-anywhere">{hook.url}</p>
      <p className="mt-1 text-sm text-muted">
        {hook.unitName} · {hook.events.map((event) => t(`webhooks.event.${event}`)).join(', ')}
      </p>
      <HookActs hook={hook} onSecret={onSecret} />
      <Messages hook={hook} />
    </Card>
  );
}

function HookActs({ hook, onSecret }: { hook: Webhook; onSecret: (shown: Shown) => void }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const failed = (problem: { title: string }) => toast({ tone: 'danger', text: problem.title });
  const edit = useWrite(editWebhook, { changes });
  const attempt = useWrite(tryWebhook, { changes, onDone: () => toast({ text: t('webhooks.tried') }) });
  const renew = useWrite(renewSecret, {
    changes,
    onDone: ({ secret }) => {
      onSecret({ name: hook.name, secret });
      window.scrollTo({ top: 0 });
    },
  });
  const remove = useWrite(deleteWebhook, { changes });
  const active = hook.state === 'active';
  const { id: hookId, version } = hook;
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <Button
        size="sm"
        icon={Send}
        disabled={!active}
        busy={attempt.isPending}
        onClick={() => attempt.mutate({ hookId }, { onError: failed })}
      >
        {t('webhooks.try')}
      </Button>
      <Button
        size="sm"
        icon={active ? Pause : Play}
        busy={edit.isPending}
        onClick={() => edit.mutate({ hookId, version, state: active ? 'paused' : 'active' }, { onError: failed })}
      >
        {t(active ? 'webhooks.pause' : 'webhooks.resume')}
      </Button>
      <Button size="sm" busy={renew.isPending} onClick={() => renew.mutate({ hookId, version }, { onError: failed })}>
        {t('webhooks.renew')}
      </Button>
      <Button size="sm" look="quiet" onClick={() => setAsking(true)}>
        {t('webhooks.delete')}
      </Button>
      <Confirm
        open={asking}
        title={t('webhooks.deleteTitle', { name: hook.name })}
        verb={t('webhooks.delete')}
        danger
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate({ hookId }, { onError: failed })}
      >
        <p>{t('webhooks.deleteHint')}</p>
      </Confirm>
    </div>
  );
}

const tones = { waiting: 'info', delivered: 'success', 'given-up': 'danger' } as const;

function Messages({ hook }: { hook: Webhook }) {
  const t = useT();
  const language = useLanguage();
  const list = useList(listDeliveries, { hookId: hook.id, limit: 10 }, { refetchEvery: 10_000 });
  const again = useWrite(resend, { changes });
  const when = (instant: string) => moment(instant, Date.now(), language);
  if (list.items?.length === 0) return <p className="mt-4 text-sm text-muted">{t('webhooks.noMessages')}</p>;
  return (
    <div className="mt-4">
      <Table<Delivery>
        caption={t('webhooks.messages')}
        rows={list.items}
        keyOf={(row) => row.id}
        columns={[
          {
            key: 'event',
            title: t('webhooks.what'),
            cell: (row) => t(`webhooks.event.${row.event}` as 'webhooks.event.plan.sent'),
          },
          { key: 'at', title: t('webhooks.at'), cell: (row) => when(row.createdAt) },
          {
            key: 'state',
            title: t('webhooks.messageState'),
            cell: (row) => (
              <>
                <StateTag tone={tones[row.state]}>{t(`webhooks.message.${row.state}`)}</StateTag>
                {row.trouble && <span className="block text-xs text-muted">{row.trouble}</span>}
              </>
            ),
          },
          { key: 'attempts', title: t('webhooks.attempts'), align: 'end', cell: (row) => row.attempts, wide: true },
          {
            key: 'act',
            title: '',
            align: 'end',
            cell: (row) =>
              row.state === 'given-up' && (
                <Button size="sm" onClick={() => again.mutate({ hookId: hook.id, deliveryId: row.id })}>
                  {t('webhooks.resend')}
                </Button>
              ),
          },
        ]}
      />
      {list.hasMore && <More shown={list.items?.length ?? 0} hasMore busy={list.busy} onMore={list.more} />}
    </div>
  );
}
