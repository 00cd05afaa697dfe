import { type Route, read, write } from '#platform/route.ts';
import * as c from './checks.contract.ts';
import * as v from './checks.ts';
import * as guards from './guards.ts';

export const checkRoutes: readonly Route[] = [
  read(c.checkArticle, v.checkArticle),
  write(c.checkLinks, v.checkLinks),
  read(c.listGuards, guards.listGuards),
  write(c.placeGuard, guards.placeGuard),
  write(c.liftGuard, guards.liftGuard),
];
