import { moment } from '#lib/format.ts';
import type { OfferRow, WayStop } from '#modules/articles/offers.contract.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { type Stop, Stops } from '../../ui/stops.tsx';

/** The way of a story as a line of stops with time and person; the last ones say for whom it waits. */
export function StoryStops({ way, offers }: { way: readonly WayStop[]; offers: readonly OfferRow[] }) {
  const t = useT();
  const language = useLanguage();
  const stops = way.map(
    (stop): Stop => ({
      key: stop.key,
      label: t(`offers.stop.${stop.what}`, { unit: stop.unitName }),
      state: stop.what === 'returned' || stop.what === 'withdrawn' ? 'returned' : 'done',
      person: stop.byName,
      time: moment(stop.at, Date.now(), language),
      note: stop.note,
    }),
  );
  const waits = offers
    .filter((offer) => offer.state === 'offered' || offer.state === 'accepted')
    .map(
      (offer): Stop => ({
        key: `waits:${offer.id}`,
        label: t(offer.state === 'offered' ? 'offers.stop.waiting' : 'offers.stop.deciding', {
          unit: offer.toUnitName,
        }),
        state: 'now',
      }),
    );
  if (stops.length + waits.length === 0) return null;
  return <Stops upright label={t('offers.way')} stops={[...stops, ...waits]} />;
}
