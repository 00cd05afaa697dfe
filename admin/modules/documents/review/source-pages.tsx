import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useT } from '../../../texts/load.ts';
import { BASELINE, type Box, cropOf, litBoxes, type PageGeometry } from './page-scale.ts';
import type { Para } from './source-types.ts';
import type { Stretch } from './spans.ts';

interface SourcePagesProps {
  pages: readonly PageGeometry[];
  paras: ReadonlyMap<number, Para>;
  lit: ReadonlyMap<number, Stretch[]>;
  picked: number | undefined;
}

/** The pages of a PDF, drawn from where the reader found its words; as wide as the pane. */
export function SourcePages({ pages, paras, lit, picked }: SourcePagesProps) {
  const crop = useMemo(() => cropOf(pages), [pages]);
  const lights = useMemo(() => lightsOf(pages, paras, lit), [pages, paras, lit]);
  return (
    <div className="mx-auto flex max-w-[60rem] flex-col gap-4 p-4">
      {pages.map((page) => (
        <Page
          key={page.page}
          page={page}
          crop={crop}
          lights={lights.get(page) ?? none}
          picked={page.runs.some((run) => run.block === picked) ? picked : undefined}
        />
      ))}
    </div>
  );
}

const none: readonly Box[] = [];

/** The lit boxes of each page; a page without any keeps the same empty list and is not drawn again. */
function lightsOf(
  pages: readonly PageGeometry[],
  paras: ReadonlyMap<number, Para>,
  lit: ReadonlyMap<number, Stretch[]>,
): ReadonlyMap<PageGeometry, readonly Box[]> {
  const all = new Map<PageGeometry, Box[]>();
  for (const [block, stretches] of lit) {
    const text = paras.get(block)?.text ?? '';
    for (const page of pages) {
      // A paragraph that goes on to the next page is not spelled whole on either: there all of it is lit.
      const runs = page.runs.filter((run) => run.block === block);
      if (runs.length > 0) all.set(page, [...(all.get(page) ?? []), ...litBoxes(runs, text, stretches)]);
    }
  }
  return all;
}

interface PageProps {
  page: PageGeometry;
  crop: { left: number; width: number };
  lights: readonly Box[];
  picked: number | undefined;
}

const Page = memo(function Page({ page, crop, lights, picked }: PageProps) {
  const t = useT();
  const frame = useRef<HTMLElement>(null);
  const near = useNear(frame);
  return (
    <figure
      ref={frame}
      data-page={page.page}
      className="relative w-full bg-paper shadow-soft"
      style={{ aspectRatio: `${crop.width} / ${page.height}` }}
    >
      <figcaption className="sr-only">{t('documents.page', { n: page.page })}</figcaption>
      {(near || lights.length > 0) && <Drawing {...{ page, crop, lights, picked }} />}
    </figure>
  );
});

function Drawing({ page, crop, lights, picked }: PageProps) {
  return (
    <svg
      viewBox={`${crop.left} 0 ${crop.width} ${page.height}`}
      aria-hidden="true"
      className="absolute inset-0 size-full cursor-pointer fill-ink font-document"
    >
      {lights.map((box) => (
        <rect key={`${box.x} ${box.y}`} data-lit="" {...box} className="fill-lit" />
      ))}
      {page.rules.map((rule) => (
        <rect key={`${rule.x} ${rule.y} ${rule.width}`} {...ruleBox(rule)} className="fill-edge" />
      ))}
      {page.runs.map((run) => (
        <text
          key={`${run.x} ${run.y} ${run.text}`}
          data-block={run.block}
          x={run.x}
          y={run.y + run.size * BASELINE}
          fontSize={run.size}
          textLength={run.text.length > 1 ? run.width : undefined}
          lengthAdjust="spacingAndGlyphs"
          fontWeight={run.bold ? 700 : undefined}
          fontStyle={run.italic ? 'italic' : undefined}
          xmlSpace="preserve"
          className={run.block !== undefined && run.block === picked ? 'fill-primary' : undefined}
        >
          {run.text}
        </text>
      ))}
    </svg>
  );
}

/** A hairline has no thickness of its own. */
const ruleBox = ({ x, y, width, height }: PageGeometry['rules'][number]) => ({
  x,
  y,
  width: Math.max(width, 0.6),
  height: Math.max(height, 0.6),
});

/** Whether a page is in the window or close to it; only then its words are drawn. */
function useNear(frame: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!frame.current) return;
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '800px 0px',
    });
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [frame]);
  return near;
}
