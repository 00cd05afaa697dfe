import { read, write } from '#platform/route.ts';
import * as o from './outlets.contract.ts';
import * as outlets from './outlets.ts';
import * as p from './placements.contract.ts';
import * as placements from './placements.ts';
import { recordPlaced } from './placing.ts';
import { closeRemoval } from './removals.ts';

export const channelRoutes = [
  read(o.listOutlets, outlets.listOutlets),
  write(o.addOutlet, outlets.addOutlet),
  write(o.editOutlet, outlets.editOutlet),
  read(p.listPlacements, placements.listPlacements),
  read(p.getPlacement, placements.getPlacement),
  write(p.recordPlaced, recordPlaced),
  write(p.refusePlacement, placements.refusePlacement),
  write(p.closeRemoval, closeRemoval),
  write(p.cancelPlacement, placements.cancelPlacement),
];
