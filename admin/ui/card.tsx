import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface CardProps {
  title?: ReactNode;
  /** Beside the title: a link, a small button. */
  action?: ReactNode;
  /** No space inside, for a table or a list that fills the card. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A part of a page that belongs together: one hairline, no shadow. */
export function Card({ title, action, flush, className, children }: CardProps) {
  return (
    <section className={cx('min-w-0 rounded-md border border-line bg-paper', className)}>
      {title && (
        <div className="flex min-h-12 flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-2">
          <h2 className="text-base font-semibold">{title}</h2>
          {action}
        </div>
      )}
      <div className={flush ? undefined : 'p-4'}>{children}</div>
    </section>
  );
}
