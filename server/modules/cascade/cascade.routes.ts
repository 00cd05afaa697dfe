import { read, write } from '#platform/route.ts';
import * as asked from './asked.ts';
import * as c from './cascade.contract.ts';
import * as dispatches from './dispatches.ts';
import { proposeDispatch } from './proposal.ts';

export const cascadeRoutes = [
  read(c.proposeDispatch, proposeDispatch),
  read(c.previewDispatch, dispatches.previewDispatch),
  write(c.sendPlan, dispatches.sendPlan),
  write(c.sendWave, dispatches.sendWave),
  read(c.listDispatches, dispatches.listDispatches),
  read(c.listAsked, asked.listAsked),
  read(c.listMyAsks, asked.listMyAsks),
  read(c.getAsked, asked.getAsked),
  write(c.openAsked, asked.openAsked),
  write(c.answerAsked, asked.answerAsked),
  write(c.askQuestion, asked.askQuestion),
];
