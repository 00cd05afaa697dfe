import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { type Tone, toneClass, toneIcon } from './state-tag.tsx';

export interface NoticeProps {
  tone?: Exclude<Tone, 'neutral'>;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons: what to do about it. */
  action?: ReactNode;
  /** Read out when it appears; for what happens after an act. */
  live?: boolean;
}

/** A banner over the content it speaks of. */
export function Notice({ tone = 'info', title, children, action, live }: NoticeProps) {
  const Icon = toneIcon[tone];
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={cx('flex flex-wrap items-start gap-x-4 gap-y-2 rounded-md px-4 py-3', toneClass[tone])}
    >
      <div className="flex min-w-0 flex-1 basis-60 gap-3">
        <Icon size={18} className="mt-0.5 shrink-0" aria-hidden />
        <div className="min-w-0">
          <div className="font-semibold">{title}</div>
          {children && <div className="text-ink">{children}</div>}
        </div>
      </div>
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
