import { shortDay } from '#lib/format.ts';
import type { UnitDetail } from '#modules/org/org.contract.ts';
import { unitHistory } from '#modules/org/reorganisation.contract.ts';
import { useRead } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';

/** Where the unit stood, what it was called, from which units it came and what became of it. */
export function UnitHistory({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const { data } = useRead(unitHistory, { unitId: unit.id });
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={t('org.history.title')}>
      <ol className="flex flex-col gap-3">
        {data.items.map((item) => (
          <li key={`${item.on} ${item.sentence}`}>
            <span className="font-semibold tabular-nums">{t('org.history.from', { day: shortDay(item.on) })}</span>
            <span className="block">{item.sentence}</span>
            {item.decision && <span className="block text-xs text-muted">{item.decision}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
