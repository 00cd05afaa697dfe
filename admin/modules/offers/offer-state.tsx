import { shortDay } from '#lib/format.ts';
import type { OfferRow, OfferState } from '#modules/articles/offers.contract.ts';
import { useT } from '../../texts/load.ts';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';

const tones: Record<OfferState, Tone> = {
  offered: 'waiting',
  accepted: 'info',
  returned: 'danger',
  picked: 'success',
  withdrawn: 'neutral',
};

/** How far an offer has come; marigold only for whom it waits. */
export function OfferStateTag({ offer }: { offer: Pick<OfferRow, 'state' | 'can'> }) {
  const t = useT();
  const waits = offer.state === 'offered' && offer.can.includes('accept');
  return (
    <StateTag tone={offer.state === 'offered' && !waits ? 'info' : tones[offer.state]}>
      {t(`offers.state.${offer.state}`)}
    </StateTag>
  );
}

/** By when an answer is wanted, and how late it is. */
export function OfferDue({ offer: { dueOn, late, state } }: { offer: Pick<OfferRow, 'dueOn' | 'late' | 'state'> }) {
  const t = useT();
  if (dueOn === null || (state !== 'offered' && state !== 'accepted')) return null;
  return (
    <span className={`block text-xs ${late > 0 ? 'font-semibold text-danger' : 'text-muted'}`}>
      {late > 0 ? t('offers.late', { n: late }) : t('offers.due', { day: shortDay(dueOn) })}
    </span>
  );
}
