import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { articleOffers, type OfferRow } from '#modules/articles/offers.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PlaceForm } from '../channels/place-form.tsx';
import { OfferActs } from '../offers/offer-acts.tsx';
import { type MayOffer, OfferForm } from '../offers/offer-form.tsx';
import { OfferDue, OfferStateTag } from '../offers/offer-state.tsx';
import { StoryStops } from '../offers/story-stops.tsx';
import { EditionNews } from './edition-news.tsx';
import type { PanelProps } from './panel.ts';
import { withOrigin } from './versions-panel.tsx';

type Offers = OutputOf<typeof articleOffers>;

/** Where the story was offered, its way there, and where it may be offered or was printed. */
export function OffersPanel({ article, onChange }: PanelProps) {
  const t = useT();
  const { data, error, refetch } = useRead(articleOffers, { articleId: article.id });
  const nothing = data && data.items.length + data.may.length + data.editions.length === 0;
  if (nothing && !article.can.includes('place') && article.originId === null) return null;
  return (
    <Card title={t('offers.panel')}>
      {error && !data && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={3} />}
      {data && <Way offers={data} article={article} onChange={onChange} />}
    </Card>
  );
}

function Way({ offers, article, onChange }: PanelProps & { offers: Offers }) {
  const t = useT();
  const [open, setOpen] = useState<'offer' | 'place' | null>(null);
  const [first, ...others] = offers.may;
  const close = () => setOpen(null);
  const places = placesOf(offers, article);
  return (
    <div className="flex flex-col gap-4">
      {article.originId !== null && <EditionNews article={article} onChange={onChange} />}
      <StoryStops way={offers.way} offers={offers.items} />
      {offers.items.length === 0 && <p className="text-sm text-muted">{t('offers.notOffered')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {offers.items.filter(hasMore).map((offer) => (
          <OneOffer key={offer.id} offer={offer} editions={offers.editions} />
        ))}
      </ul>
      {offers.editions.length > 0 && <Editions editions={offers.editions} here={article.id} />}
      {open === 'offer' && first && (
        <OfferForm
          articleId={article.originId ?? article.id}
          may={[first, ...others] as [MayOffer, ...MayOffer[]]}
          contentHash={first.unitId === article.unitId ? offers.contentHash : null}
          onClose={close}
        />
      )}
      {open === 'place' && <PlaceForm articleId={article.originId ?? article.id} units={places} onClose={close} />}
      {open === null && (
        <div className="flex flex-wrap gap-2">
          {first && <Button onClick={() => setOpen('offer')}>{t('offers.offer')}</Button>}
          {places.length > 0 && <Button onClick={() => setOpen('place')}>{t('offers.place')}</Button>}
        </div>
      )}
    </div>
  );
}

const hasMore = (offer: OfferRow): boolean => offer.can.some((act) => act !== 'offer-on') || offer.late > 0;

/** Units in whose name a placement may be recorded: the story's own, and those that picked it. */
function placesOf(offers: Offers, article: PanelProps['article']): { unitId: string; unitName: string }[] {
  const own = article.can.includes('place') ? [{ unitId: article.unitId, unitName: article.unitName }] : [];
  const picked = offers.items.filter((offer) => offer.state === 'picked' && offer.can.includes('offer-on'));
  return [...own, ...picked.map((offer) => ({ unitId: offer.toUnitId, unitName: offer.toUnitName }))];
}

function OneOffer({ offer, editions }: { offer: OfferRow; editions: Offers['editions'] }) {
  return (
    <li className="flex flex-col gap-2 py-3 first:pt-0">
      <div className="flex flex-wrap items-center gap-2">
        <OfferStateTag offer={offer} />
        <span className="min-w-0 wrap-anywhere">
          <Link to={paths.offers.to({}, { xem: offer.id })}>{offer.toUnitName}</Link>
        </span>
        <OfferDue offer={offer} />
      </div>
      <OfferActs offer={offer} editions={editions} />
    </li>
  );
}

/** What each level made of the story; what it changed stands beside the origin for those who may read it. */
function Editions({ editions, here }: { editions: Offers['editions']; here: string }) {
  const t = useT();
  const shown = editions.filter((edition) => edition.id !== here || edition.compare);
  if (shown.length === 0) return null;
  return (
    <div className="flex flex-col gap-1 text-sm">
      <span className="text-muted">{t('offers.editions')}</span>
      {shown.map((edition) => (
        <p key={edition.id} className="flex flex-wrap gap-x-3 gap-y-1">
          {edition.id !== here && <Link to={paths.article.to({ articleId: edition.id })}>{edition.unitName}</Link>}
          {edition.compare && (
            <Link to={paths.article.to({ articleId: edition.id }, { soSanh: withOrigin })}>
              {t('offers.compareOrigin')}
              {edition.id !== here && <span className="sr-only">: {edition.unitName}</span>}
            </Link>
          )}
        </p>
      ))}
    </div>
  );
}
