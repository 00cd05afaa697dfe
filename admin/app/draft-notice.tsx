import { moment } from '#lib/format.ts';
import { useLanguage, useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Draft } from './draft.ts';

/** Says that typed text was brought back, and offers to let it go. Shows nothing where there was none. */
export function DraftNotice({ draft }: { draft: Pick<Draft<unknown>, 'restoredAt' | 'older' | 'discard'> }) {
  const t = useT();
  const language = useLanguage();
  if (draft.restoredAt === undefined) return null;
  return (
    <Notice
      live
      tone={draft.older ? 'warning' : 'info'}
      title={t('ui.draft.restored', { time: moment(draft.restoredAt, Date.now(), language) })}
      action={
        <Button size="sm" onClick={draft.discard}>
          {t('ui.draft.discard')}
        </Button>
      }
    >
      {draft.older && t('ui.draft.older')}
    </Notice>
  );
}
