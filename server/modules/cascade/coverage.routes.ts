import { read, send, write } from '#platform/route.ts';
import * as c from './coverage.contract.ts';
import { coverage, coverageMatrix } from './coverage.ts';
import { exportCoverage } from './coverage-export.ts';
import { getAddressee, listAddressees } from './coverage-units.ts';
import * as q from './questions.contract.ts';
import { answerQuestions, correctAnswer, listQuestions } from './questions.ts';
import * as r from './reminders.contract.ts';
import { listReminders, previewReminder, remind } from './reminders.ts';
import { listSent } from './sent.ts';
import * as w from './wishes.contract.ts';
import { decideWish, listWishes } from './wishes.ts';

export const coverageRoutes = [
  read(c.listSent, listSent),
  read(c.coverage, coverage),
  read(c.coverageMatrix, coverageMatrix),
  read(c.listAddressees, listAddressees),
  read(c.getAddressee, getAddressee),
  send(c.exportCoverage, exportCoverage),
  read(r.previewReminder, previewReminder),
  write(r.remind, remind),
  read(r.listReminders, listReminders),
  read(q.listQuestions, listQuestions),
  write(q.answerQuestions, answerQuestions),
  write(q.correctAnswer, correctAnswer),
  read(w.listWishes, listWishes),
  write(w.decideWish, decideWish),
];
