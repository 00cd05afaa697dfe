import Check from 'lucide-react/icons/check';
import CornerUpLeft from 'lucide-react/icons/corner-up-left';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface Stop {
  key: string;
  label: string;
  /** 'done' passed, 'now' here, 'next' not yet, 'returned' sent back from here, 'skipped' not needed in this unit. */
  state: 'done' | 'now' | 'next' | 'returned' | 'skipped';
  person?: ReactNode;
  time?: ReactNode;
  /** A reason, a comment. */
  note?: ReactNode;
}

const dots = {
  done: 'border-success bg-success text-paper',
  now: 'border-primary bg-paper ring-4 ring-primary-soft',
  next: 'border-edge bg-paper',
  returned: 'border-danger bg-danger text-paper',
  skipped: 'border-line bg-sunken',
};

/** The way of a paper or a story: a line of stops with time and person. Upright on phones, level where there is room. */
export function Stops({ stops, label, upright }: { stops: readonly Stop[]; label: string; upright?: boolean }) {
  return (
    <ol aria-label={label} className={cx('flex flex-col', !upright && 'md:flex-row')}>
      {stops.map((stop, index) => (
        <li
          key={stop.key}
          aria-current={stop.state === 'now' ? 'step' : undefined}
          className={cx(
            'relative flex min-w-0 flex-1 gap-3 pb-5 last:pb-0',
            !upright && 'md:flex-col md:gap-2 md:pr-3 md:pb-0',
          )}
        >
          {index < stops.length - 1 && (
            <span
              aria-hidden
              className={cx(
                'absolute top-5 bottom-0 left-[9px] w-0.5',
                !upright && 'md:top-[9px] md:right-0 md:bottom-auto md:left-5 md:h-0.5 md:w-auto',
                stop.state === 'done' ? 'bg-success' : 'bg-line',
              )}
            />
          )}
          <span
            aria-hidden
            className={cx('z-10 grid size-5 shrink-0 place-items-center rounded-full border-2', dots[stop.state])}
          >
            {stop.state === 'done' && <Check size={12} strokeWidth={3} />}
            {stop.state === 'returned' && <CornerUpLeft size={12} strokeWidth={3} />}
            {stop.state === 'now' && <span className="size-2 rounded-full bg-primary" />}
          </span>
          <div className={cx('min-w-0', stop.state === 'skipped' && 'text-muted')}>
            <div className={cx(stop.state === 'now' ? 'font-semibold' : stop.state === 'next' && 'text-muted')}>
              {stop.label}
            </div>
            {stop.person && <div className="text-xs">{stop.person}</div>}
            {stop.time && <div className="text-xs text-muted">{stop.time}</div>}
            {stop.note && <div className="mt-1 text-xs">{stop.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
