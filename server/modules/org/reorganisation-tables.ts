import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import type { FileReply, InTransaction } from '#platform/route.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { noEffects } from './change-steps.ts';
import { type ChangeTableRow, changeColumns, type ReadChange, readChanges, UnitFinder } from './change-table.ts';
import { changeSentence, failureOf, failureSentence } from './change-words.ts';
import { listBelow } from './imports.sql.ts';
import { attempt, rehearse } from './rehearsal.ts';
import type { ChangeEffects, ChangeTable, changeByTable as contract } from './reorganisation.contract.ts';
import { type Acting, actingAs, type Carried, carry, type FromTable, makeAll, namesOf } from './reorganisation.ts';
import { readColumns } from './table-columns.ts';
import { readBody, readSheets } from './table-file.ts';

const listedAtMost = 2000;

/** The table is read before any transaction is open. A preview and the real run go the same way; only the second stays. */
export async function changeByTable(
  begin: InTransaction,
  actor: Actor,
  input: InputOf<typeof contract>,
  body: ReadableStream<Uint8Array> | null,
): Promise<ChangeTable> {
  const sheets = readSheets(await readBody(body));
  const rows =
    readColumns(sheets, changeColumns) ??
    fail('org.unreadable-table', {}, { fields: { file: 'org.change-table.no-heading' } });
  if (rows.length === 0) fail('org.no-rows');
  const paths = actor.reach('units.reorganise').map((span) => span.path);
  return await begin((tx) => runTable(tx, actingAs(actor), paths, input, rows));
}

/** Rehearses the table line by line; with commit it is carried out as one batch. `paths`: where its units are looked for first. */
export async function runTable(
  tx: Tx,
  who: Acting,
  paths: readonly string[],
  input: InputOf<typeof contract>,
  rows: readonly ChangeTableRow[],
): Promise<ChangeTable> {
  const read = await readChanges(await finderFor(tx, paths), rows, dayOf(who.now));
  const commit = input.commit === 'yes';
  const batchId = commit ? newId(who.now.getTime()) : null;
  const tried = batchId
    ? await makeBatch(tx, who, read, { batchId, fileName: input.fileName })
    : await rehearse(tx, () => tryAll(tx, who, read));
  const refused = tried.filter((one) => !one.ok).length;
  const rowsTold = tried.flatMap((one) => linesOf(who, one)).sort((a, b) => a.row - b.row);
  return {
    ...tally(tried),
    fileName: input.fileName,
    committed: commit,
    batchId,
    changes: tried.length - refused,
    refused,
    rows: rowsTold.slice(0, listedAtMost),
  };
}

/** Units where the reader may reorganise; what else a table names is looked up word by word, and refused by its rights. */
async function finderFor(tx: Tx, paths: readonly string[]): Promise<UnitFinder> {
  const known = [];
  for (const path of paths) known.push(...(await listBelow(tx, path)));
  return new UnitFinder(tx, known);
}

interface Tried {
  rows: number[];
  ok: boolean;
  sentence: string;
  effects: ChangeEffects | null;
}

/** One change upon the other, as they would be carried out; what one refuses leaves the others as they are. */
async function tryAll(tx: Tx, who: Acting, read: readonly ReadChange[]): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const one of read) tried.push(await tryOne(tx, who, one));
  return tried;
}

async function tryOne(tx: Tx, who: Acting, one: ReadChange): Promise<Tried> {
  const { rows } = one;
  const no = (sentence: string) => ({ rows, ok: false, effects: null, sentence });
  if ('reason' in one) return no(say(who.language, `org.change-table.${one.reason}`, one.params));
  try {
    return done(who, rows, await attempt(tx, () => carry(tx, who.author, who.actor, one.input)));
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    return no(failureSentence(who.language, failure.code, failure.params));
  }
}

function done(who: Acting, rows: number[], { plan, outcome }: Carried): Tried {
  const names = { kind: plan.kind, ...namesOf(plan), effectiveOn: plan.on };
  return { rows, ok: true, sentence: changeSentence(who.language, names), effects: outcome.effects };
}

/** All lines, or none: where one cannot be, the table is gone through once more to count how many. */
async function makeBatch(
  tx: Tx,
  who: Acting,
  read: readonly ReadChange[],
  batch: Omit<FromTable, 'row'>,
): Promise<Tried[]> {
  const given = read.filter((one): one is Extract<ReadChange, { input: unknown }> => 'input' in one);
  try {
    if (given.length < read.length) fail('org.change-rows', { count: read.length - given.length });
    const inputs = given.map((one) => one.input);
    const tables = given.map((one) => ({ ...batch, row: one.rows[0]! }));
    const carried = await attempt(tx, () => makeAll(tx, who, inputs, tables));
    return carried.map((one, i) => done(who, given[i]!.rows, one));
  } catch (error) {
    if (!failureOf(error)) throw error;
    const tried = await rehearse(tx, () => tryAll(tx, who, read));
    return fail('org.change-rows', { count: tried.filter((one) => !one.ok).length });
  }
}

function linesOf(who: Acting, { rows, ok, sentence, effects }: Tried): ChangeTable['rows'] {
  const [first = 0] = rows;
  const together = say(who.language, 'org.change-table.with-row', { row: first });
  return rows.map((row) => ({
    row,
    ok,
    sentence: row === first ? sentence : ok ? together : sentence,
    effects: row === first ? effects : null,
  }));
}

function tally(tried: readonly Tried[]): { effects: ChangeEffects } {
  const effects: ChangeEffects = { ...noEffects };
  for (const one of tried)
    for (const key of Object.keys(effects) as (keyof ChangeEffects)[]) effects[key] += one.effects?.[key] ?? 0;
  return { effects };
}

const sample = [
  ['Loại', 'Đơn vị cũ', 'Đơn vị mới', 'Ngày hiệu lực', 'Quyết định', 'Trực thuộc'],
  [
    'Hợp nhất',
    'Trường Tiểu học A; Trường Tiểu học B',
    'Trường Tiểu học C',
    '01/7/2026',
    'Quyết định số 12/QĐ-UBND ngày 15/6/2026',
    '',
  ],
  [
    'Chuyển',
    'Trường THCS D',
    'Phòng Văn hóa - Xã hội xã E',
    '01/7/2026',
    'Quyết định số 13/QĐ-UBND ngày 15/6/2026',
    '',
  ],
  ['Đổi tên', 'Trường Mầm non G', 'Trường Mầm non Hoa Mai', '01/7/2026', 'Quyết định số 14/QĐ-UBND ngày 15/6/2026', ''],
  [
    'Kết thúc',
    'Phòng Giáo dục và Đào tạo huyện H',
    'Sở Giáo dục và Đào tạo tỉnh I',
    '01/7/2026',
    'Quyết định số 15/QĐ-UBND ngày 15/6/2026',
    '',
  ],
];

/** UTF-8 with a mark at its start, so that spreadsheets show Vietnamese letters at once. */
export async function getChangeSample(_db: Db, _actor: Actor): Promise<FileReply> {
  const text = sample
    .map((row) => row.map((cell) => (/[",;\n]/.test(cell) ? `"${cell}"` : cell)).join(','))
    .join('\r\n');
  const body = new TextEncoder().encode(`\uFEFF${text}\r\n`);
  return {
    body,
    name: 'mau-sap-xep.csv',
    mediaType: 'text/csv; charset=utf-8',
    bytes: body.byteLength,
    disposition: 'attachment',
  };
}
