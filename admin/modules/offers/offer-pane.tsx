import { useState } from 'react';
import type { ArticleContent } from '#lib/article-content.ts';
import { moment } from '#lib/format.ts';
import { getOffer, type OfferDetail } from '#modules/articles/offers.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ContentView } from '../articles/content-view.tsx';
import { OfferActs } from './offer-acts.tsx';
import { OfferForm } from './offer-form.tsx';
import { OfferDue, OfferStateTag } from './offer-state.tsx';
import { StoryStops } from './story-stops.tsx';

/** One offered story beside the list: exactly the words that were offered, the way it came, what can be done. */
export function OfferPane({ offerId }: { offerId: string }) {
  const { data, error, refetch } = useRead(getOffer, { offerId });
  if (data) return <Offered key={offerId} offer={data} />;
  return error ? (
    <ProblemNotice problem={error} onRetry={() => void refetch()} />
  ) : (
    <Card>
      <Skeleton lines={8} />
    </Card>
  );
}

function Offered({ offer }: { offer: OfferDetail }) {
  const t = useT();
  const [offering, setOffering] = useState(false);
  const { text, above } = offer;
  const from = { unitId: offer.toUnitId, unitName: offer.toUnitName, to: above };
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Head offer={offer} />
        {offer.corrected && <Notice tone="warning" title={t('offers.corrected')} />}
        {offer.reason && <Notice tone={offer.state === 'returned' ? 'danger' : 'info'} title={offer.reason} />}
        {offering ? (
          <OfferForm articleId={offer.articleId} may={[from]} onClose={() => setOffering(false)} />
        ) : (
          <OfferActs
            offer={offer}
            editions={offer.editions}
            {...(above.length > 0 && { onOfferOn: () => setOffering(true) })}
          />
        )}
        <article className="flex flex-col gap-4 border-t border-line pt-4">
          {text.summary && (
            <p lang={text.language} className="max-w-reading font-semibold wrap-anywhere">
              {text.summary}
            </p>
          )}
          <ContentView content={text.content as ArticleContent} lang={text.language} />
          <p className="max-w-reading text-right font-semibold">
            {[text.credit, offer.originUnitName].filter(Boolean).join(' · ')}
          </p>
        </article>
        <section aria-label={t('offers.way')} className="flex flex-col gap-3 border-t border-line pt-4">
          <h3 className="font-semibold">{t('offers.way')}</h3>
          <StoryStops way={offer.way} offers={[offer]} />
        </section>
      </div>
    </Card>
  );
}

function Head({ offer }: { offer: OfferDetail }) {
  const t = useT();
  const language = useLanguage();
  return (
    <header className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <OfferStateTag offer={offer} />
        <OfferDue offer={offer} />
      </div>
      <h2 lang={offer.text.language} className="text-xl font-semibold wrap-anywhere">
        {offer.title}
      </h2>
      <p className="text-sm text-muted">
        {[offer.unitName, moment(offer.offeredAt, Date.now(), language)].join(' · ')}
      </p>
      {offer.note && <p className="wrap-anywhere whitespace-pre-line">“{offer.note}”</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <Link to={paths.article.to({ articleId: offer.articleId })}>{t('offers.openArticle')}</Link>
        {offer.editions.map((edition) => (
          <Link key={edition.id} to={paths.article.to({ articleId: edition.id })}>
            {edition.id === offer.editionId ? t('offers.openEdition') : `${t('offers.editions')}: ${edition.unitName}`}
          </Link>
        ))}
      </p>
    </header>
  );
}
