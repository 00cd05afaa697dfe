import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { listAlbums } from '#modules/media/albums.contract.ts';
import { collectAlbum, type HandInWhole, type listTopics, putHandInItems } from '#modules/media/hand-ins.contract.ts';
import { listMedia } from '#modules/media/media.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';

type Topics = OutputOf<typeof listTopics>['items'];

/** Takes photos in: a whole album, or one from the library, under a topic. */
export function CollectForm({ whole, topics }: { whole: HandInWhole; topics: Topics }) {
  const t = useT();
  const language = useLanguage();
  const { handIn, items } = whole;
  const albums = useRead(listAlbums, { unitId: handIn.unitId, limit: 100 });
  const library = useRead(listMedia, { unitId: handIn.unitId, state: 'ready', limit: 200 });
  const [topic, setTopic] = useState('');
  const collect = useWrite(collectAlbum, { changes: ['/hand-ins'] });
  const put = useWrite(putHandInItems, { changes: ['/hand-ins'] });
  const at = { handInId: handIn.id, version: handIn.version };
  const under = topic || topics[0]?.code || 'other';
  const there = new Set(items.map((item) => item.mediaId));
  const pictures = (library.data?.items ?? []).filter((row) => row.cut && !there.has(row.id));
  const kept = items.map(({ mediaId, cutId, topic: of, chosen }) => ({ mediaId, cutId, topic: of, chosen }));
  const problem = collect.error ?? put.error;
  return (
    <Card title={t('handins.collect')}>
      <div className="flex flex-col gap-4">
        {problem && <ProblemNotice problem={problem} />}
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <Select
            label={t('handins.topic')}
            value={under}
            options={topics.map((one) => ({ value: one.code, label: language === 'vi' ? one.nameVi : one.nameEn }))}
            onChange={setTopic}
          />
          <Combobox
            label={t('handins.fromAlbum')}
            hint={t('handins.fromAlbum.hint')}
            items={albums.data?.items ?? []}
            value={null}
            keyOf={(one) => one.id}
            labelOf={(one) => `${one.title} (${one.pictures})`}
            onChange={(album) => album && collect.mutate({ ...at, albumId: album.id, topic: under })}
          />
          <Combobox
            label={t('handins.fromLibrary')}
            items={pictures}
            value={null}
            keyOf={(one) => one.id}
            labelOf={(one) => one.caption || one.name}
            onChange={(row) =>
              row?.cut &&
              put.mutate({
                ...at,
                note: handIn.note,
                items: [...kept, { mediaId: row.id, cutId: row.cut.id, topic: under, chosen: true }],
              })
            }
          />
        </div>
        {(collect.isPending || put.isPending) && (
          <Button busy disabled>
            {t('handins.collecting')}
          </Button>
        )}
      </div>
    </Card>
  );
}
