import { store } from '../../app/store.ts';

/** Where the editor keeps what was typed and not sent; one entry a plan and person. */
export const keptKey = (planId: string, personId: string): string => `plan-lines ${planId} ${personId}`;

/** Whether this machine holds lines of the plan that the server does not have yet. */
export async function hasUnsent(planId: string, personId: string): Promise<boolean> {
  // A browser that keeps nothing (private window) has nothing to send either.
  const kept = await store('drafts')
    .get(keptKey(planId, personId))
    .catch(() => undefined);
  return kept !== undefined;
}
