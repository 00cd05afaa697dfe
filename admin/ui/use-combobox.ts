import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { fold } from '#lib/text.ts';
import type { Choice } from './combobox-list.tsx';
import { type ItemSource, useFoundItems } from './found-items.ts';

export interface ComboboxSource<T> extends ItemSource<T> {
  keyOf: (item: T) => string;
  /** A second, quieter line of an item. */
  detailOf?: (item: T) => ReactNode;
  /** Makes an item of what was typed where the list has none: offered as 'Thêm “…”'. */
  create?: (typed: string) => T;
}

interface Behaviour<T> {
  typed: string;
  isChosen: (item: T) => boolean;
  onPick: (item: T) => void;
  /** Nothing stays open after a pick (one of many); several of many go on picking. */
  closeOnPick: boolean;
}

/** The common behaviour of one-of-many and several-of-many: what is found, which line is lit, what the keys do. */
export function useCombobox<T>(source: ComboboxSource<T>, { typed, isChosen, onPick, closeOnPick }: Behaviour<T>) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { found, busy } = useFoundItems(source, typed, open);
  const fresh =
    source.create && typed.trim() !== '' && !found.some((item) => fold(source.labelOf(item)) === fold(typed));
  const choices: Choice[] = found.map((item) => ({
    key: source.keyOf(item),
    label: source.labelOf(item),
    detail: source.detailOf?.(item),
    chosen: isChosen(item),
  }));
  if (fresh) choices.push({ key: 'fresh', label: typed.trim(), chosen: false, fresh: true });
  const lit = Math.min(at, choices.length - 1);

  const show = () => {
    setOpen(true);
    setAt(Math.max(0, found.findIndex(isChosen)));
  };
  const pick = (index: number) => {
    const item = found[index] ?? (fresh ? source.create?.(typed.trim()) : undefined);
    if (item === undefined) return;
    onPick(item);
    if (closeOnPick) setOpen(false);
  };
  /** Returns true where the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      if (!open) show();
      else if (choices.length > 0) setAt((lit + step + choices.length) % choices.length);
    } else if (event.key === 'Enter' && open && choices.length > 0) pick(lit);
    else if (event.key === 'Escape' && open) setOpen(false);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const inputProps = {
    role: 'combobox',
    autoComplete: 'off',
    'aria-expanded': open,
    'aria-controls': open ? `${id}-list` : undefined,
    'aria-autocomplete': 'list',
    'aria-activedescendant': open && lit >= 0 ? `${id}-list-${lit}` : undefined,
  } as const;
  const list = { id: `${id}-list`, anchor: box, choices, at: lit, busy, onPick: pick };
  return { box, open, show, hide: () => setOpen(false), first: () => setAt(0), onKey, inputProps, list };
}
