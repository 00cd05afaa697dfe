import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { SourcePages } from './source-pages.tsx';
import { SourceText } from './source-text.tsx';
import { parasOf, type Source } from './source-types.ts';
import type { Stretch } from './spans.ts';

export type View = 'pages' | 'text';

interface SourcePaneProps {
  source: Source;
  view: View;
  lit: ReadonlyMap<number, Stretch[]>;
  picked: number | undefined;
  /** A paragraph was pressed; `words` are those marked in it, if any. */
  onPick: (block: number, words: string) => void;
}

/** The left side of the review: the source with the words of the chosen field lit and in sight. */
export function SourcePane({ source, view, lit, picked, onPick }: SourcePaneProps) {
  const frame = useRef<HTMLDivElement>(null);
  const paras = useMemo(() => parasOf(source.blocks), [source.blocks]);
  const pages = view === 'pages' ? source.pages : null;
  useLitInSight(frame, lit, view);
  usePicking(frame, onPick);
  return (
    <div ref={frame} lang="vi" className="bg-ground">
      {pages ? (
        <SourcePages pages={pages} paras={paras} lit={lit} picked={picked} />
      ) : (
        <SourceText blocks={source.blocks} lit={lit} picked={picked} />
      )}
    </div>
  );
}

type Frame = React.RefObject<HTMLDivElement | null>;

/** Brings the first lit words into sight. Out of sight heights are guesses, so the place is looked up once more. */
function useLitInSight(frame: Frame, lit: ReadonlyMap<number, Stretch[]>, view: View): void {
  useEffect(() => {
    if (lit.size === 0 || !view) return;
    const show = () => {
      const first = frame.current?.querySelector('[data-lit]');
      if (first && !inSight(first)) first.scrollIntoView({ block: 'center', behavior: 'instant' });
    };
    show();
    const again = requestAnimationFrame(() => requestAnimationFrame(show));
    return () => cancelAnimationFrame(again);
  }, [frame, lit, view]);
}

/** Whether it stands well inside the part of the window that the source has; then nothing has to move. */
function inSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const pane = element.closest('section')?.getBoundingClientRect();
  return top >= (pane?.top ?? 0) + 72 && bottom <= Math.min(pane?.bottom ?? innerHeight, innerHeight) - 72;
}

/**
 * A press on a paragraph chooses the field that was read from it. The keyboard reaches the same fields in the list
 * beside it, so paragraphs are no stops of the Tab key.
 */
function usePicking(frame: Frame, onPick: (block: number, words: string) => void): void {
  const pick = useEffectEvent(onPick);
  useEffect(() => {
    const element = frame.current;
    const press = (event: MouseEvent) => {
      const hit = event.target instanceof Element ? event.target.closest('[data-block]') : null;
      const words = getSelection()?.toString().trim() ?? '';
      if (hit) pick(Number(hit.getAttribute('data-block')), words);
    };
    element?.addEventListener('click', press);
    return () => element?.removeEventListener('click', press);
  }, [frame]);
}
