import type { ArticlePolicy, OpenRun, RunStep } from './articles.policy.ts';

type May = Parameters<ArticlePolicy>[0];
type Standing = Parameters<ArticlePolicy>[1];

export const openStep = (run: Pick<OpenRun, 'step' | 'steps'>): RunStep | undefined => run.steps[run.step];
export const isLast = (run: Pick<OpenRun, 'step' | 'steps'>): boolean => run.step >= run.steps.length - 1;

/** The head answers for every text of the unit and may take any step over, also from whoever claimed it. */
export const leads = (may: May): boolean => may.atUnit('articles.approve');

/** Whether the open step is theirs by their right at the unit or the team, or by name. */
export function holdsByRight(may: May, run: OpenRun): boolean {
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

/** The same, or because it was passed on to them; a colleague who no longer reads the unit's texts decides no more. */
export const holdsStep = (may: May, run: OpenRun): boolean =>
  holdsByRight(may, run) ||
  (run.delegatedTo === may.personId && (may.atUnit('articles.read') || may.atTeam('articles.read')));

const free = (may: May, run: OpenRun): boolean => run.claimedBy === null || run.claimedBy === may.personId;

/** Whether they act on the open step now: it is theirs, or they lead the unit, and nobody else has taken it on. */
export const actsNow = (may: May, run: OpenRun): boolean => (leads(may) || holdsStep(may, run)) && free(may, run);

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
  return runActs(may, run, it.isAuthor);
};

/** The same of a text that is under review. */
export function runActs(may: May, run: OpenRun, isAuthor: boolean): ReturnType<ArticlePolicy> {
  const own = isAuthor || run.submittedBy === may.personId;
  const back: ReturnType<ArticlePolicy> = own && run.step === run.firstStep ? ['withdraw'] : [];
  if (!actsNow(may, run)) return leads(may) ? [...back, 'claim'] : back;
  const approves = !isAuthor || approvesOwn(run);
  const decides: ReturnType<ArticlePolicy> = isLast(run) ? (approves ? ['approve'] : []) : ['pass'];
  // Whoever a step was passed on to does not pass it on again.
  const further: ReturnType<ArticlePolicy> = leads(may) || holdsByRight(may, run) ? ['delegate'] : [];
  return [...back, 'claim', ...decides, 'return', ...further];
}

/** The author, their team, an editor, or whoever entered it for the unit. */
const mayHandIn = (may: May, it: Standing): boolean =>
  (it.isAuthor && (may.atUnit('articles.write') || may.atTeam('articles.write'))) ||
  (it.isCreator && it.enteredFor) ||
  may.atTeam('articles.write') ||
  may.atUnit('articles.edit');
