import { type Correction, correct, type ReviewField } from '#lib/review.ts';

/**
 * The corrections that take a correction back, in the order they have to be made; empty where nothing was changed.
 * They are corrections like any other: what was done and undone stays on record.
 */
export function inverseOf(before: readonly ReviewField[], correction: Correction): Correction[] {
  const result = correct(before, correction);
  if (!result) return [];
  if (/^(group|sure):/.test(correction.field)) {
    const changed = before.filter((f) => result.fields.some((now) => now.key === f.key && now.state !== f.state));
    return changed.map((f) => stateBack(f));
  }
  if (correction.act === 'add') return result.after ? [{ act: 'not-an-item', field: result.after.key }] : [];
  if (correction.act === 'split') return splitBack(before, correction, result.fields);
  if (correction.act === 'join') return joinBack(before, correction, result.fields);
  const field = result.before;
  if (!field) return [];
  const moved = result.after && result.after.group !== field.group;
  const kindBack: Correction[] = moved ? [{ act: 'change-kind', field: field.key, group: field.group }] : [];
  const touched = correction.act === 'edit' || correction.act === 'repair' || moved;
  return [...kindBack, ...(touched ? [textBack(field, result.after)] : []), stateBack(field)];
}

/** Its words and details as they were; details that came in between are emptied. */
function textBack(field: ReviewField, after?: ReviewField | null): Correction {
  const emptied = Object.fromEntries(Object.keys(after?.detail ?? {}).map((name) => [name, null]));
  return { act: 'edit', field: field.key, value: field.value, detail: { ...emptied, ...field.detail } };
}

function stateBack(field: ReviewField): Correction {
  switch (field.state) {
    case 'accepted':
      return { act: 'accept', field: field.key };
    case 'dropped':
      return { act: 'not-an-item', field: field.key };
    case 'edited':
      return textBack(field);
    case 'read':
      return { act: 'reopen', field: field.key, value: 'read' };
    case 'open':
      return { act: 'reopen', field: field.key };
  }
}

function splitBack(before: readonly ReviewField[], correction: Correction, after: readonly ReviewField[]) {
  const field = before.find((f) => f.key === correction.field);
  const made = after.find((f) => !before.some((old) => old.key === f.key));
  if (!field || !made) return [];
  return [{ act: 'join', field: made.key } as const, textBack(field), stateBack(field)];
}

function joinBack(before: readonly ReviewField[], correction: Correction, after: readonly ReviewField[]) {
  const second = before.find((f) => f.key === correction.field);
  const firstNow = after.find((f) => before.some((old) => old.key === f.key && old !== f && old.value !== f.value));
  const first = before.find((f) => f.key === firstNow?.key);
  if (!second || !first) return [];
  const split: Correction = { act: 'split', field: first.key, at: first.value.length };
  const made = correct(after, split)?.fields.find((f) => !after.some((old) => old.key === f.key));
  if (!made) return [];
  const back = { ...second, key: made.key };
  // The new half was cut with the details of the first one.
  return [split, textBack(first), stateBack(first), textBack(back, first), stateBack(back)];
}
