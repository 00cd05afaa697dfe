import FileDown from 'lucide-react/icons/file-down';
import { shortDay } from '#lib/format.ts';
import {
  getHandIn,
  type HandInWhole,
  listTopics,
  receiveHandIn,
  sendHandIn,
} from '#modules/media/hand-ins.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useAddress } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice, ProblemPage } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { CollectForm } from './collect-form.tsx';
import { HandInTag, useTermWords } from './hand-in-words.tsx';
import { PictureChoice } from './picture-choice.tsx';
import { ReturnForm } from './return-form.tsx';

/** One hand-in: the unit collects, chooses and sends; the unit above receives or gives back. */
export default function HandInPage() {
  const { handInId } = useAddress(paths.handIn);
  const read = useRead(getHandIn, { handInId });
  if (read.data) return <Whole key={handInId} whole={read.data} />;
  return read.error ? <ProblemPage problem={read.error} onRetry={() => void read.refetch()} /> : <PageSkeleton />;
}

function Whole({ whole }: { whole: HandInWhole }) {
  const t = useT();
  const words = useTermWords();
  const topics = useRead(listTopics, {});
  const { handIn } = whole;
  const may = (act: (typeof handIn.can)[number]) => handIn.can.includes(act);
  return (
    <Page
      title={words(handIn)}
      lead={`${handIn.unitName} → ${handIn.toUnitName}`}
      crumbs={[{ label: t('handins.page'), to: paths.handIns.to() }]}
      state={<HandInTag state={handIn.state} />}
      action={<Acts whole={whole} />}
    >
      {handIn.state === 'returned' && (
        <Notice tone="danger" title={t('handins.returned', { unit: handIn.toUnitName })}>
          <p className="whitespace-pre-line">{handIn.reason}</p>
        </Notice>
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
        <span>{t('handins.counts', { chosen: handIn.chosen, collected: handIn.collected })}</span>
        {handIn.dueOn && <span>{t('handins.due', { day: shortDay(handIn.dueOn) })}</span>}
        {handIn.receiptNo !== null && <span>{t('handins.receiptNo', { n: handIn.receiptNo })}</span>}
        {handIn.decidedByName && <span>{t('handins.decidedBy', { name: handIn.decidedByName })}</span>}
      </p>
      {may('edit') && <CollectForm whole={whole} topics={topics.data?.items ?? []} />}
      <Card title={t('handins.photos')}>
        <PictureChoice key={handIn.version} whole={whole} topics={topics.data?.items ?? []} />
      </Card>
    </Page>
  );
}

function Acts({ whole: { handIn } }: { whole: HandInWhole }) {
  const t = useT();
  const done = (text: string) => ({
    changes: ['/hand-ins', '/media'] as const,
    onDone: () => toast({ tone: 'success', text }),
  });
  const send = useWrite(sendHandIn, done(t('handins.sentNow')));
  const receive = useWrite(receiveHandIn, done(t('handins.receivedNow')));
  const at = { handInId: handIn.id, version: handIn.version };
  const problem = send.error ?? receive.error;
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="flex flex-wrap gap-2">
        {handIn.can.includes('send') && (
          <Button look="primary" busy={send.isPending} onClick={() => send.mutate(at)}>
            {t('handins.send', { n: handIn.chosen })}
          </Button>
        )}
        {handIn.can.includes('receive') && (
          <Button look="primary" busy={receive.isPending} onClick={() => receive.mutate(at)}>
            {t('handins.receive')}
          </Button>
        )}
        {handIn.state === 'received' && (
          <a
            className="inline-flex min-h-10 items-center gap-2 rounded-md border border-line px-4 font-semibold no-underline"
            href={`/api/hand-ins/${handIn.id}/receipt`}
          >
            <FileDown size={18} aria-hidden />
            {t('handins.receipt')}
          </a>
        )}
        {handIn.can.includes('return') && <ReturnForm handIn={handIn} />}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
