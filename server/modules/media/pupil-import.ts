import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { fold } from '#lib/text.ts';
import { recordInside } from '#modules/audit/audit.ts';
import { type Columns, readColumns, type TableRow } from '#modules/org/table-columns.ts';
import { readBody, readSheets } from '#modules/org/table-file.ts';
import type { Actor } from '#platform/actor.ts';
import type { InTransaction } from '#platform/route.ts';
import { say } from '#platform/texts.ts';
import type { Tx } from '#platform/tx.ts';
import * as c from './classes.contract.ts';
import type { ClassRecord } from './classes.sql.ts';
import { loadClass } from './load-class.ts';
import * as sql from './pupils.sql.ts';
import { newPupil } from './pupils.ts';
import { isPersonName, readBirthday } from './read-cells.ts';

type Column = 'name' | 'born' | 'code';
export const pupilColumns: Columns<Column> = {
  name: ['ho va ten', 'ho ten', 'ho va ten hoc sinh', 'ten hoc sinh', 'ten'],
  born: ['ngay sinh', 'ngay thang nam sinh', 'sinh ngay'],
  code: ['ma hoc sinh', 'ma so', 'ma dinh danh', 'ma', 'stt', 'tt'],
};

type Report = OutputOf<typeof c.importPupils>;
interface Change {
  row: number;
  known: sql.PupilRecord | null;
  name: string;
  born_on: string | null;
  code: string | null;
}
interface Known {
  here: readonly sql.PupilRecord[];
  /** Of classes of earlier school years. */
  former: readonly sql.PupilRecord[];
}
type Verdict = { change: Change } | { reason: string; params?: Record<string, string | number> };
const listedAtMost = 200;

/** A preview and the real run go the same way; only the second writes. Read again, rows that are there come out as unchanged. */
export async function importPupils(
  begin: InTransaction,
  actor: Actor,
  input: InputOf<typeof c.importPupils>,
  body: ReadableStream<Uint8Array> | null,
): Promise<Report> {
  await begin((tx) => loadClass(tx, actor, input.classId, { right: 'consents.record' }));
  const rows =
    readColumns(readSheets(await readBody(body)), pupilColumns) ??
    fail('org.unreadable-table', {}, { fields: { file: 'media.import.no-heading' } });
  if (rows.length > listedAtMost) fail('media.too-many-pupils', { max: listedAtMost });
  return await begin(async (tx) => {
    const row = await loadClass(tx, actor, input.classId, { right: 'consents.record' });
    const { changes, refused } = await check(tx, actor, row, rows);
    if (changes.length + refused.length === 0) fail('org.no-rows');
    const outcomes = changes.map((change) => ({ change, outcome: outcomeOf(row.id, change) }));
    if (input.commit === 'yes') await write(tx, actor, row, outcomes);
    const count = (wanted: string) => outcomes.filter((one) => one.outcome === wanted).length;
    return {
      committed: input.commit === 'yes',
      added: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      accepted: outcomes.map(({ change, outcome }) => ({
        row: change.row,
        outcome,
        name: change.name,
        bornOn: change.born_on,
        code: change.code,
      })),
      refused,
    };
  });
}

const outcomeOf = (classId: string, { known, name, born_on, code }: Change): 'new' | 'changed' | 'unchanged' => {
  if (!known) return 'new';
  const same = known.class_id === classId && known.name === name;
  return same && known.born_on === born_on && known.code === code ? 'unchanged' : 'changed';
};

async function check(tx: Tx, actor: Actor, row: ClassRecord, rows: readonly TableRow<Column>[]) {
  const here = await sql.listPupils(tx, row.id);
  const codes = rows.flatMap((one) => codeOf(one) ?? []);
  const born = rows.flatMap((one) => readBirthday(one.cells.born ?? '') ?? []);
  // A child of last year's class goes up with what was answered for it and the pictures it is in.
  const former = await sql.listFormer(tx, row, { codes, born });
  const known = { here, former };
  const taken = new Map((await sql.listCodes(tx, row.unit_id, codes)).map((one) => [one.code, one.id]));
  const seen = new Map<string, number>();
  const changes: Change[] = [];
  const refused: Report['refused'] = [];
  for (const one of rows) {
    const verdict = judge(one, { known, taken, today: dayOf(actor.now) });
    const key =
      'change' in verdict ? `${fold(verdict.change.name)} ${verdict.change.born_on ?? verdict.change.code}` : '';
    const twice = key ? seen.get(key) : undefined;
    if (key && twice === undefined) seen.set(key, one.row);
    if ('change' in verdict && twice === undefined) changes.push(verdict.change);
    else {
      const { reason, params } =
        'reason' in verdict ? { params: {}, ...verdict } : { reason: 'twice', params: { row: twice ?? 0 } };
      const name = (one.cells.name ?? '').slice(0, 120);
      refused.push({ row: one.row, name, reason: say(actor.language, `consents.import.${reason}`, params) });
    }
  }
  return { changes, refused };
}

