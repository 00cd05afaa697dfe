import UserRoundPen from 'lucide-react/icons/user-round-pen';
import { useState } from 'react';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { type PickedUnit, UnitPicker } from '../org/unit-picker.tsx';
import { writingUrl } from './article-actions.tsx';

/** The level above types in what a unit below sent by other ways; the text is that unit's. */
export function EnterFor() {
  const t = useT();
  const { unit, can } = useSession();
  const [open, setOpen] = useState(false);
  const [below, setBelow] = useState<PickedUnit | null>(null);
  if (!unit || !can('articles.select') || !can('articles.edit')) return null;
  return (
    <Popover
      label={t('articles.enterFor')}
      open={open}
      onOpen={setOpen}
      align="end"
      className="flex w-80 max-w-full flex-col gap-4 p-4"
      trigger={<Button icon={UserRoundPen}>{t('articles.enterFor')}</Button>}
    >
      <UnitPicker
        label={t('articles.enterForUnit')}
        hint={t('articles.enterForHint')}
        within={unit.id}
        value={below}
        onChange={setBelow}
      />
      {below && below.id !== unit.id && (
        <a className={buttonClass('primary')} href={`${writingUrl()}?unitId=${below.id}`}>
          {t('articles.begin')}
        </a>
      )}
    </Popover>
  );
}
