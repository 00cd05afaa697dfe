import { type Route, read } from '#platform/route.ts';
import * as contract from './search.contract.ts';
import { search } from './search.ts';

export const searchRoutes: Route[] = [read(contract.search, search)];
