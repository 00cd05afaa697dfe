import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react';

const GAP = 4;
const WANTED = 320;

/** Where a list under a box stands in the window: below it, or above where there is more room; follows scrolling. */
export function useAnchored(anchor: RefObject<HTMLElement | null>, open: boolean): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>({ visibility: 'hidden' });
  useLayoutEffect(() => {
    if (!open) return;
    const place = () => anchor.current && setStyle(placeFor(anchor.current.getBoundingClientRect()));
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    // The keyboard of a phone takes its room from the visual viewport only.
    window.visualViewport?.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
      window.visualViewport?.removeEventListener('resize', place);
    };
  }, [anchor, open]);
  return style;
}

function placeFor(box: DOMRect): CSSProperties {
  const seen = window.visualViewport?.height ?? window.innerHeight;
  const below = seen - box.bottom - GAP * 2;
  const above = box.top - GAP * 2;
  const width = Math.max(box.width, Math.min(240, window.innerWidth - 16));
  const left = Math.max(8, Math.min(box.left, window.innerWidth - width - 8));
  const up = below < Math.min(WANTED, 180) && above > below;
  const maxHeight = Math.min(WANTED, Math.max(120, up ? above : below));
  return {
    left,
    width,
    maxHeight,
    ...(up ? { bottom: window.innerHeight - box.top + GAP } : { top: box.bottom + GAP }),
  };
}
