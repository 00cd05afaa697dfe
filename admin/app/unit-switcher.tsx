import Building2 from 'lucide-react/icons/building-2';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { useT } from '../texts/load.ts';
import { Menu } from '../ui/menu.tsx';
import { type MyUnit, useSession } from './session.tsx';

/** The unit I am acting for; a choice only where there is one. */
export function UnitSwitcher() {
  const t = useT();
  const { me, unit, chooseUnit } = useSession();
  if (!unit) return null;
  const roles = (mine: MyUnit) => mine.roles.map((role) => t(`ui.role.${role}`)).join(', ');
  const face = (
    <>
      <Building2 size={18} className="hidden shrink-0 text-muted sm:block" aria-hidden />
      <span className="min-w-0 flex-1 truncate text-left font-semibold">{unit.name}</span>
    </>
  );
  if (me.units.length === 1) return <div className="flex min-w-0 items-center gap-2 px-2">{face}</div>;
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`${t('ui.frame.units')}: ${unit.name}`}
          className="flex min-h-10 min-w-0 items-center gap-2 rounded-md px-2 hover:bg-sunken md:min-h-9"
        >
          {face}
          <ChevronsUpDown size={14} className="shrink-0 text-muted" aria-hidden />
        </button>
      }
      groups={[
        {
          title: t('ui.frame.unit'),
          items: me.units.map((mine) => ({
            label: mine.name,
            detail: roles(mine),
            chosen: mine.id === unit.id,
            onSelect: () => chooseUnit(mine.id),
          })),
        },
      ]}
    />
  );
}
