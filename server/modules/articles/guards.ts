import { guardedPhrase } from '#lib/article-checks.ts';
import { type ArticleContent, picturesOf, textOf } from '#lib/article-content.ts';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import { pathsAbove } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import { pageById } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { pathOf } from '../org/org.ts';
import type * as c from './checks.contract.ts';
import { type GuardRow, guardLifted, guardPlaced } from './checks.contract.ts';
import * as sql from './guards.sql.ts';

/** Every word of a text that readers get, also what is said beside and behind its pictures. */
export function wordsForGuards(
  text: { title: string; summary: string; credit: string },
  content: ArticleContent,
): string {
  const beside = picturesOf(content).flatMap(({ alt, credit }) => [alt, credit]);
  return [text.title, text.summary, text.credit, textOf(content), ...beside].join('\n');
}

/** What holds this text back in a unit on a day: the first guard whose words stand in it. */
export async function guardFor(
  db: Db | Tx,
  path: string,
  text: string,
  day: string,
): Promise<{ id: string; phrase: string; reason: string } | undefined> {
  for (const guard of await sql.guardsAt(db, path, day)) {
    const phrase = guardedPhrase(text, guard.phrases);
    if (phrase) return { id: guard.id, phrase, reason: guard.reason };
  }
  return undefined;
}

/** One who reads a unit's texts is told what holds there, also where a unit above placed it. */
export async function listGuards(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listGuards>,
): Promise<OutputOf<typeof c.listGuards>> {
  if (input.after !== undefined && !isId(input.after)) fail('unreadable');
  const reach = actor.reach('articles.edit');
  const above = [...new Set(reach.flatMap((span) => pathsAbove(span.path)))];
  const { items, next } = pageById(await sql.listGuards(db, reach, above, input), input.limit);
  return { items: items.map((row) => shownGuard(actor, row)), next };
}

export async function placeGuard(tx: Tx, actor: Actor, given: InputOf<typeof c.placeGuard>): Promise<GuardRow> {
  const path = await pathOf(tx, given.unitId);
  if (!actor.can('newsroom.manage', path)) fail('forbidden');
  if (given.until && given.until < dayOf(actor.now)) fail('invalid', {}, { fields: { until: 'fields.day-order' } });
  const placed = await sql.insertGuard(tx, {
    id: given.id,
    unit_id: given.unitId,
    path,
    phrases: [...new Set(given.phrases)],
    reason: given.reason,
    basis: given.basis,
    placed_kind: 'person',
    placed_id: null,
    placed_by: actor.person.id,
    placed_at: actor.now,
    until: given.until,
  });
  const row = (await sql.findGuard(tx, given.id)) ?? fail('not-found');
  if (!placed) return row.unit_id === given.unitId ? shownGuard(actor, row) : fail('conflict');
  const shown = shownGuard(actor, row);
  await record(tx, actor, guardPlaced({ subject: subjectOf(row), before: null, after: recorded(shown) }));
  return shown;
}

export async function liftGuard(tx: Tx, actor: Actor, given: InputOf<typeof c.liftGuard>): Promise<GuardRow> {
  const row = await sql.lockGuard(tx, given.guardId);
  if (!row || !actor.can('articles.edit', row.path)) return fail('not-found');
  if (!actor.can('newsroom.manage', row.path)) fail('forbidden');
  const before = shownGuard(actor, row);
  if (row.version !== given.version || row.lifted_at !== null) fail('conflict', {}, { current: before });
  // What another module placed stands until that module lifts it: an incident ends with its conclusion.
  if (row.placed_kind !== 'person') fail('articles.guard-of-others');
  await sql.liftGuard(tx, row.id, actor.person.id, given.reason, actor.now);
  const after = shownGuard(actor, (await sql.findGuard(tx, row.id)) ?? fail('not-found'));
  const told = { subject: subjectOf(row), before: recorded(before), after: recorded(after) };
  await record(tx, actor, guardLifted({ ...told, reason: given.reason }));
  return after;
}

const subjectOf = (row: sql.GuardTableRow) => ({ id: row.id, unitId: row.unit_id, path: row.path });

function recorded({ can: _, unitName: __, ...row }: GuardRow): Record<string, unknown> {
  return row;
}

const shownGuard = (actor: Actor, row: sql.GuardTableRow): GuardRow => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  phrases: row.phrases,
  reason: row.reason,
  basis: row.basis,
  placedKind: row.placed_kind,
  placedByName: row.placed_by_name,
  placedAt: isoOf(row.placed_at),
  until: row.until,
  liftedAt: isoOrNull(row.lifted_at),
  liftedByName: row.lifted_by_name,
  liftedReason: row.lifted_reason,
  version: row.version,
  can: row.lifted_at === null && row.placed_kind === 'person' && actor.can('newsroom.manage', row.path) ? ['lift'] : [],
});
