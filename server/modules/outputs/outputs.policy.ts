import type { OutputAct } from './outputs.contract.ts';

export interface OutputStanding {
  withdrawn: boolean;
  joined: boolean;
  captureState: string | null;
  hasAddress: boolean;
  picked: boolean;
  /** What it was made from ('article', 'placement'): there it is changed, not here. */
  originKind: string | null;
}

export interface OutputMay {
  /** Holds outputs.record at the unit or the team. */
  record: boolean;
  /** Holds outputs.confirm at a unit above, and above the one that picked already. */
  pick: boolean;
  /** Holds outputs.confirm at the unit that picked. */
  unpick: boolean;
}

/** What another module keeps is changed there: a text, where it was placed, photos that were handed in. */
export const isKeptElsewhere = (originKind: string | null): boolean =>
  originKind === 'article' || originKind === 'placement' || originKind === 'hand-in';

/** What a person with these rights may do with an item now. */
export function outputActs(may: OutputMay, it: OutputStanding): OutputAct[] {
  // A story of the newsroom is picked where it was offered.
  if (it.withdrawn || it.originKind === 'article') return [];
  const own = !isKeptElsewhere(it.originKind);
  const when = (condition: boolean, ...acts: OutputAct[]) => (condition ? acts : []);
  return [
    ...when(may.record && !it.joined && own, 'edit', 'mark'),
    ...when(may.record && own, 'withdraw'),
    ...when(may.record && it.hasAddress && !it.joined && it.captureState !== 'waiting', 'capture'),
    ...when(may.pick && !it.joined, 'pick'),
    ...when(may.unpick && it.picked, 'unpick'),
  ];
}
