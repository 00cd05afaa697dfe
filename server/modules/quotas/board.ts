import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { neighbour, periodByKey, periodOf, type QuotaPeriod, type Term } from '#lib/quota-periods.ts';
import { pathsDownTo } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { getUnitRow, type Unit } from '../org/org.ts';
import * as board from './board.sql.ts';
import type { Owing } from './figures.sql.ts';
import type * as c from './quotas.contract.ts';
import type { BoardRow } from './quotas.contract.ts';
import * as sql from './quotas.sql.ts';
import { currentMonth, owingIn } from './refreshing.ts';
import { shownQuota } from './shown-quota.ts';

type Asked = Pick<InputOf<typeof c.quotaBoard>, 'unitId' | 'period' | 'at' | 'quotaId'>;

interface Seen {
  unit: Unit;
  terms: Term[];
  period: QuotaPeriod;
  quotas: sql.ShownQuotaRow[];
  owing: Owing[];
  current: string;
}

/** Unit, period and the quotas that matter there: those that the unit or a unit above it set. */
async function seen(db: Db, actor: Actor, asked: Asked): Promise<Seen> {
  const [unit, terms] = await Promise.all([getUnitRow(db, asked.unitId), sql.listTerms(db)]);
  if (!actor.can('outputs.read', unit.path)) fail('not-found');
  const current = currentMonth(actor.now);
  const period = asked.at ? periodByKey(asked.period, asked.at, terms) : periodOf(asked.period, current, terms);
  if (!period) return fail('unreadable');
  const paths = pathsDownTo(unit.path);
  const held = await sql.listHolding(db, { paths, from: period.from, to: period.to, quotaId: asked.quotaId });
  const pairs = held.map((quota) => ({ quota, owing: owingIn(quota, period, current, terms) }));
  const due = pairs.filter((p): p is { quota: sql.ShownQuotaRow; owing: Owing } => p.owing !== null);
  return { unit, terms, period, quotas: due.map((p) => p.quota), owing: due.map((p) => p.owing), current };
}

export async function quotaBoard(
  db: Db,
  actor: Actor,
  asked: InputOf<typeof c.quotaBoard>,
): Promise<OutputOf<typeof c.quotaBoard>> {
  const { unit, terms, period, quotas, owing, current } = await seen(db, actor, asked);
  const quotaIds = owing.map((o) => o.quota_id);
  const [figures, kept, above] = await Promise.all([
    board.figuresAt(db, owing, unit.id),
    board.keptFigures(db, { nodeId: unit.id, kind: period.kind, key: period.key, quotaIds }),
    board.unitsAbove(db, unit.path),
  ]);
  const own = figures.filter((f) => f.unit_id === unit.id);
  const below = figures.filter((f) => f.unit_id !== unit.id);
  const next = neighbour(period, 1, terms);
  const named = new Set(figures.map((f) => f.quota_id));
  const total = kept.find((k) => k.node_id === unit.id);
  return {
    unit: { id: unit.id, name: unit.name, kind: unit.kind },
    above: above.filter((u) => actor.can('outputs.read', u.path)).map(({ id, name, kind }) => ({ id, name, kind })),
    period,
    before: neighbour(period, -1, terms).key,
    after: next.from <= current ? next.key : null,
    quotas: quotas.filter((q) => named.has(q.id) || kept.length > 0).map((row) => shownQuota(actor, row)),
    own: own.map(lineOf),
    total: total ? summed(total) : { expected: 0, met: 0, sent: 0, approved: 0, published: 0, picked: 0 },
    rows: rowsOf(
      below,
      kept.filter((k) => k.node_id !== unit.id),
    ),
  };
}

const lineOf = (f: board.Figures) => ({
  quotaId: f.quota_id,
  required: f.required,
  sent: f.sent,
  approved: f.approved,
  published: f.published,
  picked: f.picked,
  met: f.done >= f.required,
});

const summed = ({ expected, met, sent, approved, published, picked }: board.Summed) => ({
  expected,
  met,
  sent,
  approved,
  published,
  picked,
});

/** One row for each unit directly below, those that owe most first. */
function rowsOf(below: readonly board.Figures[], kept: readonly board.Summed[]): BoardRow[] {
  const lines = Map.groupBy(below, (f) => f.unit_id);
  const sums = new Map(kept.map((k) => [k.node_id, k]));
  const named = new Map<string, board.Named>([
    ...kept.map((k) => [k.node_id, k] as const),
    ...below.map((f) => [f.unit_id, f] as const),
  ]);
  const rows = [...named].map(([unitId, { name, unit_kind: kind, no }]) => {
    const sum = sums.get(unitId);
    const row = { unitId, name, kind, lines: (lines.get(unitId) ?? []).map(lineOf), below: sum ? summed(sum) : null };
    return { no, row };
  });
  return rows.sort((a, b) => shareMet(a.row) - shareMet(b.row) || a.no - b.no).map(({ row }) => row);
}

/** From 0 (nothing met) to 1. */
function shareMet(row: BoardRow): number {
  const expected = row.lines.length + (row.below?.expected ?? 0);
  return expected === 0 ? 1 : (row.lines.filter((l) => l.met).length + (row.below?.met ?? 0)) / expected;
}

export async function listUnmet(
  db: Db,
  actor: Actor,
  asked: InputOf<typeof c.listUnmet>,
): Promise<OutputOf<typeof c.listUnmet>> {
  const { unit, owing } = await seen(db, actor, asked);
  const rows = await board.listUnmet(db, owing, unit.path, asked.limit);
  const items = rows.slice(0, asked.limit).map((row) => ({
    unitId: row.unit_id,
    name: row.name,
    aboveName: row.above_name,
    quotaId: row.quota_id,
    required: row.required,
    done: row.done,
  }));
  return { items, more: rows.length > asked.limit };
}
