import { isDay } from '#lib/contract.ts';
import { parseDay } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { fold } from '#lib/text.ts';
import type { UnitKind } from '#lib/unit-kinds.ts';
import type { Db } from '#platform/tx.ts';
import type { ChangeInput } from './change-plan.ts';
import type { UnitInTable } from './imports.sql.ts';
import { type NamedUnits, namedUnits } from './named-units.ts';
import { findByExactNames, findByWords } from './org.sql.ts';
import type { ChangeKind, Target } from './reorganisation.contract.ts';
import type { Columns, TableRow } from './table-columns.ts';
import { schoolKindOf } from './table-words.ts';

type Column = 'kind' | 'from' | 'to' | 'on' | 'decision' | 'below' | 'unitKind' | 'children' | 'code';
export const changeColumns: Columns<Column> = {
  kind: ['loai', 'loai thay doi', 'hinh thuc', 'kind'],
  from: ['don vi cu', 'don vi truoc', 'tu don vi', 'former unit'],
  to: ['don vi moi', 'don vi sau', 'den don vi', 'new unit'],
  on: ['ngay hieu luc', 'hieu luc', 'hieu luc tu', 'ngay', 'effective day'],
  decision: ['quyet dinh', 'so quyet dinh', 'van ban', 'can cu', 'decision'],
  below: ['truc thuoc', 'don vi quan ly', 'below'],
  unitKind: ['loai hinh', 'loai don vi', 'unit kind'],
  children: ['don vi chuyen theo', 'don vi truc thuoc chuyen theo', 'units that follow'],
  code: ['ma don vi moi', 'ma moi', 'new code'],
};
export type ChangeTableRow = TableRow<Column>;

/** A change that one or more lines of the table make together, or why a line makes none. */
export type ReadChange =
  | { rows: number[]; input: ChangeInput }
  | { rows: number[]; reason: string; params: Record<string, string> };

const kindWords: [RegExp, ChangeKind][] = [
  [/hop nhat|sap nhap|nhap vao|^merge/, 'merge'],
  [/chia|tach|^split|^divi/, 'split'],
  [/doi ten|^rename/, 'rename'],
  [/chuyen|dieu chuyen|^move/, 'move'],
  [/ket thuc|giai the|dong|cham dut|^close/, 'close'],
];

/** Vietnamese words for what happened: 'Sáp nhập', 'hợp nhất' → merge. */
export const changeKindOf = (words: string): ChangeKind | null =>
  kindWords.find(([pattern]) => pattern.test(fold(words)))?.[1] ?? null;

const dayIn = (words: string, today: string): string | null => {
  const day = isDay(words) ? words : parseDay(words, today);
  return day !== undefined && isDay(day) ? day : null;
};
/** Several units in one cell stand one a line or behind semicolons. */
const several = (cell: string) =>
  cell
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);

class Unread extends Error {
  readonly reason: string;
  readonly params: Record<string, string>;
  constructor(reason: string, params: Record<string, string> = {}) {
    super(reason);
    this.reason = reason;
    this.params = params;
  }
}

