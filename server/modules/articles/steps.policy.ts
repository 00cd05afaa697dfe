import type { ArticlePolicy, OpenRun, RunStep } from './articles.policy.ts';

type May = Parameters<ArticlePolicy>[0];
type Standing = Parameters<ArticlePolicy>[1];

export const openStep = (run: Pick<OpenRun, 'step' | 'steps'>): RunStep | undefined => run.steps[run.step];
export const isLast = (run: Pick<OpenRun, 'step' | 'steps'>): boolean => run.step >= run.steps.length - 1;

/** The head answers for every text of the unit and may take any step over, also from whoever claimed it. */
export const leads = (may: May): boolean => may.atUnit('articles.approve');

/**
 * Whether the open step is theirs: by their right, by name, or because it was passed on to them. Whoever it was passed on
 * to still has to be one who reads the unit's texts: a colleague who left decides no more.
 */
export function holdsStep(may: May, run: OpenRun): boolean {
  if (run.delegatedTo === may.personId && (may.atUnit('articles.read') || may.atTeam('articles.read'))) return true;
  const step = openStep(run);
  switch (step?.by) {
    case 'team-head':
      return may.atTeam('articles.edit');
    case 'editor':
      return may.atUnit('articles.edit');
    case 'head':
      return may.atUnit('articles.approve');
    case 'person':
      return step.personId === may.personId;
    default:
      return false;
  }
}

/** Whether they act on the open step now: it is theirs and nobody else is at it, or they lead the unit. */
export const actsNow = (may: May, run: OpenRun): boolean =>
  leads(may) || (holdsStep(may, run) && (run.claimedBy === null || run.claimedBy === may.personId));

/** While a text is in review only whoever is at the open step corrects it; each decision names the text it was made on. */
export const mayEditInReview = (may: May, it: Pick<Standing, 'run'>): boolean =>
  it.run !== null && actsNow(may, it.run);

/**
 * Nobody approves what they wrote themselves, unless the run's last step says so. What it says was settled when the text
 * was handed in: by the unit's setting, or, where that says nothing, by whether anybody else of the unit could approve.
 */
export const approvesOwn = (run: OpenRun): boolean => openStep(run)?.ownToo === true;

/** What somebody may do on a text's way: hand in, take back, claim, pass, approve, return, pass on to a colleague. */
export const stepPolicy: ArticlePolicy = (may, it) => {
  const { run } = it;
  if (run === null) return (it.stage === 'writing' || it.stage === 'returned') && mayHandIn(may, it) ? ['submit'] : [];
  const undecided = run.step === run.firstStep;
  const own = it.isAuthor || run.submittedBy === may.personId;
  const back = undecided && own ? (['withdraw'] as const) : [];
  if (!actsNow(may, run)) return [...back];
  if (!isLast(run)) return [...back, 'claim', 'pass', 'return', 'delegate'];
  const approves = !it.isAuthor || approvesOwn(run);
  return [...back, 'claim', ...(approves ? (['approve'] as const) : []), 'return', 'delegate'];
};

/** The author, their team, an editor, or whoever entered it for the unit. */
const mayHandIn = (may: May, it: Standing): boolean =>
  (it.isAuthor && (may.atUnit('articles.write') || may.atTeam('articles.write'))) ||
  (it.isCreator && it.enteredFor) ||
  may.atTeam('articles.write') ||
  may.atUnit('articles.edit');
