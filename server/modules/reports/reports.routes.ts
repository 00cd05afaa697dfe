import { type Route, read, send, write } from '#platform/route.ts';
import { listDossiers, makeDossier } from './dossiers.ts';
import * as c from './reports.contract.ts';
import { outputList, reportFigures, standingReport } from './reports.ts';

export const reportRoutes: Route[] = [
  send(c.outputList, outputList),
  send(c.standingReport, standingReport),
  read(c.reportFigures, reportFigures),
  read(c.listDossiers, listDossiers),
  write(c.makeDossier, makeDossier),
];
