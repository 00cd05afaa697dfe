import FileText from 'lucide-react/icons/file-text';
import Undo2 from 'lucide-react/icons/undo-2';
import type { ReactNode } from 'react';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { SavedAt } from '../../../ui/saved-at.tsx';
import type { DeskState } from './review-desk.ts';
import { isOpen } from './sections.ts';
import type { Reviewing } from './use-reviewing.ts';

interface ReviewFootProps {
  state: DeskState;
  reviewing: Reviewing;
  /** On a narrow screen: to the source of the chosen field. */
  onSource: (() => void) | undefined;
  /** The act that ends the review. */
  action: ReactNode;
}

const openLeft = ({ fields }: DeskState, t: ReturnType<typeof useT>): string => {
  const n = fields.filter(isOpen).length;
  return n > 0 ? t('documents.openLeft', { n }) : t('documents.noneOpen');
};

/** What was just done (also read aloud), with its undo, whether it is saved, and the end of the review. */
export function ReviewFoot({ state, reviewing, onSource, action }: ReviewFootProps) {
  const t = useT();
  const { said, undo, acts } = reviewing;
  return (
    <footer className="sticky bottom-0 z-10 flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-paper px-4 py-1">
      {/* The same sentence twice is still news: the key makes it a new one. */}
      <p role="status" className="min-w-0 flex-1">
        <span key={said.n}>{said.text}</span>
        {said.text && <span className="sr-only">. {openLeft(state, t)}</span>}
      </p>
      <SavedAt state={state.status} at={state.savedAt} />
      {acts.editable && state.canUndo && (
        <Button size="sm" look="quiet" icon={Undo2} aria-keyshortcuts="u" onClick={undo}>
          {t('ui.undo')}
        </Button>
      )}
      {onSource && (
        <Button size="sm" icon={FileText} onClick={onSource}>
          {t('documents.inSource')}
        </Button>
      )}
      {action}
    </footer>
  );
}
