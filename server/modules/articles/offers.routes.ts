import { read, write } from '#platform/route.ts';
import { decideOffers } from './offer-decisions.ts';
import { offerArticle } from './offering.ts';
import * as c from './offers.contract.ts';
import * as offers from './offers.ts';

export const offerRoutes = [
  write(c.offerArticle, offerArticle),
  read(c.articleOffers, offers.articleOffers),
  read(c.listOffers, offers.listOffers),
  read(c.getOffer, offers.getOffer),
  write(c.decideOffers, decideOffers),
];
