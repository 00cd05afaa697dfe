import { Menu as Base } from '@base-ui/react/menu';
import Check from 'lucide-react/icons/check';
import type { RefObject } from 'react';
import { cx } from './cx.ts';
import { layerOf } from './layers.ts';
import type { MenuItem, MenuProps } from './menu.tsx';

interface MenuPopupProps extends Omit<MenuProps, 'trigger'> {
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** What opens from a Menu's button. */
export default function MenuPopup({ groups, align = 'end', header, anchor, onClose }: MenuPopupProps) {
  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal container={layerOf(anchor.current)}>
        <Base.Positioner anchor={anchor} sideOffset={4} align={align} className="z-40">
          <Base.Popup
            finalFocus={anchor}
            className="rise max-h-(--available-height) max-w-[min(24rem,94vw)] min-w-52 overflow-y-auto rounded-md bg-paper py-1 shadow-soft outline-none"
          >
            {header}
            {groups.map((group, index) => (
              <Base.Group
                key={group.title ?? index}
                className="border-line not-first:mt-1 not-first:border-t not-first:pt-1"
              >
                {group.title && (
                  <Base.GroupLabel className="px-3 py-1 text-xs text-muted">{group.title}</Base.GroupLabel>
                )}
                {group.items.map((item) => (
                  <Row key={item.label} {...item} />
                ))}
              </Base.Group>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Row({ label, icon: Icon, onSelect, danger, disabled, chosen, detail }: MenuItem) {
  return (
    <Base.Item
      onClick={onSelect}
      disabled={disabled}
      className={cx(
        'flex min-h-9 cursor-pointer items-center gap-2 px-3 py-1.5 outline-none data-disabled:opacity-50 data-highlighted:bg-primary-soft',
        danger && 'text-danger',
      )}
    >
      {Icon && <Icon size={16} className="shrink-0" aria-hidden />}
      <span className="min-w-0 flex-1">
        {label}
        {detail && <span className="block text-xs text-muted">{detail}</span>}
      </span>
      {chosen && <Check size={16} className="shrink-0 text-primary" aria-hidden />}
    </Base.Item>
  );
}
