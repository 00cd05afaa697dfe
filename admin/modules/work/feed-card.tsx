import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { useState } from 'react';
import { moment } from '#lib/format.ts';
import { type Feed, listFeeds, makeFeed, revokeFeed } from '#modules/work/feeds.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import type { MyUnit } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';

/** A private address for calendar programs: made, copied once, revoked. */
export function FeedCard({ unit }: { unit: MyUnit }) {
  const t = useT();
  const [address, setAddress] = useState<string>();
  const read = useRead(listFeeds, {});
  const make = useWrite(makeFeed, { changes: ['/calendar-feeds'], onDone: (made) => setAddress(made.address) });
  return (
    <Card title={t('calendar.feed.title')}>
      <div className="flex flex-col gap-4">
        <p className="max-w-[80ch] text-muted">{t('calendar.feed.lead', { unit: unit.name })}</p>
        {(make.error ?? read.error) && <ProblemNotice problem={(make.error ?? read.error)!} />}
        {address && <NewAddress address={address} />}
        <div>
          <Button icon={CalendarPlus} busy={make.isPending} onClick={() => make.mutate({ unitId: unit.id })}>
            {t('calendar.feed.make')}
          </Button>
        </div>
        {read.data && read.data.items.length > 0 && (
          <ul className="divide-y divide-line border-t border-line">
            {read.data.items.map((feed) => (
              <FeedLine key={feed.id} of={feed} onRevoked={() => setAddress(undefined)} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function NewAddress({ address }: { address: string }) {
  const t = useT();
  return (
    <Notice live tone="success" title={t('calendar.feed.once')}>
      <CopyField
        className="mt-2"
        label={t('calendar.feed.address')}
        value={address}
        verb={t('calendar.feed.copy')}
        done={t('calendar.feed.copied')}
      />
    </Notice>
  );
}

function FeedLine({ of, onRevoked }: { of: Feed; onRevoked: () => void }) {
  const t = useT();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const revoke = useWrite(revokeFeed, {
    changes: ['/calendar-feeds'],
    onDone: () => {
      toast({ text: t('calendar.feed.revoked') });
      onRevoked();
    },
  });
  const when = (at: string) => moment(at, Date.now(), language);
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-2">
      <span className="min-w-0">
        {of.unitName}
        <span className="block text-xs text-muted">
          {t('calendar.feed.made', { at: when(of.createdAt) })} ·{' '}
          {of.lastReadAt ? t('calendar.feed.read', { at: when(of.lastReadAt) }) : t('calendar.feed.unread')}
        </span>
      </span>
      <Button size="sm" onClick={() => setAsking(true)}>
        {t('calendar.feed.revoke')}
      </Button>
      <Confirm
        open={asking}
        title={t('calendar.feed.revokeAsk', { unit: of.unitName })}
        verb={t('calendar.feed.revoke')}
        danger
        busy={revoke.isPending}
        onConfirm={() => revoke.mutate({ feedId: of.id }, { onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        {t('calendar.feed.revokeHint')}
      </Confirm>
    </li>
  );
}
