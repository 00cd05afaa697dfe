import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import IndentDecrease from 'lucide-react/icons/indent-decrease';
import IndentIncrease from 'lucide-react/icons/indent-increase';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import Trash from 'lucide-react/icons/trash-2';
import { useT } from '../../../texts/load.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { useDesk } from '../editing/use-desk.ts';
import { canMove, type Move, moveLine, removeLine } from './line-acts.ts';

interface LineMenuProps {
  id: string;
  name: string;
  /** Whether the details are open; undefined where the line has none. */
  details: boolean | undefined;
  onDetails: () => void;
}

const moves = [
  ['up', ArrowUp],
  ['down', ArrowDown],
  ['indent', IndentIncrease],
  ['outdent', IndentDecrease],
] as const satisfies readonly (readonly [Move, unknown])[];

/** What the keys do, for the hand and for phones. */
export function LineMenu({ id, name, details, onDetails }: LineMenuProps) {
  const t = useT();
  const { book } = useDesk();
  const items = (): MenuItem[] => [
    ...(details === undefined
      ? []
      : [
          {
            label: t(details ? 'plans.edit.hideDetails' : 'plans.edit.details'),
            icon: SlidersHorizontal,
            onSelect: onDetails,
          },
        ]),
    ...moves
      .filter(([move]) => canMove(book, id, move))
      .map(([move, icon]) => ({ label: t(`plans.edit.${move}`), icon, onSelect: () => void moveLine(book, id, move) })),
    { label: t('plans.edit.delete'), icon: Trash, danger: true, onSelect: () => removeLine(book, id) },
  ];
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          icon={EllipsisVertical}
          label={`${t('plans.edit.menu')}: ${name}`}
          tip="none"
          className="size-8 md:size-8"
        />
      }
      groups={[{ items: items() }]}
    />
  );
}
