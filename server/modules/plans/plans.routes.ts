import { read, send, write } from '#platform/route.ts';
import { checkPlan } from './checks.ts';
import * as comments from './comments.ts';
import { exportPlan, planPaper } from './exports.ts';
import { createFromDocument, proposeFromDocument } from './from-document.ts';
import { home } from './home.ts';
import { deleteLine, putLine } from './lines.ts';
import * as c from './plans.contract.ts';
import * as plans from './plans.ts';
import * as steps from './steps.ts';
import { diffVersions, listVersions } from './versions.ts';

export const planRoutes = [
  read(c.home, home),
  read(c.listPlans, plans.listPlans),
  write(c.createPlan, plans.createPlan),
  write(c.createPlanFromDocument, createFromDocument),
  read(c.proposeFromDocument, proposeFromDocument),
  read(c.getPlan, plans.getPlan),
  write(c.editPlan, plans.editPlan),
  write(c.deletePlan, plans.deletePlan),
  write(c.putLine, putLine),
  write(c.deleteLine, deleteLine),
  write(c.consult, steps.consult),
  write(c.submitPlan, steps.submitPlan),
  write(c.withdrawPlan, steps.withdrawPlan),
  write(c.initialPlan, steps.initialPlan),
  write(c.checkFormat, steps.checkFormat),
  write(c.returnPlan, steps.returnPlan),
  write(c.signPlan, steps.signPlan),
  write(c.issuePlan, steps.issuePlan),
  write(c.attachSignedFile, steps.attachSignedFile),
  write(c.closePlan, steps.closePlan),
  read(c.listComments, comments.listComments),
  write(c.addComment, comments.addComment),
  write(c.resolveComment, comments.resolveComment),
  read(c.listVersions, listVersions),
  read(c.diffVersions, diffVersions),
  read(c.checkPlan, checkPlan),
  read(c.planPaper, planPaper),
  send(c.exportPlan, exportPlan),
];
