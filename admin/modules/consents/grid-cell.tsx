import Check from 'lucide-react/icons/check';
import Clock from 'lucide-react/icons/clock-alert';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import type { KeyboardEvent } from 'react';
import type { CellState, PupilConsents } from '#modules/media/consents.contract.ts';
import { useT } from '../../texts/load.ts';
import { cx } from '../../ui/cx.ts';
import { type Mark, markAt, type Pending, type Place, pressed } from './pending.ts';

const looks: Record<CellState, string> = {
  none: 'border-edge bg-paper text-muted',
  given: 'border-success bg-success-soft text-success',
  refused: 'border-danger bg-danger-soft text-danger',
  ended: 'border-warning bg-warning-soft text-warning',
};
const icons = { none: Minus, given: Check, refused: X, ended: Clock } as const;

export interface GridCellProps {
  pupil: PupilConsents;
  place: Place;
  pending: Pending;
  onMark: ((place: Place, to: Mark | null, onRecord: string) => void) | undefined;
}

/** What one party says on one channel: what is on record, or the mark that is not recorded yet. */
export function GridCell({ pupil, place, pending, onMark }: GridCellProps) {
  const t = useT();
  const onRecord = pupil.channels[place.channel]?.[place.party] ?? 'none';
  const mark = markAt(pending, place);
  const state = mark ?? onRecord;
  const asked = pupil.asked.includes(place.party) || onRecord !== 'none' || mark !== undefined;
  const Icon = icons[state];
  const words = {
    name: pupil.name,
    channel: t(`consents.channel.${place.channel}`),
    party: t(`consents.party.${place.party}`),
    state: t(`consents.state.${state}`),
  };
  const keys = (event: KeyboardEvent) => {
    const to = { c: 'given', k: 'refused', Delete: null, Backspace: null }[event.key] as Mark | null | undefined;
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onMark?.(place, to, onRecord);
  };
  return (
    <button
      type="button"
      data-cell=""
      disabled={!onMark}
      title={words.party}
      aria-label={t(mark ? 'consents.cellChanged' : asked ? 'consents.cell' : 'consents.cellEarly', words)}
      onClick={() => onMark?.(place, pressed(mark, onRecord), onRecord)}
      onKeyDown={keys}
      className={cx(
        'grid h-8 w-9 place-items-center rounded-sm border text-xs',
        looks[state],
        !asked && 'border-dashed opacity-60',
        mark && 'ring-2 ring-primary',
      )}
    >
      <Icon size={16} strokeWidth={2.5} aria-hidden />
    </button>
  );
}
