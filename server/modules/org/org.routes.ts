import { type Route, read, receive, send, write } from '#platform/route.ts';
import * as calendarContract from './calendar.contract.ts';
import * as calendar from './calendar.ts';
import { compareFigures } from './figures.ts';
import * as imports from './imports.contract.ts';
import { getSampleTable, importTable, listImports } from './imports.ts';
import { createUnit } from './new-units.ts';
import * as units from './org.contract.ts';
import * as peopleContract from './people.contract.ts';
import { createPerson, editPerson, getPerson, listPeople } from './people.ts';
import * as postsContract from './posts.contract.ts';
import { assignPost, createPost, endPost, listPosts, vacatePost } from './posts.ts';
import * as changes from './reorganisation.contract.ts';
import { getChange, listChanges, makeChange, previewChange } from './reorganisation.ts';
import { changeByTable, getChangeSample } from './reorganisation-tables.ts';
import { undoBatch, undoChange } from './reorganisation-undo.ts';
import { editUnit, setParent, setSettings } from './unit-edits.ts';
import { unitHistory } from './unit-history.ts';
import { countUnits, getUnit, listTree, listUnits } from './units.ts';

export const orgRoutes: Route[] = [
  read(units.listUnits, listUnits),
  read(units.countUnits, countUnits),
  read(units.listTree, listTree),
  read(units.getUnit, getUnit),
  write(units.createUnit, createUnit),
  write(units.editUnit, editUnit),
  write(units.setSettings, setSettings),
  write(units.setParent, setParent),
  read(postsContract.listPosts, listPosts),
  write(postsContract.createPost, createPost),
  write(postsContract.assignPost, assignPost),
  write(postsContract.vacatePost, vacatePost),
  write(postsContract.endPost, endPost),
  read(peopleContract.listPeople, listPeople),
  read(peopleContract.getPerson, getPerson),
  write(peopleContract.createPerson, createPerson),
  write(peopleContract.editPerson, editPerson),
  read(calendarContract.listCalendar, calendar.listCalendar),
  write(calendarContract.addCalendarDay, calendar.addCalendarDay),
  write(calendarContract.editCalendarDay, calendar.editCalendarDay),
  write(calendarContract.confirmCalendarDay, calendar.confirmCalendarDay),
  write(calendarContract.removeCalendarDay, calendar.removeCalendarDay),
  receive(imports.importTable, importTable),
  read(imports.listImports, listImports),
  send(imports.getSampleTable, getSampleTable),
  read(changes.listChanges, listChanges),
  read(changes.getChange, getChange),
  write(changes.previewChange, previewChange),
  write(changes.makeChange, makeChange),
  write(changes.undoChange, undoChange),
  write(changes.undoBatch, undoBatch),
  receive(changes.changeByTable, changeByTable),
  send(changes.getChangeSample, getChangeSample),
  read(changes.unitHistory, unitHistory),
  read(changes.compareFigures, compareFigures),
];
