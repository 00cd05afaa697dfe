import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { reservedSlugs } from '#lib/reserved-slugs.ts';
import { fold, slugOf } from '#lib/text.ts';
import { isSchool, type SchoolKind } from '#lib/unit-kinds.ts';
import { record } from '#modules/audit/audit.ts';
import type { Tx } from '#platform/tx.ts';
import * as bulk from './bulk.sql.ts';
import * as sql from './imports.sql.ts';
import type { Accepted, Checked, Refused } from './imports.ts';
import { type NamedUnits, namedUnits } from './named-units.ts';
import { unitCreated, unitEdited } from './org.contract.ts';
import { updateUnit } from './org.sql.ts';
import type { Unit } from './org.ts';
import type { Columns, TableRow } from './table-columns.ts';
import { schoolKindOf } from './table-words.ts';

type Author = Parameters<typeof record>[1];
type Column = 'code' | 'name' | 'kind' | 'parent' | 'shortName' | 'symbol' | 'place';

export const schoolColumns: Columns<Column> = {
  code: ['ma truong', 'ma don vi', 'ma'],
  name: ['ten truong', 'ten don vi', 'truong', 'ten'],
  kind: ['loai hinh', 'loai truong', 'cap hoc', 'loai'],
  parent: ['don vi quan ly', 'truc thuoc', 'co quan quan ly', 'xa phuong', 'don vi cap tren'],
  shortName: ['ten viet tat', 'ten ngan', 'viet tat'],
  symbol: ['ky hieu', 'ky hieu van ban'],
  place: ['dia danh', 'noi ban hanh'],
};

interface School {
  name: string;
  short_name: string | null;
  symbol: string | null;
  place: string | null;
  kind: SchoolKind;
}

export interface SchoolChange extends Accepted {
  code: string;
  parent: sql.UnitInTable;
  before: sql.UnitInTable | null;
  after: School;
}

type Row = TableRow<Column>;
type Verdict = { change: SchoolChange } | { reason: string; params?: Record<string, string | number> };

const managedByCommunes: readonly SchoolKind[] = ['nursery', 'primary', 'lower-secondary', 'primary-lower-secondary'];

/** What each row would do; nothing is written. */
export async function checkSchools(tx: Tx, unit: Unit, rows: readonly Row[]): Promise<Checked<SchoolChange>> {
  const below = await sql.listBelow(tx, unit.path);
  const holders = await sql.listByCodes(
    tx,
    rows.map((row) => row.cells.code ?? ''),
  );
  const byCode = new Map(
    holders.flatMap((holder) => holder.codes.map((code) => [code.toUpperCase(), holder] as const)),
  );
  const own = below.find((u) => u.id === unit.id)!;
  const known = { names: namedUnits(below), own, holders: byCode, path: unit.path };
  const seen = new Map<string, number>();
  const checked: Checked<SchoolChange> = { accepted: [], refused: [] };
  for (const row of rows) {
    const code = (row.cells.code ?? '').toUpperCase();
    const twice = code ? seen.get(code) : undefined;
    const verdict = twice ? { reason: 'twice', params: { row: twice } } : judge(row, known);
    if (code && !twice) seen.set(code, row.row);
    if ('change' in verdict) checked.accepted.push(verdict.change);
    else checked.refused.push({ row: row.row, name: row.cells.name ?? '', ...verdict } satisfies Refused);
  }
  return checked;
}

interface KnownUnits {
  names: NamedUnits;
  own: sql.UnitInTable;
  /** By code in capitals. */
  holders: ReadonlyMap<string, sql.UnitInTable>;
  path: string;
}

function judge({ row, cells }: Row, known: KnownUnits): Verdict {
  const { name, code } = { name: cells.name ?? '', code: cells.code ?? '' };
  if (!name) return { reason: 'no-name' };
  if (!code) return { reason: 'no-code' };
  if (name.length > 300) return { reason: 'too-long', params: { column: 'Tên trường' } };
  const kind = schoolKindOf(cells.kind || name);
  if (!kind) return cells.kind ? { reason: 'unknown-kind', params: { value: cells.kind } } : { reason: 'no-kind' };
  const before = known.holders.get(code.toUpperCase()) ?? null;
  if (before && !before.path.startsWith(known.path))
    return { reason: 'code-elsewhere', params: { value: code, unit: before.name } };
  if (before && !isSchool(before.kind)) return { reason: 'kind-differs', params: { value: code, unit: before.name } };
  const parent = parentOf(cells.parent ?? '', kind, before, known);
  if ('reason' in parent) return parent;
  if (before && before.parentId !== parent.id) return { reason: 'other-parent', params: { unit: before.name } };
  const after = schoolOf(cells, name, kind, before, parent);
  const outcome = !before ? 'new' : sameSchool(before, after) ? 'unchanged' : 'changed';
  return { change: { row, outcome, name, unitName: parent.name, key: code, code, parent, before, after } };
}

