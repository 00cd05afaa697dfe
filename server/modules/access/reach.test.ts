import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '#app/testing/database.ts';
import { newId } from '#lib/id.ts';
import { type GrantSpan, reachOf } from '#lib/reach.ts';
import { type Right, rights, roleNames } from '#lib/rights.ts';
import { inReach } from '#platform/scope.ts';
import { rightsOf } from './access.policy.ts';
import { actorFrom } from './sessions.ts';

const { db, owner } = await testDatabase();

/** The same numbers on every run (mulberry32), so that a failure can be met again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

interface Node {
  parent: Node | null;
  path: string;
}

/** A tree whose numbers make neighbours look alike: 1., 10., 1.1., 1.10., 11. */
function tree(next: (below: number) => number, size: number): Node[] {
  const nodes: Node[] = [];
  for (let i = 1; i <= size; i++) {
    const parent = nodes.length === 0 || next(8) === 0 ? null : nodes[next(nodes.length)]!;
    nodes.push({ parent, path: `${parent?.path ?? ''}${i}.` });
  }
  return nodes;
}

/** Said in the plainest way: walk up from the row and ask each unit on the way. */
function holds(node: Node, grants: readonly { at: Node; role: (typeof roleNames)[number] }[], right: Right): boolean {
  const carrying = grants.filter((g) => rightsOf(g.role).includes(right));
  if (rights[right] === 'sector') return carrying.length > 0;
  if (rights[right] === 'unit') return carrying.some((g) => g.at === node);
  for (let at: Node | null = node; at; at = at.parent) if (carrying.some((g) => g.at === at)) return true;
  return false;
}

const rightNames = Object.keys(rights) as Right[];
await sql`create table rows_of_units (tree int, path text collate "C")`.execute(owner);
await sql`grant select, insert on rows_of_units to lantoa_app`.execute(owner);

for (const seed of [1, 2, 3, 4, 5, 6]) {
  test(`over random tree ${seed}, reach, can and the statement agree with a walk up the tree`, async () => {
    const next = numbers(seed);
    const nodes = tree(next, 60);
    await sql`insert into rows_of_units select ${seed}, unnest(${sql.val(nodes.map((n) => n.path))}::text[])`.execute(
      db,
    );
    for (let person = 0; person < 12; person++) {
      const grants = Array.from({ length: next(4) }, () => ({
        at: nodes[next(nodes.length)]!,
        role: roleNames[next(roleNames.length)]!,
      }));
      const spans: GrantSpan[] = grants.map((g) => ({ path: g.at.path, role: g.role }));
      const actor = actorFrom({} as never, { id: newId(), name: 'X', email: null }, newId(), spans);
      for (const right of rightNames) {
        const expected = nodes
          .filter((n) => holds(n, grants, right))
          .map((n) => n.path)
          .sort();
        assert.deepEqual(
          nodes
            .filter((n) => actor.can(right, n.path))
            .map((n) => n.path)
            .sort(),
          expected,
          right,
        );
        const { rows } = await sql<{
          path: string;
        }>`select path from rows_of_units where tree = ${seed} and ${inReach(sql.ref<string>('path'), reachOf(spans, right))}`.execute(
          db,
        );
        assert.deepEqual(rows.map((r) => r.path).sort(), expected, right);
      }
    }
  });
}
