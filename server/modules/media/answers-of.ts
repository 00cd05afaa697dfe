import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import type { ConsentChannel, Party } from './classes.contract.ts';
import type { NewAnswer } from './consents.sql.ts';

interface Entry {
  pupilIds: readonly string[] | null;
  except: readonly string[];
  parties: readonly Party[];
  channels: readonly ConsentChannel[];
  answer: 'given' | 'refused';
  givenBy: string | null;
  relation: string | null;
}

/** One answer a pupil, party and channel: a later entry overrules an earlier one. 404 for pupils who are not of the class. */
export function answersOf(entries: readonly Entry[], classIds: readonly string[]): NewAnswer[] {
  const own = new Set(classIds);
  const answers = new Map<string, NewAnswer>();
  for (const entry of entries) {
    const named = entry.pupilIds ?? classIds;
    if (![...named, ...entry.except].every((id) => own.has(id))) fail('not-found');
    const left = new Set(entry.except);
    for (const pupil_id of named)
      if (!left.has(pupil_id))
        for (const party of entry.parties)
          for (const channel of entry.channels)
            answers.set(`${pupil_id} ${party} ${channel}`, {
              id: newId(),
              pupil_id,
              party,
              channel,
              answer: entry.answer,
              given_by: entry.givenBy || null,
              relation: entry.relation || null,
            });
  }
  return [...answers.values()];
}
