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

export interface SubjectPage {
  page: 'unit' | 'person' | 'plan' | 'document' | 'activity' | 'output';
  id: string;
}

const withPage = ['unit', 'person', 'plan', 'document', 'activity', 'output'] as const;
/** The page of a kind stands where this field of the row leads. */
const ofPlan = [
  'plan-line',
  'dispatch',
  'addressee',
  'reminder',
  'plan-question',
  'plan-answer',
  'answer-link',
  'series',
];

/** Where the thing itself can be looked at: the plan of a line or of an answer, the activity of a piece of evidence. */
export function subjectPage(kind: string, id: string, row: Row): SubjectPage | undefined {
  const page = withPage.find((one) => one === kind);
  if (page) return { page, id };
  const leads = (to: SubjectPage['page'], field: string): SubjectPage | undefined =>
    typeof row?.[field] === 'string' ? { page: to, id: row[field] } : undefined;
  if (ofPlan.includes(kind)) return leads('plan', 'planId');
  if (kind === 'evidence') return leads('activity', 'lineId');
  return kind === 'grant' || kind === 'invitation' ? leads('person', 'personId') : undefined;
}
