import type { UnitKind } from './unit-kinds.ts';

const offices: readonly UnitKind[] = ['ministry', 'province-department', 'division', 'commune-office'];
const schools: readonly UnitKind[] = [
  'nursery',
  'primary',
  'lower-secondary',
  'primary-lower-secondary',
  'upper-secondary',
  'continuing-education',
];
const insideUnits: readonly UnitKind[] = [...offices, ...schools, 'training-institution', 'press-agency'];

/** Which kinds a unit of a kind may stand below in the working line; a kind that is not named stands at the top only. */
const places: Partial<Record<UnitKind, readonly UnitKind[]>> = {
  'people-committee': ['people-committee'],
  'province-department': ['ministry'],
  // Phòng, vụ, cục; the former Phòng GDĐT of a district; a centre inside an office of the ministry.
  division: ['ministry', 'province-department', 'division', 'training-institution'],
  'commune-office': ['province-department'],
  ...Object.fromEntries(schools.map((kind) => [kind, [...offices, 'training-institution']])),
  'training-institution': ['ministry', 'province-department', 'division'],
  'press-agency': ['ministry', 'province-department', 'division'],
  board: insideUnits,
  'mass-organisation': insideUnits,
  union: insideUnits,
  team: [...insideUnits, 'board'],
  neighbourhood: ['people-committee', 'commune-office'],
  partner: [...offices, 'people-committee'],
};

/** Whether a unit of the kind `child` can stand below one of the kind `parent` in the working line. */
export const mayStandBelow = (child: UnitKind, parent: UnitKind): boolean => places[child]?.includes(parent) ?? false;
