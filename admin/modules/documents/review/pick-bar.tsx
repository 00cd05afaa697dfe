import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { movableGroups } from '#lib/review.ts';
import { useT } from '../../../texts/load.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { KindBox } from './kind-picker.tsx';
import { useReviewActs } from './review-context.ts';
import type { Para } from './source-types.ts';

export interface Picked {
  para: Para;
  /** The words marked in it, '' for the whole paragraph. */
  words: string;
  /** The kind is being asked for. */
  adding: boolean;
}

interface PickBarProps {
  picked: Picked;
  after: string;
  onChange: (picked: Picked | undefined) => void;
}

/** At the foot of the source: makes an item of the paragraph, or of the words marked in it. */
export function PickBar({ picked, after, onChange }: PickBarProps) {
  const t = useT();
  const { act } = useReviewActs();
  const { para } = picked;
  const from = picked.words ? para.text.indexOf(picked.words) : 0;
  // Words marked across paragraphs stand in none of them: then the whole paragraph is meant.
  const value = picked.words && from >= 0 ? picked.words : para.text;
  const spans = [{ block: para.id, from: Math.max(0, from), to: Math.max(0, from) + value.length }];
  return (
    <div className="sticky bottom-0 z-10 flex flex-col gap-2 border-t border-line bg-paper px-4 py-2 shadow-soft">
      <div className="flex items-center gap-2">
        <p className="line-clamp-1 min-w-0 flex-1 text-muted">“{value}”</p>
        {!picked.adding && (
          <Button size="sm" icon={Plus} aria-keyshortcuts="i" onClick={() => onChange({ ...picked, adding: true })}>
            {t('documents.addItem')}
          </Button>
        )}
        <IconButton icon={X} label={t('ui.close')} tip="none" onClick={() => onChange(undefined)} />
      </div>
      {picked.adding && (
        <KindBox
          label={t('documents.addAs')}
          kinds={movableGroups.filter((group) => group !== 'unclaimed')}
          onCancel={() => onChange({ ...picked, adding: false })}
          onPick={(group) => {
            act({ act: 'add', field: after, group, value, spans }, 'stay');
            onChange(undefined);
          }}
        />
      )}
    </div>
  );
}
