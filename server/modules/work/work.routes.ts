import { read, send, write } from '#platform/route.ts';
import { getActivity } from './activity.ts';
import * as deciding from './deciding.ts';
import * as e from './evidence.contract.ts';
import { listEvidence, recordEvidence } from './evidence.ts';
import * as f from './feeds.contract.ts';
import * as feeds from './feeds.ts';
import * as s from './series.contract.ts';
import * as series from './series.ts';
import * as c from './work.contract.ts';
import * as work from './work.ts';

export const workRoutes = [
  read(c.listActivities, work.listActivities),
  read(c.countActivities, work.countActivities),
  read(c.listHappenings, work.listHappenings),
  read(c.getActivity, getActivity),
  write(c.sayDone, work.sayDone),
  read(c.planProgress, work.planProgress),
  write(e.recordEvidence, recordEvidence),
  read(e.listEvidence, listEvidence),
  write(e.confirmEvidence, deciding.confirmEvidence),
  write(e.refuseEvidence, deciding.refuseEvidence),
  write(e.withdrawEvidence, deciding.withdrawEvidence),
  read(s.listSeries, series.listSeries),
  write(s.addSeries, series.addSeries),
  write(s.editSeries, series.editSeries),
  write(s.deleteSeries, series.deleteSeries),
  write(s.assignSeries, series.assignSeries),
  read(f.listFeeds, feeds.listFeeds),
  write(f.makeFeed, feeds.makeFeed),
  write(f.revokeFeed, feeds.revokeFeed),
  send(f.readFeed, feeds.readFeed),
];
