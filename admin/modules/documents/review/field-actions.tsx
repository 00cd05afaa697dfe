import Ban from 'lucide-react/icons/ban';
import Check from 'lucide-react/icons/check';
import Merge from 'lucide-react/icons/merge';
import PencilLine from 'lucide-react/icons/pencil-line';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import Scissors from 'lucide-react/icons/scissors';
import Shapes from 'lucide-react/icons/shapes';
import WandSparkles from 'lucide-react/icons/wand-sparkles';
import { movableGroups, type ReviewField } from '#lib/review.ts';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { repairsOf } from './field-words.ts';
import { useReviewActs } from './review-context.ts';

/** The acts on the chosen field; each has a key of its own (the help lists them). */
export function FieldActions({ field }: { field: ReviewField }) {
  const t = useT();
  const { act, setMode } = useReviewActs();
  const { key, state } = field;
  const movable = movableGroups.includes(field.group);
  const decided = state === 'accepted' || state === 'edited' || state === 'dropped';
  const repair = repairsOf(field).here.length > 0;
  return (
    <div className="flex flex-wrap gap-2">
      {repair && (
        <Button
          size="sm"
          look="primary"
          icon={WandSparkles}
          aria-keyshortcuts="r"
          title={t('documents.keyOf', { key: 'R' })}
          onClick={() => act({ act: 'repair', field: key })}
        >
          {t('documents.do.repair')}
        </Button>
      )}
      {!decided && (
        <Button
          size="sm"
          look={repair ? 'secondary' : 'primary'}
          icon={Check}
          aria-keyshortcuts="a"
          title={t('documents.keyOf', { key: 'A' })}
          onClick={() => act({ act: 'accept', field: key })}
        >
          {t(repair ? 'documents.do.keep' : 'documents.do.accept')}
        </Button>
      )}
      {state !== 'dropped' && (
        <Button
          size="sm"
          icon={PencilLine}
          aria-keyshortcuts="e"
          title={t('documents.keyOf', { key: 'E' })}
          onClick={() => setMode('edit')}
        >
          {t('documents.do.edit')}
        </Button>
      )}
      {movable && state !== 'dropped' && (
        <>
          <Button
            size="sm"
            icon={Scissors}
            aria-keyshortcuts="s"
            title={t('documents.keyOf', { key: 'S' })}
            onClick={() => setMode('split')}
          >
            {t('documents.do.split')}
          </Button>
          <Button
            size="sm"
            icon={Merge}
            aria-keyshortcuts="g"
            title={t('documents.keyOf', { key: 'G' })}
            onClick={() => act({ act: 'join', field: key }, 'stay')}
          >
            {t('documents.do.join')}
          </Button>
          <Button
            size="sm"
            icon={Shapes}
            aria-keyshortcuts="c"
            title={t('documents.keyOf', { key: 'C' })}
            onClick={() => setMode('kind')}
          >
            {t('documents.do.changeKind')}
          </Button>
        </>
      )}
      {state !== 'dropped' && (
        <Button
          size="sm"
          icon={Ban}
          aria-keyshortcuts="x"
          title={t('documents.keyOf', { key: 'X' })}
          onClick={() => act({ act: 'not-an-item', field: key })}
        >
          {t(movable ? 'documents.do.notAnItem' : 'documents.do.notStated')}
        </Button>
      )}
      {decided && (
        <Button
          size="sm"
          icon={RotateCcw}
          aria-keyshortcuts="o"
          title={t('documents.keyOf', { key: 'O' })}
          onClick={() => act({ act: 'reopen', field: key }, 'stay')}
        >
          {t('documents.do.reopen')}
        </Button>
      )}
    </div>
  );
}
