import ChartNoAxesColumn from 'lucide-react/icons/chart-no-axes-column';
import { useEffect, useRef } from 'react';
import { formatNumber } from '#lib/format.ts';
import { paths } from '../../app/paths.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';

/** The plan has gone down: comes into sight, and leads on to where it can be followed. */
export function SentNotice({ planId, units }: { planId: string; units: number }) {
  const t = useT();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div ref={box}>
      <Notice
        live
        tone="success"
        title={t('cascade.send.done', { n: formatNumber(units, 0, language) })}
        action={
          <LinkButton look="primary" icon={ChartNoAxesColumn} to={paths.planCoverage.to({ planId })}>
            {t('cascade.send.follow')}
          </LinkButton>
        }
      >
        {t('cascade.send.doneHint')}
      </Notice>
    </div>
  );
}
