import type { CallOf } from '#lib/contract.ts';
import type { StepHolder } from '#modules/articles/steps.contract.ts';
import type { setWorkflow, Workflow } from '#modules/articles/workflows.contract.ts';

/** A step as it is typed. */
export interface StepDraft {
  key: string;
  name: string;
  by: StepHolder;
  personId: string;
  days: string;
  optional: boolean;
}

export interface WorkflowDraft {
  steps: StepDraft[];
  ownToo: 'auto' | 'yes' | 'no';
  resume: 'same-step' | 'start';
  lastOnly: boolean;
}

/** As many steps as a setting may have. */
export const MOST_STEPS = 8;

export function draftOf({ steps, resume, lastOnly }: Workflow): WorkflowDraft {
  const ownToo = steps.at(-1)?.ownToo ?? null;
  return {
    steps: steps.map(({ key, name, by, personId, days, optional }) => ({
      key,
      name,
      by,
      personId: personId ?? '',
      days: String(days),
      optional,
    })),
    ownToo: ownToo === null ? 'auto' : ownToo ? 'yes' : 'no',
    resume,
    lastOnly,
  };
}

/** What is sent of a draft, over the setting that was read. */
export function sentOf(draft: WorkflowDraft, of: Workflow): CallOf<typeof setWorkflow> {
  const own = { auto: null, yes: true, no: false }[draft.ownToo];
  return {
    unitId: of.unitId,
    setAt: of.from === 'own' ? of.setAt : null,
    steps: draft.steps.map(({ key, name, by, personId, days, optional }, i) => ({
      key,
      name,
      by,
      personId: by === 'person' && personId !== '' ? personId : null,
      days,
      optional,
      ownToo: i === draft.steps.length - 1 ? own : null,
    })),
    resume: draft.resume,
    lastOnly: draft.lastOnly,
  };
}

/** A key that no step has yet. */
export function freshKey(steps: readonly Pick<StepDraft, 'key'>[]): string {
  for (let n = steps.length + 1; ; n++) if (steps.every((one) => one.key !== `step-${n}`)) return `step-${n}`;
}

/** The steps with one moved by a place; the same where there is no such place. */
export function moved<T>(steps: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  const next = [...steps];
  if (to < 0 || to >= steps.length) return next;
  const [one] = next.splice(from, 1);
  next.splice(to, 0, one!);
  return next;
}
