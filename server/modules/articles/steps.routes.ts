import { read, write } from '#platform/route.ts';
import * as claims from './claims.ts';
import * as deciding from './deciding.ts';
import * as s from './steps.contract.ts';
import * as steps from './steps.ts';
import { countWaiting, listWaiting } from './waiting.ts';
import * as w from './workflows.contract.ts';
import * as workflows from './workflows.ts';

export const stepRoutes = [
  read(s.listWaiting, listWaiting),
  read(s.countWaiting, countWaiting),
  read(s.getSteps, steps.getSteps),
  write(s.submitArticle, steps.submitArticle),
  write(s.withdrawArticle, steps.withdrawArticle),
  write(s.claimStep, claims.claimStep),
  write(s.releaseStep, claims.releaseStep),
  write(s.delegateStep, claims.delegateStep),
  read(s.listColleagues, claims.listColleagues),
  write(s.passStep, deciding.passStep),
  write(s.approveArticle, deciding.approveArticle),
  write(s.returnArticle, deciding.returnArticle),
  read(w.listWorkflowUnits, workflows.listWorkflowUnits),
  read(w.getWorkflow, workflows.getWorkflow),
  write(w.setWorkflow, workflows.setWorkflow),
  write(w.inheritWorkflow, workflows.inheritWorkflow),
  read(w.listHolders, workflows.listHolders),
];
