import { type Correction, correct, type ReviewField } from '#lib/review.ts';

/** A correction that was made here and is not on the server yet. */
export interface Pending {
  /** Sent with it each time, so that it happens once however often it is tried. */
  id: string;
  correction: Correction;
  /** The field as the person saw it. */
  before: ReviewField | null;
}

/** A correction that did not fit what somebody else did meanwhile: nothing of it is lost, the person decides. */
export interface Clash {
  pending: Pending;
  /** The field as it is now; null where it is gone. */
  now: ReviewField | null;
}

/** The fields as they will be once everything that waits has been taken in. */
export function withPending(fields: readonly ReviewField[], pending: readonly Pending[]): readonly ReviewField[] {
  return pending.reduce((now, { correction }) => correct(now, correction)?.fields ?? now, fields);
}

/**
 * What waits, seen against the fields as somebody else left them: corrections of untouched fields are kept, those that
 * have become needless are let go, the others clash.
 */
export function rebase(
  fields: readonly ReviewField[],
  pending: readonly Pending[],
): { kept: Pending[]; clashes: Clash[] } {
  const kept: Pending[] = [];
  const clashes: Clash[] = [];
  let now = fields;
  for (const one of pending) {
    const { correction, before } = one;
    const current = now.find((f) => f.key === correction.field) ?? null;
    if (before && current && alreadySo(current, correction)) continue;
    const result = before && !sameWords(current, before) ? null : correct(now, correction);
    if (!result) {
      clashes.push({ pending: one, now: current });
      continue;
    }
    kept.push(one);
    now = result.fields;
  }
  return { kept, clashes };
}

function sameWords(current: ReviewField | null, before: ReviewField): boolean {
  return (
    current !== null &&
    current.value === before.value &&
    current.group === before.group &&
    (current.state === 'dropped') === (before.state === 'dropped') &&
    JSON.stringify(current.detail) === JSON.stringify(before.detail)
  );
}

const decided = { accept: 'accepted', 'not-an-item': 'dropped' } as const;

/** Somebody else did the same. */
function alreadySo(current: ReviewField, { act, value, detail }: Correction): boolean {
  if (act === 'accept' || act === 'not-an-item') return current.state === decided[act];
  if (act !== 'edit' || current.state !== 'edited') return false;
  const details = Object.entries(detail ?? {});
  return (
    (value === undefined || current.value === value) &&
    details.every(([name, wanted]) => JSON.stringify(current.detail[name]) === JSON.stringify(wanted))
  );
}

/** The new fields, where nothing changed the same objects as before: only what changed is drawn again. */
export function settled(before: readonly ReviewField[], next: readonly ReviewField[]): readonly ReviewField[] {
  const old = new Map(before.map((f) => [f.key, f]));
  return next.map((field) => {
    const known = old.get(field.key);
    return known && JSON.stringify(known) === JSON.stringify(field) ? known : field;
  });
}
