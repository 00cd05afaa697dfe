import { useNavigate } from '@tanstack/react-router';
import Ellipsis from 'lucide-react/icons/ellipsis';
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import GitMerge from 'lucide-react/icons/git-merge';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import ScrollText from 'lucide-react/icons/scroll-text';
import SquareX from 'lucide-react/icons/square-x';
import UsersRound from 'lucide-react/icons/users-round';
import type { UnitAction, UnitDetail } from '#modules/org/org.contract.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { IconButton } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';

/** What the reader may do with the unit now, as the server says. */
export function UnitActions({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const may = (action: UnitAction) => unit.can.includes(action);
  const more = useMoreActions(unit);
  return (
    <>
      {may('add-child') && (
        <LinkButton icon={Plus} to={paths.unitNew.to({ unitId: unit.id })}>
          {t('org.action.addChild')}
        </LinkButton>
      )}
      {may('edit') && (
        <LinkButton icon={Pencil} look="primary" to={paths.unitEdit.to({ unitId: unit.id })}>
          {t('org.action.edit')}
        </LinkButton>
      )}
      {more.length > 0 && (
        <Menu
          trigger={<IconButton icon={Ellipsis} label={t('ui.moreActions')} tip="end" />}
          groups={[{ items: more }]}
        />
      )}
    </>
  );
}

function useMoreActions(unit: UnitDetail): MenuItem[] {
  const t = useT();
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate({ to });
  const { can } = useSession();
  const reorganise: MenuItem[] =
    can('units.reorganise', unit.path) && unit.closedOn === null
      ? [
          {
            label: t('org.action.reorganise'),
            icon: GitMerge,
            onSelect: go(paths.reorganiseNew.to({}, { donVi: unit.id, loai: 'move' })),
          },
        ]
      : [];
  const all: (MenuItem & { right: UnitAction; also?: UnitAction })[] = [
    {
      right: 'import',
      also: 'add-child',
      label: t('org.action.importSchools'),
      icon: FileSpreadsheet,
      onSelect: go(paths.unitImport.to({}, { unit: unit.id })),
    },
    {
      right: 'import',
      label: t('org.action.importPeople'),
      icon: UsersRound,
      onSelect: go(paths.peopleImport.to({}, { unit: unit.id })),
    },
    {
      right: 'read-audit',
      label: t('org.action.audit'),
      icon: ScrollText,
      onSelect: go(paths.audit.to({}, { subject: unit.id })),
    },
    {
      right: 'close',
      label: t('org.action.close'),
      icon: SquareX,
      danger: true,
      // With what becomes of the open work, and with a way back.
      onSelect: go(paths.reorganiseNew.to({}, { loai: 'close', donVi: unit.id })),
    },
  ];
  const may = (action: UnitAction | undefined) => action === undefined || unit.can.includes(action);
  const own = all.filter(({ right, also }) => may(right) && may(also)).map(({ right: _, also: __, ...item }) => item);
  return [...reorganise, ...own];
}
