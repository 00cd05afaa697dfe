import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { record } from '#modules/audit/audit.ts';
import type { Actor } from '#platform/actor.ts';
import { pageById } from '#platform/page.ts';
import type { FileReply, InTransaction } from '#platform/route.ts';
import type { SheetRows } from '#platform/tables/sheet-rows.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { checkPeople, type PersonChange, peopleColumns, writePeople } from './import-people.ts';
import { checkSchools, type SchoolChange, schoolColumns, writeSchools } from './import-schools.ts';
import * as contract from './imports.contract.ts';
import * as sql from './imports.sql.ts';
import { type Unit, unitFor } from './org.ts';
import { sampleTables } from './sample-tables.ts';
import { readColumns } from './table-columns.ts';
import { readBody, readSheets } from './table-file.ts';

/** A row that stays outside, with the reason as a key of the catalogue (`org.import.<reason>`). */
export interface Refused {
  row: number;
  name: string;
  reason: string;
  params?: Record<string, string | number>;
}
/** What a table means: what would happen row by row, and what stays outside. */
export interface Checked<Change> {
  accepted: Change[];
  refused: Refused[];
}
export interface Accepted {
  row: number;
  outcome: 'new' | 'changed' | 'unchanged';
  name: string;
  unitName: string;
  key: string | null;
}

type Input = InputOf<typeof contract.importTable>;
const listedAtMost = 1000;

/**
 * Reads the table before any transaction is open. A preview and the real run go the same way; only the second writes.
 * Run again, rows that are there already come out as unchanged.
 */
export async function importTable(
  begin: InTransaction,
  actor: Actor,
  input: Input,
  body: ReadableStream<Uint8Array> | null,
): Promise<contract.ImportReport> {
  const right = input.kind === 'schools' ? 'units.manage' : 'people.manage';
  const unit = await begin((tx) => unitFor(tx, actor, input.unitId, right));
  const sheets = readSheets(await readBody(body));
  return await begin(async (tx) => {
    const { accepted, refused } = await (input.kind === 'schools' ? runSchools : runPeople)(
      tx,
      actor,
      unit,
      sheets,
      input.commit === 'yes',
    );
    return await report(tx, actor, unit, input, accepted, refused);
  });
}

async function runSchools(
  tx: Tx,
  actor: Actor,
  unit: Unit,
  sheets: SheetRows[],
  commit: boolean,
): Promise<Checked<SchoolChange>> {
  const rows =
    readColumns(sheets, schoolColumns) ??
    fail('org.unreadable-table', {}, { fields: { file: 'org.import.no-heading-schools' } });
  const checked = await checkSchools(tx, unit, rows);
  if (commit) await writeSchools(tx, actor, checked.accepted);
  return checked;
}

async function runPeople(
  tx: Tx,
  actor: Actor,
  unit: Unit,
  sheets: SheetRows[],
  commit: boolean,
): Promise<Checked<PersonChange>> {
  const rows =
    readColumns(sheets, peopleColumns) ??
    fail('org.unreadable-table', {}, { fields: { file: 'org.import.no-heading-people' } });
  const checked = await checkPeople(tx, unit, rows);
  if (commit) await writePeople(tx, actor, checked.accepted);
  return checked;
}

async function report(
  tx: Tx,
  actor: Actor,
  unit: Unit,
  input: Input,
  accepted: readonly Accepted[],
  refusedRows: readonly Refused[],
): Promise<contract.ImportReport> {
  if (accepted.length + refusedRows.length === 0) fail('org.no-rows');
  const committed = input.commit === 'yes';
  const count = (outcome: Accepted['outcome']) => accepted.filter((row) => row.outcome === outcome).length;
  const refused = refusedRows.map(({ row, name, reason, params }) => ({
    row,
    name,
    reason: say(actor.language, `org.import.${reason}`, params),
  }));
  const counts = { added: count('new'), changed: count('changed'), unchanged: count('unchanged') };
  if (committed) {
    const id = newId(actor.now.getTime());
    const row = {
      id,
      unit_id: unit.id,
      path: unit.path,
      kind: input.kind,
      file_name: input.fileName,
      person_id: actor.person.id,
    };
    await sql.insertImport(tx, {
      ...row,
      accepted: accepted.length,
      refused: JSON.stringify(refused.slice(0, listedAtMost)),
    });
    const subject = { id, unitId: unit.id, path: unit.path };
    await record(
      tx,
      actor,
      contract.tableImported({
        subject,
        before: null,
        after: { kind: input.kind, ...counts, refused: refused.length },
      }),
    );
  }
  const listed = accepted
    .slice(0, listedAtMost)
    .map(({ row, outcome, name, unitName, key }) => ({ row, outcome, name, unitName, key }));
  return { kind: input.kind, fileName: input.fileName, committed, ...counts, accepted: listed, refused };
}

export async function listImports(
  db: Db,
  actor: Actor,
  input: InputOf<typeof contract.listImports>,
): Promise<OutputOf<typeof contract.listImports>> {
  const rows = await sql.listImports(db, actor.reach('people.manage'), input);
  const { items, next } = pageById(rows, input.limit);
  return { items: items.map((row) => ({ ...row, at: row.at.toISOString() })), next };
}

/** UTF-8 with a mark at its start, so that spreadsheets show Vietnamese letters at once. */
export async function getSampleTable(_db: Db, _actor: Actor, input: { kind: contract.ImportKind }): Promise<FileReply> {
  const { name, rows } = sampleTables[input.kind];
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const body = new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`);
  return { body, name, mediaType: 'text/csv; charset=utf-8', bytes: body.byteLength, disposition: 'attachment' };
}
