import type { AskChange, AskRow } from './asked.sql.ts';
import type { Answer } from './cascade.contract.ts';

type Given = Omit<Answer, 'lineId'>;

/** Not answered yet, or to be answered anew since an edition changed the line. */
export const isOpen = (ask: Pick<AskRow, 'state'>): boolean =>
  ask.state === 'unopened' || ask.state === 'unanswered' || ask.state === 'changed';

export interface AnswerChange extends AskChange {
  /** Where the fields of this answer stand in the request: 'answers.<lineId>' or 'rest'. */
  at: string;
}

/** How a line stands by an answer: taken over with who (chosen, or in words) and by when, or loose where one of them is missing. */
function changed(lineId: string, given: Given, at: string): AnswerChange {
  const { act, teamId, personId, byOn } = given;
  const reason = given.reason?.trim() || null;
  const nobody = { teamId: null, personId: null, ownerName: null };
  if (act !== 'adopt') return { at, lineId, state: act, ...nobody, byOn: null, reason };
  const chosen = teamId !== null || personId !== null;
  const ownerName = chosen ? null : given.ownerName?.trim() || null;
  const settled = (chosen || ownerName !== null) && byOn !== null;
  return { at, lineId, state: settled ? 'adopted' : 'loose', teamId, personId, ownerName, byOn, reason };
}

const isSame = (ask: AskRow, to: AskChange): boolean =>
  ask.state === to.state &&
  ask.teamId === to.teamId &&
  ask.personId === to.personId &&
  ask.ownerName === to.ownerName &&
  ask.byOn === to.byOn &&
  ask.reason === to.reason;

export interface Worked {
  /** Answers that change something. */
  changes: AnswerChange[];
  fields: Record<string, string>;
}

/** What an act with exceptions changes: named lines take their own answer, all others that are open take `rest`. */
export function workOut(asks: readonly AskRow[], answers: readonly Answer[], rest: Given | null): Worked {
  const byLine = new Map(asks.map((ask) => [ask.id, ask]));
  const fields: Record<string, string> = {};
  const wanted = new Map<string, AnswerChange>();
  for (const { lineId, ...given } of answers) {
    const ask = byLine.get(lineId);
    if (!ask) fields[`answers.${lineId}`] = 'fields.line-not-asked';
    else if (ask.mode === 'inform') fields[`answers.${lineId}`] = 'fields.for-information';
    else wanted.set(lineId, changed(lineId, given, `answers.${lineId}`));
  }
  if (rest)
    for (const ask of asks)
      if (ask.mode !== 'inform' && isOpen(ask) && !wanted.has(ask.id))
        wanted.set(ask.id, changed(ask.id, rest, 'rest'));
  return { changes: [...wanted.values()].filter((to) => !isSame(byLine.get(to.lineId)!, to)), fields };
}

/** Field errors of changes: a refusal wants its reason, who does it works here, and the day lies ahead. */
export function faults(
  changes: readonly AnswerChange[],
  unit: { people: ReadonlySet<string>; teams: ReadonlySet<string>; today: string },
): Record<string, string> {
  const found = changes.flatMap((to): [string, string][] => [
    ...wrong(
      to.reason === null && (to.state === 'not-ours' || to.state === 'wants-change'),
      `${to.at}.reason`,
      'reason',
    ),
    ...wrong(to.personId !== null && !unit.people.has(to.personId), `${to.at}.personId`, 'not-in-unit'),
    ...wrong(to.teamId !== null && !unit.teams.has(to.teamId), `${to.at}.teamId`, 'not-our-team'),
    ...wrong(to.byOn !== null && to.byOn < unit.today, `${to.at}.byOn`, 'day-past'),
  ]);
  return Object.fromEntries(found);
}

const wrong = (is: boolean, field: string, key: string): [string, string][] => (is ? [[field, `fields.${key}`]] : []);
