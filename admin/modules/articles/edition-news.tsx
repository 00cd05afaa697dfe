import { editionNews, takeCorrection } from '#modules/articles/editions.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';
import type { PanelProps } from './panel.ts';

/** On a level's own edition: what was corrected at the origin since, and taking it in. */
export function EditionNews({ article, onChange }: PanelProps) {
  const t = useT();
  const { data } = useRead(editionNews, { articleId: article.id }, { enabled: article.inside });
  const take = useWrite(takeCorrection, {
    changes: ['/articles'],
    onDone: () => {
      toast({ tone: 'success', text: t('offers.news.taken') });
      onChange();
    },
  });
  if (!data) return null;
  const origin = (
    <Link to={paths.article.to({ articleId: data.originId })}>
      {t('articles.origin', { unit: data.originUnitName })}
    </Link>
  );
  if (!data.corrected) return <p className="text-sm">{origin}</p>;
  const may = article.can.includes('write');
  const press = () =>
    take.mutate(
      { articleId: article.id, version: article.text.version, newestN: data.newestN },
      { onError: (problem) => toast({ tone: 'danger', text: problem.title }) },
    );
  return (
    <Notice tone="warning" title={t('offers.news.title', { unit: data.originUnitName })}>
      <div className="flex flex-col items-start gap-3">
        {data.conflicts.length === 0 ? <p>{t('offers.news.clean')}</p> : <Conflicts conflicts={data.conflicts} />}
        <div className="flex flex-wrap items-center gap-3">
          {may && (
            <Button look="primary" busy={take.isPending} onClick={press}>
              {t('offers.news.take')}
            </Button>
          )}
          {origin}
        </div>
      </div>
    </Notice>
  );
}

function Conflicts({ conflicts }: { conflicts: readonly { mine: string; theirs: string }[] }) {
  const t = useT();
  return (
    <>
      <p>{t('offers.news.conflicts', { n: conflicts.length })}</p>
      <ul className="flex flex-col gap-2">
        {conflicts.map(({ mine, theirs }) => (
          <li key={`${mine}|${theirs}`} className="text-sm wrap-anywhere">
            <strong>{t('offers.news.mine')}:</strong> {mine || '–'}
            <br />
            <strong>{t('offers.news.theirs')}:</strong> {theirs || '–'}
          </li>
        ))}
      </ul>
    </>
  );
}
