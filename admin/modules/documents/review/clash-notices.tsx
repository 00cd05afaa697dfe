import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { nameOfField, shownValue } from './field-words.ts';
import type { Clash } from './queue.ts';
import { useReviewActs } from './review-context.ts';
import type { DeskState, ReviewDesk } from './review-desk.ts';

/** What happened between this person and others: both versions are shown, and nothing typed is lost. */
export function ClashNotices({ desk, state }: { desk: ReviewDesk; state: DeskState }) {
  const t = useT();
  return (
    <>
      {state.problem && <Notice live tone="danger" title={state.problem.title} />}
      {state.changedByOthers && (
        <Notice
          live
          tone="info"
          title={t('documents.others')}
          action={
            <Button size="sm" onClick={() => desk.seenOthers()}>
              {t('ui.close')}
            </Button>
          }
        >
          {t('documents.othersHint')}
        </Notice>
      )}
      {state.clashes.map((clash) => (
        <OneClash key={clash.pending.id} clash={clash} desk={desk} />
      ))}
    </>
  );
}

function OneClash({ clash, desk }: { clash: Clash; desk: ReviewDesk }) {
  const t = useT();
  const { act, choose } = useReviewActs();
  const { now, pending } = clash;
  const { correction, before } = pending;
  const mine = correction.value ?? before?.value ?? '';
  const takeMine = () => {
    desk.settleClash(pending.id);
    if (!now) return;
    const { value, detail } = correction;
    if (value === undefined) choose(now.key);
    else act({ act: 'edit', field: now.key, value, detail });
  };
  return (
    <Notice
      live
      tone="warning"
      title={t('documents.clash', { act: t(`documents.did.${correction.act}`) })}
      action={
        <>
          {now && (
            <Button size="sm" look="primary" onClick={takeMine}>
              {t(correction.value === undefined ? 'documents.clashSee' : 'documents.clashMine')}
            </Button>
          )}
          <Button size="sm" onClick={() => desk.settleClash(pending.id)}>
            {t('documents.clashTheirs')}
          </Button>
        </>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="text-muted">{t('documents.clashMineIs')}</dt>
        <dd className="min-w-0 wrap-break-word">{mine}</dd>
        <dt className="text-muted">{t('documents.clashNow')}</dt>
        <dd className="min-w-0 wrap-break-word">
          {now ? `${nameOfField(now, t)}: ${shownValue(now)}` : t('documents.clashGone')}
        </dd>
      </dl>
    </Notice>
  );
}
