import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

export interface Succession {
  id: string;
  /** The name it was known by. */
  name: string;
  toId: string | null;
  toName: string | null;
}

/** Changes of units beyond which nobody follows a chain of successors. */
const longestChain = 8;

/**
 * Of these units and names: those that have ended, or go by another name now, on a day; with who carries on their work,
 * through all successors to one that is open.
 */
export const successionsOf = async (
  db: Db,
  named: { ids: readonly string[]; names: readonly string[] },
  day: string,
): Promise<Succession[]> =>
  (
    await sql<Succession>`
    with recursive gone as (
      select u.id, u.name from units u
      where u.closed_on <= ${day} and (u.id = any(${[...named.ids]}::uuid[]) or u.name = any(${[...named.names]}))
      union
      select n.unit_id, n.name from unit_names n join units u on u.id = n.unit_id
      where n.name = any(${[...named.names]}) and n.valid_to <= ${day} and u.name <> n.name
    ), chain as (
      select g.id as first, g.id, 0 as depth from gone g
      union all
      select c.first, coalesce(u.successor_id, (
        select s.to_id from unit_successions s join unit_changes x on x.id = s.change_id
        where s.from_id = u.id and s.main and x.state = 'done' order by x.effective_on desc, s.to_id limit 1)), c.depth + 1
      from chain c join units u on u.id = c.id
      where u.closed_on <= ${day} and c.depth < ${longestChain}
    )
    select g.id, g.name, o.id as "toId", o.name as "toName" from gone g
    left join lateral (
      select u.id, u.name from chain c join units u on u.id = c.id
      where c.first = g.id and (u.closed_on is null or u.closed_on > ${day}) order by c.depth limit 1) o on true
    order by g.name, g.id`.execute(db)
  ).rows;

/** Which of these names an open unit bears today: such a name means that unit. */
export const openNames = async (db: Db, names: readonly string[], day: string): Promise<Set<string>> =>
  new Set(
    (
      await db
        .selectFrom('units')
        .select('name')
        .distinct()
        .where('name', 'in', [...names, ''])
        .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', day)]))
        .execute()
    ).map((r) => r.name),
  );

export const plansAfter = (db: Db, planId: string) =>
  db.selectFrom('plans').select(['id', 'title', 'state']).where('follows_id', '=', planId).orderBy('id').execute();
