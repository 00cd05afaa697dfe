import { formatNumber } from '#lib/format.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Evidence that counts only once it is confirmed, and that waits for the reader. */
export function WaitingNotice({ n }: { n: number }) {
  const t = useT();
  if (n === 0) return null;
  return (
    <Notice
      tone="waiting"
      title={t('work.waiting', { n: formatNumber(n) })}
      action={
        <LinkButton size="sm" to={paths.workWaiting.to()}>
          {t('work.waiting.show')}
        </LinkButton>
      }
    >
      {t('work.waiting.hint')}
    </Notice>
  );
}
