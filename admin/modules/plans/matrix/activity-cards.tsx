import CloudOff from 'lucide-react/icons/cloud-off';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useT } from '../../../texts/load.ts';
import { StateTag } from '../../../ui/state-tag.tsx';
import { useLine } from '../editing/use-desk.ts';
import { useActivities } from './activities.ts';
import { type ColumnKey, cellText } from './columns.ts';

/** The matrix on a phone: one card an activity, a press opens its form. */
export function ActivityCards({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useT();
  return (
    <ol aria-label={t('plans.matrix.title')} className="flex flex-col gap-3">
      {useActivities().map((id, i) => (
        <ActivityCard key={id} id={id} n={i + 1} onOpen={onOpen} />
      ))}
    </ol>
  );
}

const shown: readonly ColumnKey[] = ['targets', 'lead', 'time'];

function ActivityCard({ id, n, onOpen }: { id: string; n: number; onOpen: (id: string) => void }) {
  const t = useT();
  const line = useLine(id);
  if (!line) return null;
  const facts = shown.map((key) => [key, cellText(key, line.mine)] as const).filter(([, words]) => words);
  return (
    <li className="relative rounded-md border border-line bg-paper p-4">
      <button type="button" className="text-left font-semibold after:absolute after:inset-0" onClick={() => onOpen(id)}>
        {n}. {line.mine.text || t('plans.matrix.untitled')}
      </button>
      {cellText('product', line.mine) && (
        <p className="mt-1 line-clamp-3 text-muted">{cellText('product', line.mine)}</p>
      )}
      <dl className="mt-2 grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-1">
        {facts.map(([key, words]) => (
          <div key={key} className="contents">
            <dt className="text-xs text-muted">{t(`plans.matrix.column.${key}`)}</dt>
            <dd className="min-w-0 wrap-break-word">{words}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-2 flex gap-2 empty:hidden">
        {line.state === 'kept' && (
          <StateTag tone="warning" icon={CloudOff}>
            {t('plans.edit.unsentLine')}
          </StateTag>
        )}
        {line.state === 'clash' && (
          <StateTag tone="danger" icon={TriangleAlert}>
            {t('plans.edit.clash.title')}
          </StateTag>
        )}
      </div>
    </li>
  );
}
