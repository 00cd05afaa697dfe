import type { plans as vi } from '../vi/plans.ts';

export const plans: Record<keyof typeof vi, string> = {
  'plans.check.basis-replaced': 'The basis {ref} lapsed on {date}; it was replaced by {by}.',
  'plans.check.basis-lapsed': 'The basis {ref} lapsed on {date}.',
  'plans.check.basis-not-yet': 'The basis {ref} is in force only from {date}.',
  'plans.check.no-place': 'The place before the date is missing.',
  'plans.check.no-signer': "The signer's position is missing.",
  'plans.check.no-lead': 'Nobody is responsible for the plan yet.',
  'plans.check.no-basis': 'The plan has no legal basis yet.',
  'plans.check.no-recipient': 'There are no recipients yet.',
  'plans.check.no-activity': 'The activity table is empty.',
  'plans.check.activity-no-lead': 'The activity “{name}” has no lead unit.',
  'plans.check.activity-no-time': 'The activity “{name}” has no time.',
  'plans.check.activity-no-target': 'The activity “{name}” has no countable product.',
};
