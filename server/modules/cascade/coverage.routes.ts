import { read, send, write } from '#platform/route.ts';
import * as c from './coverage.contract.ts';
import { coverage, coverageMatrix } from './coverage.ts';
import { exportCoverage } from './coverage-export.ts';
import { getAddressee, listAddressees } from './coverage-units.ts';
import { answerQuestions, correctAnswer, listQuestions } from './questions.ts';
import { listReminders, previewReminder, remind } from './reminders.ts';
import { listSent } from './sent.ts';
import { decideWish, listWishes } from './wishes.ts';

export const coverageRoutes = [
  read(c.listSent, listSent),
  read(c.coverage, coverage),
  read(c.coverageMatrix, coverageMatrix),
  read(c.listAddressees, listAddressees),
  read(c.getAddressee, getAddressee),
  send(c.exportCoverage, exportCoverage),
  read(c.previewReminder, previewReminder),
  write(c.remind, remind),
  read(c.listReminders, listReminders),
  read(c.listQuestions, listQuestions),
  write(c.answerQuestions, answerQuestions),
  write(c.correctAnswer, correctAnswer),
  read(c.listWishes, listWishes),
  write(c.decideWish, decideWish),
];
