import { read, write } from '#platform/route.ts';
import { cancelAssignment, createAssignment, editAssignment } from './assigning.ts';
import * as c from './assignments.contract.ts';
import { getAssigning, getAssignment, listAssignments } from './assignments.ts';
import { getPurpose, setPurpose } from './purposes.ts';

export const assignmentRoutes = [
  read(c.listAssignments, listAssignments),
  read(c.getAssigning, getAssigning),
  read(c.getAssignment, getAssignment),
  write(c.createAssignment, createAssignment),
  write(c.editAssignment, editAssignment),
  write(c.cancelAssignment, cancelAssignment),
  read(c.getPurpose, getPurpose),
  write(c.setPurpose, setPurpose),
];
