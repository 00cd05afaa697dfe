import { formatNumber } from '#lib/format.ts';
import { countWaiting } from '#modules/articles/steps.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Texts whose step waits for the reader, on the home page. */
export function ReviewsNotice() {
  const t = useT();
  const { canAnywhere } = useSession();
  const { data } = useRead(countWaiting, {}, { enabled: canAnywhere('articles.read'), refetchEvery: 60_000 });
  if (!data || data.mine === 0) return null;
  const many = data.mine >= 100 ? '99+' : formatNumber(data.mine);
  return (
    <Notice
      tone="waiting"
      title={t('home.reviews', { n: many })}
      action={
        <LinkButton size="sm" to={paths.reviews.to()}>
          {t('home.reviews.show')}
        </LinkButton>
      }
    >
      {data.late > 0 ? t('home.reviews.late', { n: formatNumber(data.late) }) : t('home.reviews.hint')}
    </Notice>
  );
}
