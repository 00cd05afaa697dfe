import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useState } from 'react';
import { moment } from '#lib/format.ts';
import { listVersions, restoreVersion, type VersionRow } from '#modules/articles/versions.contract.ts';
import { useList, useWrite } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { More } from '../../ui/more.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { toast } from '../../ui/toast.tsx';
import type { PanelProps } from './panel.ts';

/** Which two versions are compared stands in the address: '3-0' is the third with the newest words. */
export const noComparison = { soSanh: '' };
/** An edition beside the words of the origin that it was taken from. */
export const withOrigin = 'goc';

/** How the text came about: who, when, why; any version beside the newest words, and back to it. */
export function VersionsPanel({ article, onChange }: PanelProps) {
  const t = useT();
  const list = useList(listVersions, { articleId: article.id, limit: 20 }, { enabled: article.inside });
  if (!article.inside || !list.items || list.items.length === 0) return null;
  return (
    <Card title={t('articles.versions')} flush>
      <ul className="divide-y divide-line">
        {list.items.map((row) => (
          <Version key={row.n} row={row} article={article} onChange={onChange} />
        ))}
      </ul>
      <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
    </Card>
  );
}

function Version({ row, article, onChange }: PanelProps & { row: VersionRow }) {
  const t = useT();
  const language = useLanguage();
  const [{ soSanh }, choose] = useFilters(noComparison);
  const same = row.contentHash === article.text.contentHash;
  const shown = soSanh === `${row.n}-0`;
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold">{t('articles.version', { n: row.n })}</span>
        <span className="text-sm text-muted">{t(`articles.why.${row.why}`)}</span>
        {row.n === article.approvedN && <Badge tone="success">{t('articles.isApproved')}</Badge>}
        {same && <Badge>{t('articles.isCurrent')}</Badge>}
      </div>
      <span className="text-xs text-muted">
        {[row.byName, moment(row.at, Date.now(), language)].filter(Boolean).join(' · ')}
      </span>
      {!same && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" aria-pressed={shown} onClick={() => choose({ soSanh: shown ? '' : `${row.n}-0` })}>
            {t(shown ? 'articles.compareClose' : 'articles.compare')}
          </Button>
          {article.can.includes('write') && <Restore row={row} article={article} onChange={onChange} />}
        </div>
      )}
    </li>
  );
}

function Restore({ row, article, onChange }: PanelProps & { row: VersionRow }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const restore = useWrite(restoreVersion, {
    onDone: () => {
      setAsking(false);
      toast({ text: t('articles.restored', { n: row.n }) });
      onChange();
    },
  });
  const input = { articleId: article.id, n: row.n, version: article.text.version };
  return (
    <>
      <Button size="sm" look="quiet" icon={RotateCcw} onClick={() => setAsking(true)}>
        {t('articles.restore')}
      </Button>
      <Confirm
        open={asking}
        title={t('articles.restoreTitle', { n: row.n })}
        verb={t('articles.restore')}
        busy={restore.isPending}
        onConfirm={() => restore.mutate(input, { onError: (p) => toast({ text: p.title, tone: 'danger' }) })}
        onClose={() => setAsking(false)}
      >
        {t(
          article.changedSinceApproval || article.approvedN === null
            ? 'articles.restoreHint'
            : 'articles.restoreApproved',
        )}
      </Confirm>
    </>
  );
}
