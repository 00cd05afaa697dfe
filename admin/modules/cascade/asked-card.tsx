import { listAsked } from '#modules/cascade/cascade.contract.ts';
import { useRead } from '../../app/data.ts';
import { answerAddress, paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { AskedDue, useFrom, waits } from './asked-words.tsx';

/** On the home page: what plans from above still ask of the unit; nothing where nothing waits. */
export function AskedCard() {
  const t = useT();
  const from = useFrom();
  const { unit } = useSession();
  const asked = useRead(listAsked, { unitId: unit?.id, show: 'open', limit: 20 }, { enabled: unit !== null });
  const rows = asked.data?.items.filter(waits) ?? [];
  if (rows.length === 0) return null;
  const title = (
    <span className="inline-flex items-center gap-2">
      {t('cascade.asked.home')}
      <Badge tone="waiting">{rows.length}</Badge>
    </span>
  );
  return (
    <Card title={title} flush action={<Link to={paths.asked.to()}>{t('home.all')}</Link>}>
      <ul className="divide-y divide-line">
        {rows.slice(0, 5).map((row) => (
          <li key={row.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <a
                href={answerAddress(row.id)}
                className="text-primary underline underline-offset-2 hover:text-primary-hover"
              >
                {row.title}
              </a>
              <p className="text-xs text-muted">{from(row)}</p>
            </div>
            <div className="text-right">
              <AskedDue row={row} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
