import type { CallOf } from '#lib/contract.ts';
import type { ConsentChannel, Party } from '#modules/media/classes.contract.ts';
import type { PupilConsents, recordConsents } from '#modules/media/consents.contract.ts';

/** Answers that are marked in the grid and not recorded yet, by pupil, channel and party. */
export type Pending = ReadonlyMap<string, Mark>;
export type Mark = 'given' | 'refused';
export interface Place {
  pupilId: string;
  channel: ConsentChannel;
  party: Party;
}

const keyOf = ({ pupilId, channel, party }: Place): string => `${pupilId} ${channel} ${party}`;
export const markAt = (pending: Pending, place: Place): Mark | undefined => pending.get(keyOf(place));

/** Marks a cell; what is on record already, or null, leaves no mark. */
export function marked(pending: Pending, place: Place, mark: Mark | null, onRecord: string): Pending {
  const next = new Map(pending);
  if (mark === null || mark === onRecord) next.delete(keyOf(place));
  else next.set(keyOf(place), mark);
  return next;
}

/** The next mark when a cell is pressed: yes, no, as it was. */
export function pressed(mark: Mark | undefined, onRecord: string): Mark | null {
  if (mark === undefined) return onRecord === 'given' ? 'refused' : 'given';
  return mark === 'given' && onRecord !== 'refused' ? 'refused' : null;
}

export interface WholeClass {
  channels: readonly ConsentChannel[];
  parties: readonly Party[];
  mark: Mark;
  except: ReadonlySet<string>;
}

/** The whole class but for some: only parties who are asked at the pupil's age are marked. */
export function markedAll(pending: Pending, pupils: readonly PupilConsents[], of: WholeClass): Pending {
  let next = pending;
  for (const pupil of pupils)
    if (!of.except.has(pupil.id))
      for (const channel of of.channels)
        for (const party of of.parties)
          if (pupil.asked.includes(party))
            next = marked(
              next,
              { pupilId: pupil.id, channel, party },
              of.mark,
              pupil.channels[channel]?.[party] ?? 'none',
            );
  return next;
}

export interface Giver {
  name: string;
  relation: string;
}

/** What is sent: one entry a pupil, party and answer, with its channels. */
export function entriesOf(
  pending: Pending,
  givers: ReadonlyMap<string, Giver>,
): CallOf<typeof recordConsents>['entries'] {
  const entries = new Map<string, CallOf<typeof recordConsents>['entries'][number] & { channels: ConsentChannel[] }>();
  for (const [key, answer] of pending) {
    const [pupilId = '', channel, party] = key.split(' ') as [string, ConsentChannel, Party];
    const at = `${pupilId} ${party} ${answer}`;
    const giver = party === 'representative' ? givers.get(pupilId) : undefined;
    const entry = entries.get(at) ?? {
      pupilIds: [pupilId],
      parties: [party],
      channels: [],
      answer,
      givenBy: giver?.name.trim() || null,
      relation: giver?.relation || null,
    };
    entry.channels.push(channel);
    entries.set(at, entry);
  }
  return [...entries.values()];
}

/** Pupils with a mark, in the order of the list. */
export const pupilsOf = (pending: Pending, pupils: readonly PupilConsents[]): PupilConsents[] => {
  const ids = new Set([...pending.keys()].map((key) => key.split(' ')[0]));
  return pupils.filter((pupil) => ids.has(pupil.id));
};
