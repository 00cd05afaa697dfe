import { Popover as Base } from '@base-ui/react/popover';
import type { RefObject } from 'react';
import { cx } from './cx.ts';
import { layerOf } from './layers.ts';
import type { PopoverProps } from './popover.tsx';

interface PopoverPanelProps extends Pick<PopoverProps, 'label' | 'align' | 'className' | 'children'> {
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** What opens from a Popover's button. */
export default function PopoverPanel({
  label,
  align = 'end',
  className,
  children,
  anchor,
  onClose,
}: PopoverPanelProps) {
  return (
    <Base.Root
      open
      onOpenChange={(open, { event }) => {
        // A press on the button itself closes by the button, not twice.
        if (!open && !(event.target instanceof Node && anchor.current?.contains(event.target))) onClose();
      }}
    >
      <Base.Portal container={layerOf(anchor.current)}>
        <Base.Positioner anchor={anchor} sideOffset={8} align={align} className="z-40">
          <Base.Popup
            aria-label={label}
            finalFocus={anchor}
            className={cx('rise rounded-md bg-paper shadow-soft outline-none', className)}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
