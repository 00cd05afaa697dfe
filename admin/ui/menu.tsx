import type { LucideIcon } from 'lucide-react';
import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useRef, useState } from 'react';

const MenuPopup = lazy(() => import('./menu-popup.tsx'));

export interface MenuItem {
  label: string;
  icon?: LucideIcon;
  /** What it does. */
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** Ticked: the one in force. */
  chosen?: boolean;
  detail?: ReactNode;
}

export interface MenuGroup {
  title?: string;
  items: readonly MenuItem[];
}

export interface MenuProps {
  /** The button that opens it: <Button …>, <IconButton …> or a <button>. */
  trigger: ReactElement<TriggerProps>;
  groups: readonly MenuGroup[];
  align?: 'start' | 'end';
  /** Something above the items that is not one (a name, an address). */
  header?: ReactNode;
}

export interface TriggerProps {
  ref?: (element: HTMLElement | null) => void;
  'aria-haspopup'?: 'menu' | 'dialog';
  'aria-expanded'?: boolean;
  'data-popup-open'?: '' | undefined;
  onClick?: () => void;
  onPointerEnter?: () => void;
}

/** Acts behind one button. The popup's code comes with the first touch of the button, not with the page. */
export function Menu({ trigger, ...popup }: MenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLElement>(null);
  return (
    <>
      {cloneElement(trigger, {
        ref: (element) => {
          anchor.current = element;
        },
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'data-popup-open': open ? '' : undefined,
        onClick: () => setOpen(!open),
        onPointerEnter: () => void import('./menu-popup.tsx'),
      })}
      {open && (
        <Suspense>
          <MenuPopup {...popup} anchor={anchor} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
