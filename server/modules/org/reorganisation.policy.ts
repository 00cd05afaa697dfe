import type { Actor } from '#platform/actor.ts';
import type { ChangeAction, ChangeState } from './reorganisation.contract.ts';

/** What may be done with a change now: one that waits is withdrawn, one that was carried out is undone. */
export function changeActions(actor: Pick<Actor, 'can'>, change: { path: string; state: ChangeState }): ChangeAction[] {
  if (!actor.can('units.reorganise', change.path)) return [];
  if (change.state === 'planned') return ['withdraw'];
  return change.state === 'done' ? ['undo'] : [];
}
