import { type Route, read, receive, send, write } from '#platform/route.ts';
import { albumConsents, setAlbumClasses } from './album-classes.ts';
import { answerLetter } from './answer-letter.ts';
import * as of from './classes.contract.ts';
import * as classes from './classes.ts';
import { consentForm } from './consent-form.ts';
import { consentOverview } from './consent-overview.ts';
import * as sheet from './consent-sheet.ts';
import * as c from './consents.contract.ts';
import * as consents from './consents.ts';
import * as f from './findings.contract.ts';
import { listFindings } from './findings.ts';
import * as b from './lawful-bases.contract.ts';
import * as bases from './lawful-bases.ts';
import { importPupils } from './pupil-import.ts';
import * as pupils from './pupils.ts';
import * as steps from './withdrawal-steps.ts';
import * as w from './withdrawals.contract.ts';
import * as withdrawals from './withdrawals.ts';
import * as wordings from './wordings.ts';

export const consentRoutes: Route[] = [
  read(of.listClasses, classes.listClasses),
  write(of.createClass, classes.createClass),
  write(of.editClass, classes.editClass),
  write(of.putPupil, pupils.putPupil),
  write(of.leavePupil, pupils.leavePupil),
  write(of.erasePupil, pupils.erasePupil),
  receive(of.importPupils, importPupils),
  read(of.listPupilsForMarking, pupils.listPupilsForMarking),
  read(c.getClassConsents, consents.getClassConsents),
  write(c.recordConsents, consents.recordConsents),
  write(c.attachEvidence, consents.attachEvidence),
  send(c.getEvidence, consents.getEvidence),
  send(c.consentForm, consentForm),
  send(c.consentSheet, sheet.consentSheet),
  receive(c.readConsentSheet, sheet.readConsentSheet),
  read(c.listPupilAnswers, consents.listPupilAnswers),
  read(c.listWordings, wordings.listWordings),
  write(c.addWording, wordings.addWording),
  read(c.consentOverview, consentOverview),
  read(c.albumConsents, albumConsents),
  write(c.setAlbumClasses, setAlbumClasses),
  read(f.listFindings, listFindings),
  read(b.listLawfulBases, bases.listLawfulBases),
  write(b.decideBasis, bases.decideBasis),
  write(b.revokeBasis, bases.revokeBasis),
  read(w.listWithdrawals, withdrawals.listWithdrawals),
  read(w.getWithdrawal, withdrawals.getWithdrawal),
  write(w.withdrawConsent, withdrawals.withdrawConsent),
  write(w.answerWithdrawal, withdrawals.answerWithdrawal),
  write(w.extendWithdrawal, withdrawals.extendWithdrawal),
  write(w.addStep, steps.addStep),
  write(w.settleStep, steps.settleStep),
  read(w.listAskedSteps, steps.listAskedSteps),
  send(w.answerLetter, answerLetter),
];
