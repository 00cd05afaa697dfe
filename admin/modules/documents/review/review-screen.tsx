import { useRef, useState } from 'react';
import { useT } from '../../../texts/load.ts';
import { useMedia } from '../../../ui/media.ts';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { Badge } from '../../../ui/state-tag.tsx';
import { FieldsSide } from './fields-side.tsx';
import { KeysHelp } from './keys-help.tsx';
import { ReviewContext } from './review-context.ts';
import type { Review } from './review-desk.ts';
import { SourceHead } from './review-head.tsx';
import { isOpen } from './sections.ts';
import type { View } from './source-pane.tsx';
import { SourceSide } from './source-side.tsx';
import type { Source } from './source-types.ts';
import { useFocusOnField } from './use-focus-on-field.ts';
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
  const reviewing = useReviewing(desk, state);
  const frame = useRef<HTMLDivElement>(null);
  const narrow = useMedia('(max-width: 63.99rem)');
  const [help, setHelp] = useState(false);
  const [side, setSide] = useState<'left' | 'right'>('right');
  // A page of paper on a phone is too small to read.
  const [view, setView] = useState<View>(source.pages && !narrow ? 'pages' : 'text');
  const picking = usePicking(source, state.fields, reviewing);
  useReviewKeys(frame, reviewing, { add: picking.addFromHere, help: () => setHelp(true) });
  useFocusOnField(frame, reviewing.chosen?.key, reviewing.mode);
  const open = state.fields.filter(isOpen).length;
  const head = (
    <SourceHead document={state.document}>{source.pages && <ViewSwitch view={view} onView={setView} />}</SourceHead>
  );
  const left = (
    <SourceSide
      {...{ source, view, reviewing, picking }}
      head={narrow ? undefined : head}
      onField={narrow ? () => setSide('right') : undefined}
    />
  );
  const right = (
    <FieldsSide
      {...{ desk, state, reviewing }}
      onHelp={() => setHelp(true)}
      onSource={narrow ? () => setSide('left') : undefined}
    />
  );
  const mark = open > 0 && <Badge tone="waiting">{open}</Badge>;
  return (
    <ReviewContext value={reviewing.acts}>
      <div ref={frame} data-print="no">
        {narrow && head}
        <SplitPane
          label={t('documents.panes')}
          left={{ title: t('documents.pane.source'), content: left }}
          right={{ title: t('documents.pane.fields'), content: right, mark }}
          shown={side}
          onShow={setSide}
        />
        <KeysHelp open={help} onClose={() => setHelp(false)} />
      </div>
    </ReviewContext>
  );
}
