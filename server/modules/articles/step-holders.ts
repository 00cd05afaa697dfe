import { dayOf } from '#lib/format.ts';
import { type Right, type Role, roles } from '#lib/rights.ts';
import type { Db } from '#platform/tx.ts';
import type { RunStep } from './articles.policy.ts';
import * as sql from './steps.sql.ts';

export interface Holder {
  id: string;
  name: string;
}

/** Where a text belongs: the paths at which the holders of its steps have their rights. */
export interface Placed {
  path: string;
  team_path: string | null;
}

/** Administrators keep the system and are not asked to read texts. */
const rolesWith = (...wanted: Right[]): Role[] =>
  (Object.keys(roles) as Role[]).filter(
    (role) => role !== 'administrator' && wanted.every((r) => (roles[role] as readonly Right[]).includes(r)),
  );

const approving = rolesWith('articles.approve');
const editing = rolesWith('articles.edit').filter((role) => !approving.includes(role));
/** Those whose work it is: others who may correct a text are asked only where a unit has none of these. */
const running = rolesWith('articles.edit', 'articles.publish').filter((role) => !approving.includes(role));

/** Who approves for the unit on that day. */
export const approversOf = (db: Db, path: string, now: Date): Promise<Holder[]> =>
  sql.holdersAt(db, approving, path, dayOf(now));

/** Whom a step waits for, by name. */
export async function holdersOfStep(db: Db, at: Placed, step: RunStep, now: Date): Promise<Holder[]> {
  const day = dayOf(now);
  switch (step.by) {
    case 'team-head':
      return at.team_path === null ? [] : await sql.holdersAt(db, rolesWith('articles.edit'), at.team_path, day);
    case 'editor': {
      const chosen = await sql.holdersAt(db, running, at.path, day);
      return chosen.length > 0 ? chosen : await sql.holdersAt(db, editing, at.path, day);
    }
    case 'head':
      return await approversOf(db, at.path, now);
    case 'person':
      return await sql.activePeople(db, step.personId ? [step.personId] : []);
  }
}

/** Colleagues who read the texts of the unit, and of the team that wrote this one. */
export const colleagues = async (db: Db, at: Placed, now: Date): Promise<Holder[]> => {
  const reading = rolesWith('articles.read');
  const atUnit = await sql.holdersAt(db, reading, at.path, dayOf(now));
  const atTeam = at.team_path === null ? [] : await sql.holdersAt(db, reading, at.team_path, dayOf(now));
  return [...new Map([...atUnit, ...atTeam].map((one) => [one.id, one])).values()];
};
