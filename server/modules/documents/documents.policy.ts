import type { Reach } from '#lib/reach.ts';
import { covers } from '#lib/reach.ts';
import type { ReceivedDocument } from './documents.contract.ts';

export type DocumentAct = ReceivedDocument['can'][number];

/** What this person may do with the document now: the server obeys it, the screen receives it as `can`. */
export function documentActs(
  receiving: Reach,
  drafting: Reach,
  document: { path: string; state: string },
): DocumentAct[] {
  if (!covers(receiving, document.path))
    return document.state === 'checked' && drafting.length > 0 ? ['make-plan'] : [];
  const inState: Record<string, DocumentAct[]> = {
    reading: ['enter', 'delete'],
    review: ['enter', 'review', 'check', 'make-plan', 'delete'],
    checked: ['enter', 'reopen', 'make-plan', 'delete'],
    // What could not be read is not in the register.
    failed: ['delete'],
  };
  const acts = inState[document.state] ?? [];
  return covers(drafting, document.path) ? acts : acts.filter((a) => a !== 'make-plan');
}
