import type { ArticlePolicy } from './articles.policy.ts';
import type { OfferAct, OfferState } from './offers.contract.ts';

export interface OfferMay {
  /** Holds articles.select at the unit that got it. */
  decide: boolean;
  /** Holds articles.select at the unit that offers. */
  offer: boolean;
  /** Holds articles.publish at the unit that got it. */
  publish: boolean;
}

export interface OfferStanding {
  state: OfferState;
  /** The receiver's site shows it, or is about to. */
  published: boolean;
  hasEdition: boolean;
  /** The origin was taken down: nobody uses it any more. */
  takenDown: boolean;
}

/** What a person with these rights may do with an offer now. */
export function offerActs(may: OfferMay, it: OfferStanding): OfferAct[] {
  const when = (condition: boolean, ...acts: OfferAct[]) => (condition ? acts : []);
  const open = it.state === 'offered' || it.state === 'accepted';
  const usable = it.state === 'picked' && !it.takenDown;
  return [
    ...when(may.decide && it.state === 'offered' && !it.takenDown, 'accept'),
    ...when(may.decide && open, 'return'),
    ...when(may.decide && open && !it.takenDown, 'pick'),
    ...when(may.decide && it.state === 'picked', 'unpick'),
    ...when(may.offer && open, 'withdraw'),
    ...when(may.decide && usable && !it.hasEdition, 'edit-own'),
    // One story stands once on a site: unedited, or as the level's own edition.
    ...when(may.publish && usable && !it.published && !it.hasEdition, 'publish'),
    ...when(may.decide && usable, 'offer-on'),
  ];
}

/** Of a unit's own text: offering what was approved or is public, and recording where it stood. */
export const offerPolicy: ArticlePolicy = (may, it) => {
  const ready = it.live || it.stage === 'approved' || it.stage === 'scheduled' || it.stage === 'published';
  if (!ready) return [];
  return [
    ...(may.atUnit('articles.select') && !it.isEdition ? (['offer'] as const) : []),
    ...(may.atUnit('placements.record') && !it.isEdition ? (['place'] as const) : []),
  ];
};
