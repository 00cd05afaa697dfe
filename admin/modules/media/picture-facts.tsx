import type { ReactNode } from 'react';
import { clockOf, dayOf, formatBytes, shortDay } from '#lib/format.ts';
import type { MediaDetail } from '#modules/media/media.contract.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';

const when = (at: string) => `${clockOf(at)}, ${shortDay(dayOf(at))}`;

/** What is known of the file; nothing of where it was taken. */
export function PictureFacts({ row }: { row: MediaDetail }) {
  const t = useT();
  const language = useLanguage();
  const facts: [string, ReactNode][] = [
    [t('media.fact.name'), row.name],
    [
      t('media.fact.size'),
      t('media.fact.pixels', {
        width: row.width ?? '–',
        height: row.height ?? '–',
        bytes: formatBytes(row.bytes, language),
      }),
    ],
    [t('media.fact.taken'), row.takenAt ? when(row.takenAt) : t('media.fact.takenUnknown')],
    [t('media.fact.added'), when(row.createdAt)],
    [t('media.fact.by'), row.createdByName ?? '–'],
    [t('media.fact.unit'), row.unitName],
  ];
  return (
    <Card title={t('media.facts')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
