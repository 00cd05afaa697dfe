import Crop from 'lucide-react/icons/crop';
import { useState } from 'react';
import { newId } from '#lib/id.ts';
import { type Cut, cutMedia, type MediaDetail } from '#modules/media/media.contract.ts';
import { useWrite } from '../../app/data.ts';
import { cutAddress } from '../../light/cut-address.ts';
import { type PictureToolValue, recipeOf } from '../../picture-tool/picture-tool.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Badge, StateTag } from '../../ui/state-tag.tsx';
import { toast } from '../../ui/toast.tsx';
import { plainCut, ToolHost } from './tool-host.tsx';

/** The ways of showing a picture, and the tool that makes another one. */
export function PictureCuts({ row }: { row: MediaDetail }) {
  const t = useT();
  const [from, setFrom] = useState<Cut>();
  const plain = plainCut(row);
  const may = row.can.includes('cut') && plain !== undefined;
  return (
    <Card
      title={t('media.cuts')}
      action={
        may && !from ? (
          <Button icon={Crop} onClick={() => setFrom(row.cut ?? plain)}>
            {t('media.cuts.new')}
          </Button>
        ) : undefined
      }
    >
      {from ? <CutMaker row={row} from={from} onDone={() => setFrom(undefined)} /> : <CutList row={row} />}
    </Card>
  );
}

function CutList({ row }: { row: MediaDetail }) {
  const t = useT();
  return (
    <>
      <p className="mb-3 text-muted">{t('media.cuts.lead')}</p>
      <ul className="flex flex-wrap gap-4">
        {row.cuts.map((cut) => (
          <li key={cut.id} className="flex w-44 flex-col gap-1">
            {cut.state === 'ready' && (
              <img
                src={cutAddress(cut.id, '480')}
                alt=""
                loading="lazy"
                className="aspect-4/3 w-full rounded-sm bg-sunken object-contain"
              />
            )}
            {cut.state === 'waiting' && <StateTag tone="neutral">{t('media.cuts.waiting')}</StateTag>}
            {cut.state === 'failed' && <StateTag tone="danger">{t('media.cuts.failed')}</StateTag>}
            <span className="text-sm">{wordsOf(t, row, cut)}</span>
            {cut.id === row.cut?.id && (
              <span>
                <Badge tone="info">{t('media.cuts.first')}</Badge>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function wordsOf(t: ReturnType<typeof useT>, row: MediaDetail, { id, recipe }: Cut): string {
  const covered = row.covered.filter((one) => one.cutId === id).length;
  const parts = [
    recipe.crop && t('media.cuts.cropped'),
    recipe.turn !== 0 && t('media.cuts.turned', { turn: recipe.turn }),
    recipe.blurred.length > 0 && t('media.cuts.blurred', { n: recipe.blurred.length }),
    covered > 0 && t('media.cuts.covered', { n: covered }),
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? t('media.cuts.whole') : parts.join(', ');
}

function CutMaker({ row, from, onDone }: { row: MediaDetail; from: Cut; onDone: () => void }) {
  const t = useT();
  const boxes = from.recipe.blurred.map((box, n) => ({ ...box, id: `blur-${n}`, kind: 'blur' as const }));
  const [value, setValue] = useState<PictureToolValue>({ crop: from.recipe.crop, turn: from.recipe.turn, boxes });
  // One id for one cut: sent again it is the same.
  const [id] = useState(() => newId());
  const make = useWrite(cutMedia, {
    changes: ['/media'],
    onDone: () => {
      toast({ tone: 'success', text: t('media.cuts.made') });
      onDone();
    },
  });
  return (
    <div className="flex flex-col gap-4">
      {make.error && <Notice live tone="danger" title={make.error.title} />}
      <ToolHost row={row} mode="cut" boxes={boxes} crop={value.crop} turn={value.turn} onChange={setValue} />
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          busy={make.isPending}
          onClick={() => make.mutate({ mediaId: row.id, id, ...recipeOf(value), first: true })}
        >
          {t('media.cuts.make')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}
