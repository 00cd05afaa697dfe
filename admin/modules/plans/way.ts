import type { Plan, PlanAct, PlanWhole } from '#modules/plans/plans.contract.ts';

type Step = PlanWhole['history'][number];
const wayStops = [
  'draft',
  'consultation',
  'submission',
  'initials',
  'format-check',
  'signature',
  'issue',
  'closure',
  'recall',
] as const;
export type WayStop = (typeof wayStops)[number];

export interface StopOnWay {
  stop: WayStop;
  state: 'done' | 'now' | 'next' | 'returned' | 'skipped';
  /** Who passed it last, or who sent the plan back from here. */
  step: Step | undefined;
}

const optional: readonly WayStop[] = ['consultation', 'initials', 'format-check'];
/** What a plan must pass again after it went back to draft. */
const afterDraft: readonly WayStop[] = ['submission', 'initials', 'format-check', 'signature'];
const isStop = (step: string): step is WayStop => (wayStops as readonly string[]).includes(step);

/** The way to the signature as this unit walks it: its own steps only, what is passed since the last submission, where the plan is. */
export function wayOf({ plan, history }: Pick<PlanWhole, 'plan' | 'history'>): StopOnWay[] {
  const { passed, sentBack } = walked(history);
  const wanted = plan.steps.map((s) => s.step as WayStop);
  const now = whereNow(plan);
  const at = now === null ? wayStops.length : wayStops.indexOf(now);
  return wayStops
    .filter((stop) => endsWith(plan, stop))
    .filter((stop) => !optional.includes(stop) || wanted.includes(stop) || passed.has(stop))
    .map((stop) => {
      const step = passed.get(stop);
      if (stop === now) return { stop, state: 'now', step };
      if (stop === 'submission' && sentBack && !step) return { stop, state: 'returned', step: sentBack };
      if (step) return { stop, state: 'done', step };
      if (wayStops.indexOf(stop) > at) return { stop, state: 'next', step };
      return { stop, state: stop === 'draft' ? 'done' : 'skipped', step };
    });
}

/** A plan is closed or recalled at its end; one that amends another lives on there. */
function endsWith(plan: Pick<Plan, 'state' | 'amendsId'>, stop: WayStop): boolean {
  if (stop === 'recall') return plan.state === 'recalled';
  return stop !== 'closure' || (plan.state !== 'recalled' && !plan.amendsId);
}

/** Stops passed and not undone by a return or a withdrawal, and the return that still stands. */
function walked(history: readonly Step[]): { passed: Map<WayStop, Step>; sentBack: Step | undefined } {
  const passed = new Map<WayStop, Step>();
  let sentBack: Step | undefined;
  for (const step of history) {
    if (step.step === 'return' || step.step === 'withdrawal') {
      for (const stop of afterDraft) passed.delete(stop);
      sentBack = step.step === 'return' ? step : undefined;
    } else if (isStop(step.step)) {
      passed.set(step.step, step);
      if (step.step === 'submission') sentBack = undefined;
    }
  }
  return { passed, sentBack };
}

/** Where the plan is; null where nothing of the way is left to do. */
function whereNow(plan: Pick<Plan, 'state' | 'steps' | 'amendsId'>): WayStop | null {
  const open = (step: string) => plan.steps.some((s) => s.step === step && !s.done);
  switch (plan.state) {
    case 'draft':
      return 'draft';
    case 'consulting':
      return 'consultation';
    case 'submitted':
      return open('initials') ? 'initials' : open('format-check') ? 'format-check' : 'signature';
    case 'signed':
      return 'issue';
    case 'issued':
      // What an amendment says lives on in the plan that it amends.
      return plan.amendsId ? null : 'closure';
    default:
      return null;
  }
}

/** Which of the acts at hand is the one to do next: what the plan waits for, else writing, else submitting. */
export function mainAct(can: readonly PlanAct[]): PlanAct | null {
  const order: PlanAct[] = ['initial', 'check-format', 'sign', 'issue', 'edit', 'submit', 'attach-signed', 'close'];
  return order.find((act) => can.includes(act)) ?? null;
}
