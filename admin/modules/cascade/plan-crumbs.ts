import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { referenceOf } from '../plans/plan-words.tsx';

/** The way to a page of a plan that was sent down: the list, then the plan by number and title. */
export function usePlanCrumbs(): (plan: { id: string; title: string; number: string | null; symbol: string }) => {
  label: string;
  to: string;
}[] {
  const t = useT();
  return (plan) => [
    { label: t('plans.title'), to: paths.plans.to() },
    { label: `${referenceOf(plan)} ${plan.title}`, to: paths.plan.to({ planId: plan.id }) },
  ];
}
