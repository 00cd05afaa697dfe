import type { MediaAct } from './media.contract.ts';

export interface MediaMay {
  /** Holds media.add at the unit or the team, or the picture was shown to a unit where they do. */
  add: boolean;
  /** Took or brought the picture. */
  own: boolean;
  /** Holds media.manage at the unit. */
  manage: boolean;
  /** Holds consents.decide at the unit. */
  decide: boolean;
}

export interface MediaStanding {
  refused: boolean;
  used: boolean;
}

/** What a person with these rights may do with a picture now. Whoever it was shown to may cut it, for an edition of their own. */
export function mediaActs(may: MediaMay, it: MediaStanding): MediaAct[] {
  const when = (condition: boolean, ...acts: MediaAct[]) => (condition ? acts : []);
  const keeps = may.own || may.manage;
  return [
    ...when(keeps && !it.refused, 'describe', 'mark'),
    ...when((keeps || may.add) && !it.refused, 'cut'),
    ...when(may.decide && !it.refused, 'decide-basis'),
    ...when(keeps && !it.used, 'remove'),
  ];
}
