import Check from 'lucide-react/icons/check';
import type { ReviewField } from '#lib/review.ts';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { FieldState } from './field-state.tsx';
import { nameOfField, shownValue } from './field-words.ts';
import { useReviewActs } from './review-context.ts';

/** On a phone, at the foot of the source: the field whose words are lit, to accept it here or to go to it. */
export function ChosenBar({ field, onField }: { field: ReviewField; onField: () => void }) {
  const t = useT();
  const { act, editable } = useReviewActs();
  const undecided = field.state === 'open' || field.state === 'read';
  return (
    <div className="sticky bottom-0 z-10 flex flex-col gap-2 border-t border-line bg-paper px-4 py-2">
      <div className="flex items-start justify-between gap-3">
        <p className="line-clamp-2 min-w-0">
          <span className="text-xs text-muted">{nameOfField(field, t)}: </span>
          {shownValue(field) || t('documents.noValue')}
        </p>
        <FieldState state={field.state} />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="sm" onClick={onField}>
          {t('documents.toField')}
        </Button>
        {editable && undecided && (
          <Button size="sm" look="primary" icon={Check} onClick={() => act({ act: 'accept', field: field.key })}>
            {t('documents.do.accept')}
          </Button>
        )}
      </div>
    </div>
  );
}
