import { read, send, write } from '#platform/route.ts';
import { draftAmendment } from './amend.ts';
import { checkPlan } from './checks.ts';
import * as o from './comments.contract.ts';
import * as comments from './comments.ts';
import * as e from './editions.contract.ts';
import { diffEditions, listEditions } from './editions.ts';
import { exportPlan, planPaper, signedPlan } from './exports.ts';
import { createFromDocument, proposeFromDocument } from './from-document.ts';
import { home } from './home.ts';
import * as issue from './issue.ts';
import { deleteLine, putLine } from './lines.ts';
import * as n from './next-year.contract.ts';
import { lastYear, makeNextYear, previewNextYear } from './next-year.ts';
import { listParentLines } from './parent-line.ts';
import * as c from './plans.contract.ts';
import * as plans from './plans.ts';
import { closePlan, planResults, recallPlan } from './results.ts';
import * as s from './steps.contract.ts';
import * as steps from './steps.ts';
import * as v from './versions.contract.ts';
import { diffVersions, listVersions } from './versions.ts';

export const planRoutes = [
  read(c.home, home),
  read(c.listPlans, plans.listPlans),
  write(c.createPlan, plans.createPlan),
  read(c.listParentLines, listParentLines),
  write(c.createPlanFromDocument, createFromDocument),
  read(c.proposeFromDocument, proposeFromDocument),
  read(c.getPlan, plans.getPlan),
  write(c.editPlan, plans.editPlan),
  write(c.deletePlan, plans.deletePlan),
  write(c.putLine, putLine),
  write(c.deleteLine, deleteLine),
  write(s.consult, steps.consult),
  write(s.submitPlan, steps.submitPlan),
  write(s.withdrawPlan, steps.withdrawPlan),
  write(s.initialPlan, steps.initialPlan),
  write(s.checkFormat, steps.checkFormat),
  write(s.returnPlan, steps.returnPlan),
  write(s.signPlan, steps.signPlan),
  write(s.issuePlan, issue.issuePlan),
  write(s.attachSignedFile, issue.attachSignedFile),
  write(s.closePlan, closePlan),
  write(s.recallPlan, recallPlan),
  read(s.planResults, planResults),
  write(e.draftAmendment, draftAmendment),
  read(e.listEditions, listEditions),
  read(e.diffEditions, diffEditions),
  read(n.previewNextYear, previewNextYear),
  write(n.makeNextYear, makeNextYear),
  read(n.lastYear, lastYear),
  read(o.listComments, comments.listComments),
  write(o.addComment, comments.addComment),
  write(o.resolveComment, comments.resolveComment),
  read(v.listVersions, listVersions),
  read(v.diffVersions, diffVersions),
  read(c.checkPlan, checkPlan),
  read(c.planPaper, planPaper),
  send(c.exportPlan, exportPlan),
  send(c.signedPlan, signedPlan),
];
