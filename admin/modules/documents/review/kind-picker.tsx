import { useEffect, useRef } from 'react';
import { movableGroups, type ReviewField, type ReviewGroup } from '#lib/review.ts';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { useReviewActs } from './review-context.ts';

/** Moves the field to another kind: type a few letters, Enter. */
export function KindPicker({ field }: { field: ReviewField }) {
  const t = useT();
  const { act, setMode } = useReviewActs();
  return (
    <KindBox
      label={t('documents.changeKindOf')}
      kinds={movableGroups.filter((group) => group !== field.group)}
      onCancel={() => setMode('view')}
      onPick={(group) => act({ act: 'change-kind', field: field.key, group })}
    />
  );
}

interface KindBoxProps {
  label: string;
  kinds: readonly ReviewGroup[];
  onPick: (group: ReviewGroup) => void;
  onCancel: () => void;
}

/** A box of kinds that opens at once; Esc leaves it. */
export function KindBox({ label, kinds, onPick, onCancel }: KindBoxProps) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = box.current?.querySelector('input');
    input?.focus();
    input?.click();
  }, []);
  useEffect(() => {
    const element = box.current;
    // Reaches here only when the list is closed: the first Esc closes the list, the second leaves.
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && onCancel();
    element?.addEventListener('keydown', leave);
    return () => element?.removeEventListener('keydown', leave);
  }, [onCancel]);
  return (
    <div ref={box} className="flex flex-wrap items-end gap-2">
      <Combobox<ReviewGroup>
        label={label}
        className="min-w-56 flex-1"
        items={kinds}
        value={null}
        keyOf={(group) => group}
        labelOf={(group) => t(`documents.kind.${group}`)}
        placeholder={t('documents.kindPlaceholder')}
        onChange={(group) => group && onPick(group)}
      />
      <Button onClick={onCancel}>{t('ui.cancel')}</Button>
    </div>
  );
}
