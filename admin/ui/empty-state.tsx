import type { ReactNode } from 'react';
import { RingsEmpty } from './logo.tsx';

export interface EmptyStateProps {
  /** What will be here. */
  title: string;
  /** Why it is empty, and where things come from. */
  children?: ReactNode;
  /** The first step: one button or link. */
  action?: ReactNode;
  /** Without the picture, inside a card. */
  small?: boolean;
}

/** A place that is still empty says what will be here and offers the first step. */
export function EmptyState({ title, children, action, small }: EmptyStateProps) {
  return (
    <div className={`flex flex-col items-center gap-2 px-4 text-center ${small ? 'py-6' : 'py-12'}`}>
      {!small && <RingsEmpty />}
      <p className="text-base font-semibold">{title}</p>
      {children && <div className="max-w-[56ch] text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
