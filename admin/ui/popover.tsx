import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useRef } from 'react';
import type { TriggerProps } from './menu.tsx';

const PopoverPanel = lazy(() => import('./popover-panel.tsx'));

export interface PopoverProps {
  trigger: ReactElement<TriggerProps>;
  /** Read aloud: what the panel is. */
  label: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  align?: 'start' | 'end';
  /** Classes of the panel: its width, its space inside. */
  className?: string;
  children: ReactNode;
}

/** A small panel behind a button; its code comes with the first touch of the button. */
export function Popover({ trigger, open, onOpen, ...panel }: PopoverProps) {
  const anchor = useRef<HTMLElement>(null);
  return (
    <>
      {cloneElement(trigger, {
        ref: (element) => {
          anchor.current = element;
        },
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        'data-popup-open': open ? '' : undefined,
        onClick: () => onOpen(!open),
        onPointerEnter: () => void import('./popover-panel.tsx'),
      })}
      {open && (
        <Suspense>
          <PopoverPanel {...panel} anchor={anchor} onClose={() => onOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
