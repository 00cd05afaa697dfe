import { read } from '#platform/route.ts';
import * as c from './coverage.contract.ts';
import { coverage, coverageMatrix } from './coverage.ts';
import { getAddressee, listAddressees } from './coverage-units.ts';

export const coverageRoutes = [
  read(c.coverage, coverage),
  read(c.coverageMatrix, coverageMatrix),
  read(c.listAddressees, listAddressees),
  read(c.getAddressee, getAddressee),
];
