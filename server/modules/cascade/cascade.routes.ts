import { read, write } from '#platform/route.ts';
import * as asked from './asked.ts';
import * as byLink from './by-link.ts';
import * as c from './cascade.contract.ts';
import * as dispatches from './dispatches.ts';
import * as l from './links.contract.ts';
import * as links from './links.ts';
import { makePlanFromAnswers } from './plan-from-answers.ts';
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
  write(c.makePlanFromAnswers, makePlanFromAnswers),
  read(l.listLinks, links.listLinks),
  write(l.makeLink, links.makeLink),
  write(l.revokeLink, links.revokeLink),
  read(l.peekLink, byLink.peekLink),
  write(l.beginLink, byLink.beginLink),
  write(l.answerByLink, byLink.answerByLink),
  write(l.askByLink, byLink.askByLink),
];
