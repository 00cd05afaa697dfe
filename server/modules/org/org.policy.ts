import type { Actor } from '#platform/actor.ts';
import type { UnitAction } from './org.contract.ts';

/** What the actor may do with a unit now. A closed unit can only be read. */
export function unitActions(actor: Pick<Actor, 'can'>, unit: { path: string; closedOn: string | null }): UnitAction[] {
  const actions: UnitAction[] = [];
  const open = unit.closedOn === null;
  if (open && actor.can('units.manage', unit.path)) actions.push('edit', 'add-child', 'set-settings');
  if (open && actor.can('units.reorganise', unit.path)) actions.push('close');
  if (open && actor.can('people.manage', unit.path)) actions.push('manage-posts', 'manage-people', 'import');
  if (open && actor.can('grants.manage', unit.path)) actions.push('manage-grants');
  if (actor.can('audit.read', unit.path)) actions.push('read-audit');
  return actions;
}
