import { Duplicates, ReadingWarnings } from '../document-relations.tsx';
import { ClashNotices } from './clash-notices.tsx';
import { EndReview } from './end-review.tsx';
import { FieldsPane } from './fields-pane.tsx';
import type { DeskState, ReviewDesk } from './review-desk.ts';
import { ReviewFoot } from './review-foot.tsx';
import { FieldsHead } from './review-head.tsx';
import type { Reviewing } from './use-reviewing.ts';

interface FieldsSideProps {
  desk: ReviewDesk;
  state: DeskState;
  reviewing: Reviewing;
  onHelp: () => void;
  /** On a narrow screen: to the source of the chosen field. */
  onSource: (() => void) | undefined;
}

/** The right pane: how far the review is, the fields, and what was just done. */
export function FieldsSide({ desk, state, reviewing, onHelp, onSource }: FieldsSideProps) {
  const { sections, chosen, mode, show, setShow } = reviewing;
  return (
    <div className="flex min-h-full flex-col bg-paper">
      <div className="sticky top-[var(--head-top,3.5rem)] z-10 bg-paper">
        <FieldsHead state={state} show={show} onShow={setShow} onHelp={onHelp} />
        <div className="flex max-h-[50dvh] flex-col gap-2 overflow-y-auto p-2 empty:hidden">
          <ClashNotices desk={desk} state={state} />
        </div>
      </div>
      <div className="flex flex-col gap-2 p-2 empty:hidden">
        <Duplicates document={state.document} />
        <ReadingWarnings document={state.document} />
      </div>
      <div className="flex-1">
        <FieldsPane
          sections={sections}
          chosen={chosen}
          mode={mode}
          done={<EndReview desk={desk} state={state} large onAll={() => setShow('all')} />}
        />
      </div>
      <ReviewFoot
        state={state}
        reviewing={reviewing}
        onSource={chosen && onSource}
        action={sections.length > 0 && <EndReview desk={desk} state={state} />}
      />
    </div>
  );
}
