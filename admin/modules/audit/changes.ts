/** One field of a recorded row. `undefined` where the row was not there (made, or removed). */
export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

type Row = Readonly<Record<string, unknown>> | null;

/** What the program needs and people do not: ids of the row itself, counters, what the caller might do. */
const silent = new Set([
  'id',
  'version',
  'can',
  'waiting',
  'updatedAt',
  'unitId',
  'unit_id',
  'path',
  'key',
  'trace.field',
]);
/** Two fields that say the same: the name is shown, the id is not. */
const saidBy: Record<string, string> = {
  leadPersonId: 'leadName',
  sourceDocumentId: 'sourceTitle',
  issuerUnitId: 'issuerUnitName',
};

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A row as one list of fields; what lies one level deeper is named with a dot ('signer.name'). */
function flat(row: Row): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(row ?? {})) {
    if (silent.has(name) || (saidBy[name] && row && saidBy[name] in row)) continue;
    if (!isPlain(value)) fields.set(camel(name), value);
    else
      for (const [inner, deep] of Object.entries(value)) {
        const field = `${camel(name)}.${camel(inner)}`;
        if (!silent.has(field)) fields.set(field, deep);
      }
  }
  return fields;
}

/** The fields that differ, in the order of the row; of a row that was made or removed those that hold something. */
export function changesOf(before: Row, after: Row): Change[] {
  const [was, is] = [flat(before), flat(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }))
    .filter((change) => !same(change.before ?? null, change.after ?? null))
    .filter((change) => !(isEmpty(change.before) && isEmpty(change.after)));
}

/** Where the thing itself can be looked at: the plan of a line, the unit of a setting. */
export function subjectPage(
  kind: string,
  id: string,
  row: Row,
): { page: 'unit' | 'person' | 'plan' | 'document'; id: string } | undefined {
  if (kind === 'unit' || kind === 'person' || kind === 'plan' || kind === 'document') return { page: kind, id };
  if (kind === 'plan-line' && typeof row?.planId === 'string') return { page: 'plan', id: row.planId };
  if ((kind === 'grant' || kind === 'invitation') && typeof row?.personId === 'string')
    return { page: 'person', id: row.personId };
  return undefined;
}
