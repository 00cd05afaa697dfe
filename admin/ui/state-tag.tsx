import type { LucideIcon } from 'lucide-react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import Hourglass from 'lucide-react/icons/hourglass';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** What a colour means. `waiting` is marigold: it waits for the person who is reading, and for nothing else. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'waiting';

export const toneIcon: Record<Tone, LucideIcon> = {
  neutral: CircleDashed,
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
  waiting: Hourglass,
};

export const toneClass: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted',
  info: 'bg-info-soft text-info',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  waiting: 'bg-waiting-soft text-waiting',
};

export interface StateTagProps {
  tone: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}

/** A state: always an icon and a word beside its colour. */
export function StateTag({ tone, icon, children }: StateTagProps) {
  const Icon = icon ?? toneIcon[tone];
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-xs font-semibold whitespace-nowrap',
        toneClass[tone],
      )}
    >
      <Icon size={14} className="shrink-0" aria-hidden />
      {children}
    </span>
  );
}

/** A small count or word without a state of its own. */
export function Badge({ children, tone = 'neutral' }: { children: ReactNode; tone?: Tone }) {
  return (
    <span
      className={cx(
        'inline-flex min-w-5 items-center justify-center rounded-full px-1.5 text-xs font-semibold tabular-nums',
        tone === 'waiting' ? 'bg-accent text-on-accent' : toneClass[tone],
      )}
    >
      {children}
    </span>
  );
}
