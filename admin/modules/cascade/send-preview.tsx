import Send from 'lucide-react/icons/send';
import { useMemo, useRef, useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { formatNumber } from '#lib/format.ts';
import { previewDispatch, sendPlan } from '#modules/cascade/cascade.contract.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSettledValue } from '../../ui/use-settled.ts';
import { type Choice, choiceOf, type Proposal, type SendDraft } from './send-draft.ts';

type Preview = OutputOf<typeof previewDispatch>;

interface SendPreviewProps {
  plan: Plan;
  proposal: Proposal;
  draft: SendDraft;
  onSent: (units: number) => void;
}

/** What would go where as it is chosen now, and the act itself. */
export function SendPreview({ plan, proposal, draft, onSent }: SendPreviewProps) {
  const t = useT();
  // The same choice stays the same thing while the note is typed, so that nothing is asked anew.
  const written = JSON.stringify(choiceOf(draft, proposal.lines));
  const choice = useMemo(() => JSON.parse(written) as Choice, [written]);
  const settled = useSettledValue(choice);
  const informOnly = choice.to.every(({ mode }) => mode === 'inform');
  const complete = choice.to.length > 0 && (choice.lines.length > 0 || informOnly);
  const read = useRead(
    previewDispatch,
    { planId: plan.id, choice: settled },
    { enabled: complete && settled.to.length > 0, keepPrevious: true },
  );
  const fresh = settled === choice && !read.isFetching;
  return (
    <Card title={t('cascade.send.preview')}>
      <div className="flex flex-col gap-4" aria-live="polite">
        {!complete ? (
          <Missing what={choice.to.length === 0 ? 'None' : 'NoLines'} />
        ) : read.error ? (
          <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
        ) : read.data ? (
          <Outcome preview={read.data} lines={choice.lines.length} stale={!fresh} />
        ) : (
          <Skeleton lines={3} />
        )}
        <SendAct {...{ plan, draft, choice, onSent }} preview={complete && fresh ? read.data : undefined} />
      </div>
    </Card>
  );
}

function Missing({ what }: { what: 'None' | 'NoLines' }) {
  const t = useT();
  return (
    <div>
      <p className="font-semibold">{t(`cascade.send.preview${what}`)}</p>
      <p className="text-muted">{t(`cascade.send.preview${what}Hint`)}</p>
    </div>
  );
}

function Outcome({ preview, lines, stale }: { preview: Preview; lines: number; stale: boolean }) {
  const t = useT();
  const language = useLanguage();
  const n = (value: number) => formatNumber(value, 0, language);
  const { skipped } = preview;
  const nothing = preview.units === 0;
  return (
    <div className="flex flex-col gap-2" aria-busy={stale}>
      <p className="text-base font-semibold">
        {nothing
          ? t('cascade.send.previewNothing')
          : t('cascade.send.previewWords', { lines: n(lines), units: n(preview.units) })}
      </p>
      <p className="text-muted">
        {nothing ? t('cascade.send.previewNothingHint') : t('cascade.send.previewAsks', { n: n(preview.asks) })}
      </p>
      {preview.extended > 0 && <p>{t('cascade.send.previewExtended', { n: n(preview.extended) })}</p>}
      {preview.withoutAccount > 0 && (
        <p className="text-warning">{t('cascade.send.previewAccounts', { n: n(preview.withoutAccount) })}</p>
      )}
      {skipped.length > 0 && (
        <details>
          <summary className="min-h-8 py-1 font-semibold">
            {t('cascade.send.previewSkipped', { n: n(skipped.length) })}
          </summary>
          <ul className="max-h-60 list-disc overflow-y-auto pl-5 text-muted">
            {skipped.map((unit) => (
              <li key={unit.unitId}>
                {unit.name}: {unit.sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface SendActProps extends Omit<SendPreviewProps, 'proposal'> {
  choice: Choice;
  /** Undefined while what it would do is not known yet. */
  preview: Preview | undefined;
}

/** A second press, or a second try after a lost reply, carries the same id and sends nothing twice. */
function SendAct({ plan, draft, choice, preview, onSent }: SendActProps) {
  const t = useT();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const going = useRef(false);
  const send = useWrite(sendPlan, {
    changes: ['/plans', '/asked', '/sent'],
    onDone: ({ units }) => onSent(units),
  });
  const go = () => {
    if (going.current) return;
    going.current = true;
    const { id, dueOn, note } = draft;
    const input = { planId: plan.id, id, choice, dueOn, note: note.trim() || null };
    send.mutate(input, {
      onSettled: () => {
        going.current = false;
        setAsking(false);
      },
    });
  };
  const ready = preview !== undefined && preview.units > 0;
  const units = formatNumber(preview?.units ?? 0, 0, language);
  return (
    <>
      {send.error && <ProblemNotice problem={send.error} />}
      <Button look="primary" icon={Send} disabled={!ready && !asking} onClick={() => setAsking(true)}>
        {t('cascade.send.act')}
      </Button>
      <Confirm
        open={asking}
        title={t('cascade.send.confirm', { n: units })}
        verb={t('cascade.send.act')}
        busy={send.isPending}
        onConfirm={go}
        onClose={() => setAsking(false)}
      >
        <p>{t('cascade.send.confirmHint')}</p>
      </Confirm>
    </>
  );
}
