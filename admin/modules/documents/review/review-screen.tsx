import { useEffect, useMemo, useRef, useState } from 'react';
import { useT } from '../../../texts/load.ts';
import { useMedia } from '../../../ui/media.ts';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { Badge } from '../../../ui/state-tag.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { ClashNotices } from './clash-notices.tsx';
import { EndReview } from './end-review.tsx';
import { FieldsPane } from './fields-pane.tsx';
import { KeysHelp } from './keys-help.tsx';
import { PickBar } from './pick-bar.tsx';
import { ReviewContext } from './review-context.ts';
import type { Review } from './review-desk.ts';
import { ReviewFoot } from './review-foot.tsx';
import { FieldsHead, SourceHead } from './review-head.tsx';
import { isOpen } from './sections.ts';
import { SourcePane, type View } from './source-pane.tsx';
import type { Source } from './source-types.ts';
import { stretchesOf } from './spans.ts';
import { usePicking } from './use-picking.ts';
import { useReviewDesk } from './use-review-desk.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useReviewing } from './use-reviewing.ts';
import { ViewSwitch } from './view-switch.tsx';

interface ReviewScreenProps {
  review: Review;
  source: Source;
  personId: string;
}

/** The review itself: two panes on one desk. */
export function ReviewScreen({ review, source, personId }: ReviewScreenProps) {
  const t = useT();
  const { desk, state } = useReviewDesk(review, personId);
  const editable = state.document.can.includes('review');
  const reviewing = useReviewing(desk, state, editable);
  const { acts, chosen, sections, mode } = reviewing;
  const frame = useRef<HTMLDivElement>(null);
  const narrow = useMedia('(max-width: 63.99rem)');
  const [help, setHelp] = useState(false);
  const [view, setView] = useState<View>(source.pages && !narrow ? 'pages' : 'text');
  const [side, setSide] = useState<'left' | 'right'>('right');
  const pick = usePicking(source, state.fields, reviewing);
  const lit = useMemo(() => stretchesOf(chosen), [chosen]);
  useReviewKeys(frame, reviewing, { add: pick.addFromHere, help: () => setHelp(true) });
  useFocusOnField(frame, chosen?.key, mode);
  const open = state.fields.filter(isOpen).length;
  const head = (
    <SourceHead document={state.document}>{source.pages && <ViewSwitch view={view} onView={setView} />}</SourceHead>
  );
  const left = (
    <div className="flex min-h-full flex-col">
      {!narrow && head}
      <div className="flex-1">
        <SourcePane source={source} view={view} lit={lit} picked={pick.picked?.para.id} onPick={pick.pick} />
      </div>
      {narrow && chosen && <ChosenBar field={chosen} onField={() => setSide('right')} />}
      {editable && pick.picked && <PickBar picked={pick.picked} after={chosen?.key ?? ''} onChange={pick.set} />}
    </div>
  );
  const right = (
    <div className="flex min-h-full flex-col bg-paper">
      <div className="sticky top-[var(--head-top,3.5rem)] z-10 max-h-[60dvh] overflow-y-auto bg-paper">
        <FieldsHead state={state} show={reviewing.show} onShow={reviewing.setShow} onHelp={() => setHelp(true)} />
        <div className="flex flex-col gap-2 p-2 empty:hidden">
          <ClashNotices desk={desk} state={state} />
        </div>
      </div>
      <div className="flex-1">
        <FieldsPane
          sections={sections}
          chosen={chosen}
          mode={mode}
          done={<EndReview desk={desk} state={state} large onAll={() => reviewing.setShow('all')} />}
        />
      </div>
      <ReviewFoot
        state={state}
        reviewing={reviewing}
        onSource={narrow && chosen ? () => setSide('left') : undefined}
        action={sections.length > 0 && <EndReview desk={desk} state={state} />}
      />
    </div>
  );
  return (
    <ReviewContext value={acts}>
      <div ref={frame} data-print="no">
        {narrow && head}
        <SplitPane
          label={t('documents.panes')}
          left={{ title: t('documents.pane.source'), content: left }}
          right={{
            title: t('documents.pane.fields'),
            content: right,
            mark: open > 0 && <Badge tone="waiting">{open}</Badge>,
          }}
          shown={side}
          onShow={setSide}
        />
        <KeysHelp open={help} onClose={() => setHelp(false)} />
      </div>
    </ReviewContext>
  );
}

/** The chosen field holds the focus and stands in sight, so that the next key is for it. */
function useFocusOnField(frame: React.RefObject<HTMLElement | null>, key: string | undefined, mode: string): void {
  useEffect(() => {
    if (!key || mode !== 'view') return;
    const card = frame.current?.querySelector(`[data-field="${CSS.escape(key)}"]`);
    card?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    card?.querySelector<HTMLElement>(':scope > button')?.focus({ preventScroll: true });
  }, [frame, key, mode]);
}
