import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import {
  type HandInItem,
  type HandInWhole,
  type listTopics,
  putHandInItems,
} from '#modules/media/hand-ins.contract.ts';
import { useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { cutAddress } from '../../light/cut-address.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

type Topics = OutputOf<typeof listTopics>['items'];

/** The photos side by side: chosen or not, under which topic, and what stands against one. */
export function PictureChoice({ whole, topics }: { whole: HandInWhole; topics: Topics }) {
  const t = useT();
  const { handIn } = whole;
  const [items, setItems] = useState(whole.items);
  const [note, setNote] = useState(handIn.note);
  const may = handIn.can.includes('edit');
  const changed = note !== handIn.note || JSON.stringify(items) !== JSON.stringify(whole.items);
  const save = useWrite(putHandInItems, {
    changes: ['/hand-ins'],
    onDone: () => toast({ tone: 'success', text: t('handins.saved') }),
  });
  const change = (mediaId: string, to: Partial<HandInItem>) =>
    setItems((now) => now.map((one) => (one.mediaId === mediaId ? { ...one, ...to } : one)));
  if (whole.items.length === 0)
    return <EmptyState title={t('handins.noPhotos')}>{may ? t('handins.noPhotosHint') : ''}</EmptyState>;
  const send = () =>
    save.mutate({
      handInId: handIn.id,
      version: handIn.version,
      note,
      items: items.map(({ mediaId, cutId, topic, chosen }) => ({ mediaId, cutId, topic, chosen })),
    });
  return (
    <div className="flex flex-col gap-4">
      {save.error && <ProblemNotice problem={save.error} />}
      <ul
        aria-label={t('handins.photos')}
        className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4"
      >
        {items.map((item) => (
          <li key={item.mediaId} className="min-w-0">
            <Tile item={item} topics={topics} may={may} onChange={(to) => change(item.mediaId, to)} />
          </li>
        ))}
      </ul>
      {may && (
        <>
          <TextInput label={t('handins.note')} maxLength={1000} value={note} onChange={setNote} />
          <div>
            <Button look={changed ? 'primary' : 'secondary'} disabled={!changed} busy={save.isPending} onClick={send}>
              {t('handins.save')}
            </Button>
          </div>
        </>
      )}
      {!may && note && <p className="text-muted">{note}</p>}
    </div>
  );
}

interface TileProps {
  item: HandInItem;
  topics: Topics;
  may: boolean;
  onChange: (to: Partial<HandInItem>) => void;
}

function Tile({ item, topics, may, onChange }: TileProps) {
  const t = useT();
  const language = useLanguage();
  const nameOf = (topic: Topics[number]) => (language === 'vi' ? topic.nameVi : topic.nameEn);
  const words = item.caption || item.name;
  const topic = topics.find((one) => one.code === item.topic);
  return (
    <article className="flex h-full flex-col gap-2 overflow-hidden rounded-md border border-line bg-paper pb-3">
      <img
        src={cutAddress(item.cutId, '480')}
        alt={words}
        loading="lazy"
        decoding="async"
        className="aspect-4/3 w-full bg-sunken object-cover"
      />
      <div className="flex flex-col gap-2 px-3">
        <p className="text-sm wrap-anywhere">
          {words}
          {item.albumTitle && <span className="block text-xs text-muted">{item.albumTitle}</span>}
        </p>
        {item.finding && (
          <p className="text-sm text-danger wrap-anywhere">
            {item.finding.sentence} <Link to={paths.picture.to({ mediaId: item.mediaId })}>{t('handins.fix')}</Link>
          </p>
        )}
        {may ? (
          <>
            <Checkbox label={t('handins.choose')} checked={item.chosen} onChange={(chosen) => onChange({ chosen })} />
            <Select
              label={t('handins.topic')}
              value={item.topic}
              options={topics.map((one) => ({ value: one.code, label: nameOf(one) }))}
              onChange={(code) => onChange({ topic: code })}
            />
          </>
        ) : (
          <p className="text-sm text-muted">{[topic && nameOf(topic), item.credit].filter(Boolean).join(' · ')}</p>
        )}
      </div>
    </article>
  );
}