/** Named in the row; else the one it has; else the unit that imports, where that manages such schools itself. */
function parentOf(
  words: string,
  kind: SchoolKind,
  before: sql.UnitInTable | null,
  { names, own }: KnownUnits,
): sql.UnitInTable | Exclude<Verdict, { change: unknown }> {
  if (!words) {
    if (before) return { ...before, id: before.parentId!, name: '' };
    const manages =
      own.kind === 'commune-office' || (own.kind === 'province-department' && !managedByCommunes.includes(kind));
    return manages ? own : { reason: 'no-parent' };
  }
  const found = names.find(words);
  if (found.length === 0) return { reason: 'unknown-parent', params: { value: words } };
  if (found.length > 1) return { reason: 'many-parents', params: { value: words } };
  return found[0]!.closedOn === null ? found[0]! : { reason: 'parent-closed', params: { value: words } };
}

/** An empty cell says nothing: what is known stays. */
function schoolOf(
  cells: Row['cells'],
  name: string,
  kind: SchoolKind,
  before: sql.UnitInTable | null,
  parent: sql.UnitInTable,
): School {
  return {
    name,
    kind,
    short_name: cells.shortName || before?.shortName || null,
    symbol: cells.symbol || before?.symbol || null,
    place: cells.place || before?.place || parent.place,
  };
}

const sameSchool = (before: sql.UnitInTable, after: School) =>
  before.name === after.name &&
  before.kind === after.kind &&
  before.shortName === after.short_name &&
  before.symbol === after.symbol &&
  before.place === after.place;

/** Carries out what was checked: the new ones in a few statements, each told to the audit. */
export async function writeSchools(tx: Tx, author: Author, changes: readonly SchoolChange[]): Promise<void> {
  await addSchools(
    tx,
    author,
    changes.filter((c) => c.outcome === 'new'),
  );
  for (const { before, after } of changes.filter((c) => c.outcome === 'changed')) {
    await updateUnit(tx, before!.id, { ...after, slug: before!.slug }, before!.codes);
    const was = {
      name: before!.name,
      short_name: before!.shortName,
      symbol: before!.symbol,
      place: before!.place,
      kind: before!.kind,
    };
    await record(
      tx,
      author,
      unitEdited({
        subject: { id: before!.id, unitId: before!.id, path: before!.path },
        before: was,
        after: { ...after },
      }),
    );
  }
}

async function addSchools(tx: Tx, author: Author, changes: readonly SchoolChange[]): Promise<void> {
  if (changes.length === 0) return;
  const opened_on = dayOf(author.now);
  const slugs = await freeSlugs(tx, changes);
  const units = changes.map((c, i) => ({
    id: newId(author.now.getTime()),
    parent_id: c.parent.id,
    ...c.after,
    slug: slugs[i]!,
    opened_on,
    codes: c.code,
  }));
  const paths = new Map((await bulk.insertUnits(tx, units)).map((made) => [made.id, made.path]));
  const committees = await sql.listCommittees(tx, [...new Set(units.map((u) => u.parent_id))]);
  const parents = units.flatMap(({ id: unit_id, parent_id }): bulk.BulkParent[] => {
    const committee = committees.get(parent_id);
    const working = { unit_id, parent_id, line: 'working' as const, valid_from: opened_on };
    return committee
      ? [working, { unit_id, parent_id: committee, line: 'administrative', valid_from: opened_on }]
      : [working];
  });
  await bulk.insertParents(tx, parents);
  await bulk.insertCodes(
    tx,
    units.map((u) => ({ unit_id: u.id, scheme: 'sector', code: u.codes, valid_from: opened_on })),
  );
  for (const unit of units) {
    const subject = { id: unit.id, unitId: unit.id, path: paths.get(unit.id)! };
    await record(tx, author, unitCreated({ subject, before: null, after: unit }));
  }
}

async function freeSlugs(tx: Tx, changes: readonly SchoolChange[]): Promise<string[]> {
  const plain = changes.map((c) => slugOf(c.name));
  const taken = await sql.listTakenSlugs(tx, plain);
  for (const slug of reservedSlugs) taken.add(slug);
  return changes.map((c, i) => {
    const slug = taken.has(plain[i]!) || !plain[i] ? `${plain[i]!.slice(0, 60)}-${slugOf(fold(c.code))}` : plain[i]!;
    taken.add(slug);
    return slug;
  });
}
