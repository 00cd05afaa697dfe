import CloudOff from 'lucide-react/icons/cloud-off';
import { useEffect } from 'react';
import { moment } from '#lib/format.ts';
import { useLanguage, useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { useOnline } from './connection.ts';
import { refresh } from './data.ts';
import { drop, useWaiting, watchOutbox } from './outbox.ts';
import { useSession } from './session.tsx';

/** Says that there is no network, how much is not sent yet, and what the server refused when it came back. */
export function OfflineBanner() {
  const t = useT();
  const language = useLanguage();
  const online = useOnline();
  const waiting = useWaiting();
  const personId = useSession().me.person.id;
  useEffect(
    () =>
      watchOutbox(personId, (n) => {
        toast({ text: t('ui.offline.sent', { n }) });
        void refresh(['/']);
      }),
    [personId, t],
  );
  const refused = waiting.filter((kept) => kept.refused);
  const unsent = waiting.length - refused.length;
  return (
    <div data-print="no">
      {(!online || unsent > 0) && (
        <div
          role="status"
          className="flex flex-wrap items-center gap-x-2 bg-warning-soft px-4 py-2 text-warning md:px-8"
        >
          <CloudOff size={16} aria-hidden />
          {!online && <span className="font-semibold">{t('ui.offline.title')}.</span>}
          <span className="text-ink">{unsent > 0 ? t('ui.offline.waiting', { n: unsent }) : t('ui.offline.hint')}</span>
        </div>
      )}
      {refused.map((kept) => (
        <div key={kept.idempotencyKey} className="px-4 pt-4 md:px-8">
          <Notice
            tone="danger"
            title={t('ui.offline.refused', { time: moment(kept.at, Date.now(), language), reason: kept.refused ?? '' })}
            action={
              <Button size="sm" onClick={() => void drop(kept)}>
                {t('ui.offline.drop')}
              </Button>
            }
          />
        </div>
      ))}
    </div>
  );
}
