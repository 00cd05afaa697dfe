import type { KeyboardEvent, PointerEvent } from 'react';
import type { MediaDetail } from '#modules/media/media.contract.ts';
import { cutAddress } from '../../light/cut-address.ts';
import { useT } from '../../texts/load.ts';
import { FieldGroup } from '../../ui/field.tsx';

interface Point {
  focalX: number;
  focalY: number;
}

const between = (value: number) => Math.min(1, Math.max(0, Math.round(value * 100) / 100));
const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-0.02, 0],
  ArrowRight: [0.02, 0],
  ArrowUp: [0, -0.02],
  ArrowDown: [0, 0.02],
};

/** The place of a picture that must stay visible where it is cut narrow: by a click, or by the arrow keys. */
export function FocalPoint({
  row,
  x,
  y,
  onChange,
}: {
  row: MediaDetail;
  x: number;
  y: number;
  onChange: (point: Point) => void;
}) {
  const t = useT();
  if (row.cut?.state !== 'ready') return null;
  const click = (event: PointerEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onChange({
      focalX: between((event.clientX - box.left) / box.width),
      focalY: between((event.clientY - box.top) / box.height),
    });
  };
  const press = (event: KeyboardEvent) => {
    const step = arrows[event.key];
    if (!step) return;
    event.preventDefault();
    onChange({ focalX: between(x + step[0]), focalY: between(y + step[1]) });
  };
  const at = t('media.focal.at', { x: Math.round(x * 100), y: Math.round(y * 100) });
  return (
    <FieldGroup label={t('media.focal')} hint={t('media.focal.hint')}>
      <button
        type="button"
        aria-label={`${t('media.focal.set')}. ${at}`}
        className="relative w-fit cursor-crosshair overflow-hidden rounded-sm"
        onPointerDown={click}
        onKeyDown={press}
      >
        <img src={cutAddress(row.cut.id, '480')} alt="" className="block max-h-48 w-auto" draggable={false} />
        <span
          aria-hidden
          className="absolute size-6 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-paper bg-primary/60 outline-2 outline-ink"
          ref={(dot) => {
            if (!dot) return;
            dot.style.left = `${x * 100}%`;
            dot.style.top = `${y * 100}%`;
          }}
        />
      </button>
    </FieldGroup>
  );
}
