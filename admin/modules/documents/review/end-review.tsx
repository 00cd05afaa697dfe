import { checkDocument, getDocument, listDocuments, reopenDocument } from '#modules/documents/documents.contract.ts';
import { keyOf, queries, refresh, useWrite } from '../../../app/data.ts';
import { paths } from '../../../app/paths.ts';
import type { Problem } from '../../../app/problem.ts';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { LinkButton } from '../../../ui/link.tsx';
import { toast } from '../../../ui/toast.tsx';
import type { DeskState, Review, ReviewDesk } from './review-desk.ts';
import { Rings } from './rings.tsx';

interface EndReviewProps {
  desk: ReviewDesk;
  state: DeskState;
  /** In place of the empty list: says that all is done and what comes next. */
  large?: boolean;
  onAll?: () => void;
}

/** Ends the review, or goes on from one that has ended. */
export function EndReview({ desk, state, large, onAll }: EndReviewProps) {
  const t = useT();
  const buttons = <Buttons desk={desk} state={state} />;
  if (!large) return buttons;
  const checked = state.document.state === 'checked';
  return (
    <div ref={focusInside} className="flex flex-col items-center gap-3 px-6 py-16 text-center">
      <Rings share={1} size={96} />
      <p className="text-lg font-semibold">{t(checked ? 'documents.checkedTitle' : 'documents.allSeen')}</p>
      <p className="max-w-[48ch] text-muted">{t(checked ? 'documents.checkedHint' : 'documents.allSeenHint')}</p>
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        {buttons}
        <Button onClick={onAll}>{t('documents.seeAll')}</Button>
      </div>
    </div>
  );
}

/** The list it stands for is gone, and with it what held the focus. */
function focusInside(panel: HTMLElement | null): void {
  if (document.activeElement === document.body)
    panel?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
}

function Buttons({ desk, state }: Pick<EndReviewProps, 'desk' | 'state'>) {
  const t = useT();
  const { document, waiting } = state;
  const { id: documentId, version, can } = document;
  const take = (review: Review) => {
    queries.setQueryData(keyOf(getDocument, { documentId }), review);
    desk.take(review);
    void queries.invalidateQueries({ queryKey: [listDocuments.path] });
    void refresh(['/home']);
  };
  const fail = (problem: Problem) => toast({ tone: 'danger', text: problem.title });
  const tell = (review: Review) => {
    const { open } = review.document;
    const undo = () => void reopen.mutateAsync({ documentId, version: review.document.version }).catch(fail);
    if (open > 0) toast({ tone: 'warning', text: t('documents.finishedOpen', { n: open }), undo });
  };
  const check = useWrite(checkDocument, { onDone: take });
  const reopen = useWrite(reopenDocument, { onDone: take });
  if (can.includes('check')) {
    return (
      <Button
        look="primary"
        busy={check.isPending || waiting > 0}
        onClick={() => check.mutate({ documentId, version }, { onError: fail, onSuccess: tell })}
      >
        {t('documents.finish')}
      </Button>
    );
  }
  return (
    <>
      {can.includes('make-plan') && (
        <LinkButton look="primary" to={paths.incomingMakePlan.to({ documentId })}>
          {t('documents.makePlan')}
        </LinkButton>
      )}
      {can.includes('reopen') && (
        <Button busy={reopen.isPending} onClick={() => reopen.mutate({ documentId, version }, { onError: fail })}>
          {t('documents.reopen')}
        </Button>
      )}
    </>
  );
}
