import { shortDay } from '#lib/format.ts';
import type { PlacementRow, PlacementState } from '#modules/channels/placements.contract.ts';
import { useT } from '../../texts/load.ts';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';

const tones: Record<PlacementState, Tone> = {
  asked: 'info',
  placed: 'success',
  'removal-asked': 'waiting',
  removed: 'neutral',
  impossible: 'warning',
  refused: 'neutral',
  cancelled: 'neutral',
};
/** A correction is no removal, and is said otherwise. */
const corrections = { 'removal-asked': 'correction-asked', removed: 'corrected', impossible: 'not-corrected' } as const;

export function PlacementStateTag({ row }: { row: PlacementRow }) {
  const t = useT();
  const { state } = row;
  const said =
    row.removal === 'correction' && state in corrections ? corrections[state as keyof typeof corrections] : state;
  return (
    <>
      <StateTag tone={tones[state]}>{t(`channels.state.${said}`)}</StateTag>
      {state === 'removal-asked' && row.actBy && (
        <span className={`block text-xs ${row.late > 0 ? 'font-semibold text-danger' : 'text-muted'}`}>
          {row.late > 0 ? t('channels.late', { n: row.late }) : t('channels.actBy', { day: shortDay(row.actBy) })}
        </span>
      )}
    </>
  );
}
