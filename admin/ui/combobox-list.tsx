import Check from 'lucide-react/icons/check';
import Plus from 'lucide-react/icons/plus';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../texts/load.ts';
import { useAnchored } from './anchored.ts';
import { cx } from './cx.ts';
import { layerOf } from './layers.ts';

export interface Choice {
  key: string;
  label: string;
  detail?: ReactNode;
  chosen: boolean;
  /** Stands for what was typed, which is not in the list yet. */
  fresh?: boolean;
}

interface ComboboxListProps {
  id: string;
  label: string;
  anchor: RefObject<HTMLElement | null>;
  choices: readonly Choice[];
  at: number;
  busy: boolean;
  many?: boolean;
  onPick: (index: number) => void;
}

/** The list of a combobox, over the page. The focus stays in the box; the list is pointed at from there. */
export function ComboboxList({ id, label, anchor, choices, at, busy, many, onPick }: ComboboxListProps) {
  const t = useT();
  const style = useAnchored(anchor, true);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  return createPortal(
    <div style={style} className="rise fixed z-50 overflow-y-auto rounded-md bg-paper py-1 text-sm shadow-soft">
      <div id={id} role="listbox" aria-label={label} aria-multiselectable={many}>
        {choices.map((choice, index) => (
          <div
            key={choice.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice.chosen}
            // Kept from the box: a press must not take the focus, or the list would close before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(index)}
            onKeyDown={undefined}
            className={cx(
              'flex min-h-10 cursor-pointer items-start gap-2 px-3 py-2 md:min-h-9 md:py-1.5',
              index === at ? 'bg-primary-soft' : 'hover:bg-sunken',
            )}
          >
            {choice.fresh && <Plus size={16} className="mt-[3px] shrink-0 text-primary" aria-hidden />}
            <span className="min-w-0 flex-1 wrap-break-word">
              {choice.fresh ? t('ui.combobox.add', { typed: choice.label }) : choice.label}
              {choice.detail && <span className="block text-xs text-muted">{choice.detail}</span>}
            </span>
            {choice.chosen && <Check size={16} className="mt-[3px] shrink-0 text-primary" aria-hidden />}
          </div>
        ))}
      </div>
      <div role="status" className="px-3 text-muted">
        {choices.length === 0 && <p className="py-1.5">{t(busy ? 'ui.combobox.searching' : 'ui.combobox.none')}</p>}
      </div>
    </div>,
    layerOf(anchor.current),
  );
}
