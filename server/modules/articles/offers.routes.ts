import { read, write } from '#platform/route.ts';
import { editionChanges } from './edition-changes.ts';
import * as e from './editions.contract.ts';
import { editionNews, editOwn, takeCorrection } from './editions.ts';
import { decideOffers } from './offer-decisions.ts';
import * as r from './offer-rules.contract.ts';
import * as rules from './offer-rules.ts';
import { offerArticle } from './offering.ts';
import * as c from './offers.contract.ts';
import * as offers from './offers.ts';
import * as p from './placing.contract.ts';
import { placeArticle, sendToPress } from './placing.ts';

export const offerRoutes = [
  write(c.offerArticle, offerArticle),
  read(c.articleOffers, offers.articleOffers),
  read(c.listOffers, offers.listOffers),
  read(c.getOffer, offers.getOffer),
  write(c.decideOffers, decideOffers),
  read(r.listOfferRules, rules.listOfferRules),
  write(r.addOfferRule, rules.addOfferRule),
  write(r.endOfferRule, rules.endOfferRule),
  write(e.editOwn, editOwn),
  read(e.editionNews, editionNews),
  read(e.editionChanges, editionChanges),
  write(e.takeCorrection, takeCorrection),
  write(p.placeArticle, placeArticle),
  write(p.sendToPress, sendToPress),
];