/** Running numbers of a list are no codes: they would be the same in every class. */
const codeOf = (row: TableRow<Column>): string | null => {
  const code = row.cells.code ?? '';
  return code === '' || /^\d{1,3}$/.test(code) ? null : code;
};

function judge(
  one: TableRow<Column>,
  of: { known: Known; taken: ReadonlyMap<string | null, string>; today: string },
): Verdict {
  const name = one.cells.name ?? '';
  const born = one.cells.born ?? '';
  const code = codeOf(one);
  if (name === '') return { reason: 'no-name' };
  if (name.length > 120) return { reason: 'too-long', params: { column: 'Họ và tên' } };
  if (!isPersonName(name)) return { reason: 'bad-name', params: { value: name.slice(0, 40) } };
  if (code !== null && code.length > 30) return { reason: 'too-long', params: { column: 'Mã' } };
  const born_on = readBirthday(born);
  if (born !== '' && born_on === null) return { reason: 'bad-born', params: { value: born.slice(0, 40) } };
  if (born_on !== null && born_on > of.today) return { reason: 'born-future', params: { value: shortDay(born_on) } };
  const known = knownOf(of.known.here, { name, born_on, code }) ?? formerOf(of.known.former, { name, born_on, code });
  if (code !== null && of.taken.has(code) && of.taken.get(code) !== known?.id)
    return { reason: 'code-elsewhere', params: { value: code } };
  // A cell that is left empty takes nothing away.
  const kept = { born_on: born_on ?? known?.born_on ?? null, code: code ?? known?.code ?? null };
  return { change: { row: one.row, known, name, ...kept } };
}

/** Known again by code, else by name where no birthday contradicts. */
function knownOf(
  known: readonly sql.PupilRecord[],
  of: { name: string; born_on: string | null; code: string | null },
): sql.PupilRecord | null {
  const byCode = of.code === null ? undefined : known.find((pupil) => pupil.code === of.code);
  if (byCode) return byCode;
  const key = fold(of.name);
  const named = known.filter(
    (pupil) =>
      fold(pupil.name) === key && (of.born_on === null || pupil.born_on === null || pupil.born_on === of.born_on),
  );
  return named.length === 1 ? named[0]! : null;
}

/** Across years a name alone is not enough: the code, or name and birthday together. */
function formerOf(
  former: readonly sql.PupilRecord[],
  of: { name: string; born_on: string | null; code: string | null },
): sql.PupilRecord | null {
  const byCode = of.code === null ? undefined : former.find((pupil) => pupil.code === of.code);
  if (byCode) return byCode;
  const same = former.filter((pupil) => pupil.born_on === of.born_on && fold(pupil.name) === fold(of.name));
  return of.born_on !== null && same.length === 1 ? same[0]! : null;
}

async function write(
  tx: Tx,
  actor: Actor,
  row: ClassRecord,
  outcomes: readonly { change: Change; outcome: string }[],
): Promise<void> {
  const added = outcomes.filter((one) => one.outcome === 'new').map(({ change }) => change);
  const changed = outcomes.filter((one) => one.outcome === 'changed').map(({ change }) => change);
  if (added.length + changed.length === 0) return;
  const facts = ({ name, born_on, code }: Change) => ({ name, born_on, code });
  if (added.length > 0)
    await sql.insertPupils(
      tx,
      added.map((one) => newPupil(row, newId(actor.now.getTime()), facts(one), actor.now)),
    );
  for (const one of changed) await sql.updatePupil(tx, one.known!.id, { ...facts(one), class_id: row.id });
  const subject = { id: row.id, unitId: row.unit_id, path: row.path };
  const after = { added: added.length, changed: changed.length };
  await recordInside(tx, actor, c.pupilsImported({ subject, before: null, after }));
}
