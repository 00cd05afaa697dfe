import type { PlacementAct, PlacementState } from './placements.contract.ts';

/** What somebody who may record placements of the unit may do with one in this state. */
export function placementActs(may: { record: boolean }, it: { state: PlacementState }): PlacementAct[] {
  if (!may.record) return [];
  const when = (states: readonly PlacementState[], ...acts: PlacementAct[]) =>
    states.includes(it.state) ? acts : ([] as PlacementAct[]);
  return [
    // A scan may come after the address; what an outlet refused may stand there after all.
    ...when(['asked', 'placed', 'refused'], 'record'),
    ...when(['asked'], 'refuse'),
    ...when(['removal-asked'], 'close'),
    ...when(['asked', 'placed', 'refused'], 'cancel'),
  ];
}
