import type { Decision, Run } from '#modules/articles/steps.contract.ts';

/** One stop of a run as it is drawn, without words. */
export interface RunStop {
  key: string;
  name: string;
  state: 'done' | 'now' | 'next' | 'returned' | 'skipped';
  /** What was decided there last: passed, approved, returned, passed over. */
  decision: Decision | undefined;
  /** The text was corrected there: the version that came in; null where it went on as it was. */
  editedFrom: number | null;
}

const ends = ['passed', 'approved', 'returned', 'skipped', 'withdrawn'];

/** The stops of a run, from its decisions. */
export function stopsOf(run: Run): RunStop[] {
  let before = run.decisions.find((one) => one.act === 'submitted')?.versionN ?? null;
  return run.steps.map((step, i) => {
    const decision = run.decisions.findLast((one) => one.step === i && ends.includes(one.act));
    const n = decision?.versionN ?? null;
    const editedFrom = n !== null && n !== before ? before : null;
    if (n !== null) before = n;
    return { key: step.key, name: step.name, state: stateOf(run, i, decision), decision, editedFrom };
  });
}

function stateOf(run: Run, i: number, decision: Decision | undefined): RunStop['state'] {
  if (decision?.act === 'skipped' || decision?.act === 'withdrawn') return 'skipped';
  if (decision?.act === 'returned') return 'returned';
  if (decision) return 'done';
  if (i === run.step && run.state === 'open') return 'now';
  return run.state === 'open' ? 'next' : 'skipped';
}

const skipReasons = ['no-team', 'nobody', 'done-before', 'last-only'] as const;
/** Why a step was passed over, as a key of the words; null for what a person wrote. */
export const skipReason = (decision: Decision): (typeof skipReasons)[number] | null =>
  decision.act === 'skipped' ? (skipReasons.find((one) => one === decision.reason) ?? null) : null;
