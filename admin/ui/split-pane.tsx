import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useMedia } from './media.ts';
import { Tabs } from './tabs.tsx';

export interface Pane {
  title: string;
  content: ReactNode;
  mark?: ReactNode;
}

export interface SplitPaneProps {
  label: string;
  left: Pane;
  right: Pane;
  /** Which pane a phone shows; give both to move it yourself (a field was chosen → show the source). */
  shown?: 'left' | 'right';
  onShow?: (side: 'left' | 'right') => void;
}

/** Two panes side by side that fill the window below the top bar and scroll each for itself; tabs under 1024 px. */
export function SplitPane({ label, left, right, shown, onShow }: SplitPaneProps) {
  const narrow = useMedia('(max-width: 63.99rem)');
  const [side, setSide] = useState<'left' | 'right'>('right');
  const now = shown ?? side;
  if (!narrow) return <WidePanes label={label} left={left} right={right} />;
  return (
    <Tabs
      label={label}
      value={now}
      onChange={onShow ?? setSide}
      tabs={[
        { key: 'left', label: left.title, mark: left.mark },
        { key: 'right', label: right.title, mark: right.mark },
      ]}
    >
      {now === 'left' ? left.content : right.content}
    </Tabs>
  );
}

function WidePanes({ label, left, right }: Pick<SplitPaneProps, 'label' | 'left' | 'right'>) {
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(50);
  const clamp = (value: number) => Math.min(70, Math.max(30, Math.round(value)));
  const drag = (event: PointerEvent<HTMLElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setShare(clamp(((event.clientX - box.left) / box.width) * 100));
  };
  return (
    <section
      ref={frame}
      aria-label={label}
      className="grid h-[calc(100dvh-3.5rem)] min-h-96"
      style={{ gridTemplateColumns: `${share}fr 9px ${100 - share}fr` }}
    >
      <PaneBody pane={left} />
      <hr
        aria-label={label}
        aria-orientation="vertical"
        aria-valuenow={share}
        aria-valuemin={30}
        aria-valuemax={70}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => setShare(50)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') setShare((now) => clamp(now - 5));
          if (event.key === 'ArrowRight') setShare((now) => clamp(now + 5));
        }}
        className="h-full cursor-col-resize touch-none border-x-4 border-transparent bg-line bg-clip-padding -outline-offset-2 hover:bg-primary"
      />
      <PaneBody pane={right} />
    </section>
  );
}

/** A pane that scrolls must be reachable by keyboard, also where the browser does not see to it. */
function reachable(pane: HTMLElement | null): void {
  if (pane) pane.tabIndex = 0;
}

function PaneBody({ pane }: { pane: Pane }) {
  return (
    <section
      ref={reachable}
      aria-label={pane.title}
      className="min-w-0 overflow-auto scroll-smooth -outline-offset-2 [--head-top:0px]"
    >
      {pane.content}
    </section>
  );
}
