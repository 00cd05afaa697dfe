import { type RefObject, useEffect } from 'react';

/** The chosen field holds the focus and stands in sight, so that the next key is for it. */
export function useFocusOnField(frame: RefObject<HTMLElement | null>, key: string | undefined, mode: string): void {
  useEffect(() => {
    if (!key || mode !== 'view') return;
    const card = frame.current?.querySelector(`[data-field="${CSS.escape(key)}"]`);
    card?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    card?.querySelector<HTMLElement>(':scope > button')?.focus({ preventScroll: true });
  }, [frame, key, mode]);
}