/** Finds units by the words of a table; remembers those that earlier lines make. */
export class UnitFinder {
  readonly #named: NamedUnits;
  readonly #db: Db;
  readonly #made = new Map<string, string>();
  readonly #far = new Map<string, string[]>();
  constructor(db: Db, known: readonly UnitInTable[]) {
    this.#db = db;
    this.#named = namedUnits(known);
  }
  /** Looks up at once what is not near: one question instead of one for each line. */
  async learn(names: readonly string[]): Promise<void> {
    const far = [...new Set(names)].filter((name) => this.#named.find(name).length === 0);
    for (const { id, name } of await findByExactNames(this.#db, far)) {
      const key = fold(name);
      this.#far.set(key, [...(this.#far.get(key) ?? []), id]);
    }
  }
  make(name: string, id: string): void {
    this.#made.set(fold(name), id);
  }
  /** Its id, or null where nothing is called so. */
  async find(words: string): Promise<string | null> {
    const made = this.#made.get(fold(words));
    if (made) return made;
    const near = this.#named.find(words);
    if (near.length > 1) throw new Unread('many-units', { value: words });
    if (near.length === 1) return near[0]!.id;
    const far = this.#far.get(fold(words)) ?? (await this.#search(words));
    if (far.length > 1) throw new Unread('many-units', { value: words });
    return far[0] ?? null;
  }
  async #search(words: string): Promise<string[]> {
    const key = fold(words);
    const found = await findByWords(this.#db, words);
    return found.filter((u) => fold(u.name) === key || fold(u.shortName ?? '') === key).map((u) => u.id);
  }
  async need(words: string): Promise<string> {
    return (await this.find(words)) ?? unknown(words);
  }
}
const unknown = (value: string): never => {
  throw new Unread('unknown-unit', { value });
};

interface Line {
  row: number;
  kind: ChangeKind;
  from: string[];
  to: string[];
  on: string;
  decision: string;
  cells: ChangeTableRow['cells'];
}

/** The changes of a table in the order of its lines; lines that belong together (one new unit, one parent) make one change. */
export async function readChanges(
  finder: UnitFinder,
  rows: readonly ChangeTableRow[],
  today: string,
): Promise<ReadChange[]> {
  const groups = new Map<string, Line[]>();
  const found: ({ key: string } | ReadChange)[] = [];
  for (const row of rows) {
    const line = readLine(row, today);
    if ('reason' in line) found.push(line);
    else {
      const key = groupKey(line);
      const group = groups.get(key);
      if (group) group.push(line);
      else {
        groups.set(key, [line]);
        found.push({ key });
      }
    }
  }
  await finder.learn([...groups.values()].flat().flatMap((line) => [...line.from, ...line.to]));
  const changes: ReadChange[] = [];
  for (const one of found) changes.push('key' in one ? await readGroup(finder, groups.get(one.key)!) : one);
  return changes;
}

const groupKey = ({ kind, from, to, on, decision, row }: Line): string => {
  const by = {
    merge: to.join(';'),
    move: to.join(';'),
    split: from.join(';'),
    close: String(row),
    rename: String(row),
  };
  return [kind, fold(by[kind]), on, fold(decision)].join('|');
};

function readLine({ row, cells }: ChangeTableRow, today: string): Line | Extract<ReadChange, { reason: string }> {
  const no = (reason: string, params: Record<string, string> = {}) => ({ rows: [row], reason, params });
  if (!cells.kind) return no('no-kind');
  const kind = changeKindOf(cells.kind);
  if (!kind) return no('unknown-kind', { value: cells.kind });
  const from = several(cells.from ?? '');
  const to = kind === 'rename' ? [cells.to ?? ''].filter(Boolean) : several(cells.to ?? '');
  if (from.length === 0) return no('no-from');
  if (to.length === 0 && kind !== 'close') return no('no-to');
  if (!cells.on) return no('no-day');
  const on = dayIn(cells.on, today);
  if (!on) return no('bad-day', { value: cells.on });
  if (!cells.decision) return no('no-decision');
  return { row, kind, from, to, on, decision: cells.decision.slice(0, 300), cells };
}

async function readGroup(finder: UnitFinder, lines: readonly Line[]): Promise<ReadChange> {
  const rows = lines.map((line) => line.row);
  try {
    const { kind, on, decision } = lines[0]!;
    const fromNames = [...new Set(lines.flatMap((line) => line.from))];
    const fromIds: string[] = [];
    for (const name of fromNames) fromIds.push(await finder.need(name));
    const input: ChangeInput = { id: newId(), kind, effectiveOn: on, decision, fromIds };
    if (kind === 'rename') return { rows, input: { ...input, name: lines[0]!.to[0]! } };
    const to = await targetsOf(finder, lines);
    return { rows, input: to.length > 0 ? { ...input, to } : input };
  } catch (error) {
    if (error instanceof Unread) return { rows, reason: error.reason, params: error.params };
    throw error;
  }
}

/** New units of merged and divided ones may be made; those that something moves to, or that carry on, must be there. */
async function targetsOf(finder: UnitFinder, lines: readonly Line[]): Promise<Target[]> {
  const { kind } = lines[0]!;
  const targets = new Map<string, Target>();
  for (const line of lines) {
    const childIds: string[] = [];
    for (const name of several(line.cells.children ?? '')) childIds.push(await finder.need(name));
    for (const name of line.to) {
      if (targets.has(fold(name))) continue;
      const there = await finder.find(name);
      const may = kind === 'merge' || kind === 'split';
      if (there === null && !may) unknown(name);
      const target = there === null ? { make: await madeOf(finder, line, name) } : { unitId: there };
      targets.set(fold(name), kind === 'split' ? { ...target, childIds } : target);
    }
  }
  return [...targets.values()];
}

async function madeOf(finder: UnitFinder, line: Line, name: string): Promise<NonNullable<Target['make']>> {
  const { below, unitKind, code } = line.cells;
  const id = newId();
  const parentId = below ? await finder.need(below) : undefined;
  finder.make(name, id);
  const kind: UnitKind | null = unitKind ? schoolKindOf(unitKind) : null;
  return { id, name, ...(parentId && { parentId }), ...(kind && { kind }), ...(code && { code: code.slice(0, 40) }) };
}
