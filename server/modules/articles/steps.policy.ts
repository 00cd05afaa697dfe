import type { ArticleAct, Stage } from './articles.contract.ts';

/** How a text stands on its way, for one person. */
export interface StepsStanding {
  stage: Stage;
  /** The unit has ended: what was begun may be taken back or returned, nothing new is handed in or approved in its name. */
  closedUnit: boolean;
  /** Wrote it, works in the team that did, or edits for the unit. */
  mayHandIn: boolean;
  /** The open run, if there is one. */
  run: {
    last: boolean;
    /** The step is theirs: by their right, by name, or passed on to them. */
    holds: boolean;
    /** Head of the unit: may take any step over. */
    head: boolean;
    claimed: 'nobody' | 'me' | 'other';
    /** Somebody has passed a step already. */
    decided: boolean;
    submittedByMe: boolean;
    isAuthor: boolean;
    /** Approving one's own text is refused unless the unit's steps allow it, or nobody else could approve. */
    mayApproveOwn: boolean;
  } | null;
}

const when = (condition: boolean, ...acts: ArticleAct[]): ArticleAct[] => (condition ? acts : []);

/** Whether this person acts on the open step now: it is theirs, and nobody else is at it (the head comes before others). */
export const actsNow = ({ run }: StepsStanding): boolean =>
  run !== null && (run.head || (run.holds && run.claimed !== 'other'));

/** What a person may do on a text's way now. The server obeys it; screens show it as `can`. */
export function stepActs(standing: StepsStanding): ArticleAct[] {
  const { run, closedUnit } = standing;
  if (run === null) return when(maySubmit(standing), 'submit');
  const withdraw = when((run.submittedByMe || run.isAuthor) && !run.decided, 'withdraw');
  if (!actsNow(standing)) return withdraw;
  const decides = run.last
    ? when(!run.isAuthor || run.mayApproveOwn, 'approve')
    : (['pass'] satisfies ArticleAct[]);
  return [...withdraw, 'return', ...when(!closedUnit, 'claim', 'delegate', ...decides)];
}

const maySubmit = ({ stage, closedUnit, mayHandIn }: StepsStanding): boolean =>
  mayHandIn && !closedUnit && (stage === 'writing' || stage === 'returned');

/** While a text is in review, only whoever is at the open step corrects it; each decision names the text it was made on. */
export const mayEditInReview = (standing: StepsStanding): boolean => !standing.closedUnit && actsNow(standing);
