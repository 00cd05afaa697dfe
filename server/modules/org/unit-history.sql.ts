import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';
import type { ChangeKind } from './reorganisation.contract.ts';

export interface PassedOn {
  changeId: string;
  kind: ChangeKind;
  on: string;
  decision: string;
  /** 'from': what this unit came from · 'to': what became of it. */
  side: 'from' | 'to';
  ended: boolean;
  names: string[];
}

/** Successions of the unit on either side, by change. */
export const listSuccessions = async (db: Db, unitId: string): Promise<PassedOn[]> => {
  const { rows } = await sql<PassedOn>`
    select c.id as "changeId", c.kind, c.effective_on as on, c.decision, s.side, s.ended,
           array_agg(s.name order by s.main desc, s.name collate vi) as names
      from (select x.change_id, 'from' as side, u.name, x.main, u.closed_on is not null as ended from unit_successions x join units u on u.id = x.from_id where x.to_id = ${unitId}
            union all
            select x.change_id, 'to', u.name, x.main, f.closed_on is not null from unit_successions x join units u on u.id = x.to_id join units f on f.id = x.from_id where x.from_id = ${unitId}) s
      join unit_changes c on c.id = s.change_id and c.state = 'done'
     group by c.id, s.side, s.ended`.execute(db);
  return rows;
};

/** The unit's own changes without a successor: renamed, moved, ended for good. */
export const listOwn = (db: Db, unitId: string) =>
  db
    .selectFrom('unit_changes as c')
    .select(['c.id', 'c.effective_on as on', 'c.decision', sql<ChangeKind>`c.kind`.as('kind')])
    .select(sql<string[]>`array(select jsonb_array_elements_text(c.input->'names'->'to'))`.as('to'))
    .where('c.state', '=', 'done')
    .where('c.kind', 'in', ['rename', 'move', 'close'])
    .where(sql<boolean>`c.input->'fromIds' ? ${unitId}`)
    .where(sql<boolean>`c.unit_ids @> array[${unitId}]::uuid[]`)
    .execute();

/** What the unit was called, and below which it stood, the day before. */
export const findBefore = async (
  db: Db,
  unitId: string,
  on: string,
): Promise<{ name: string | null; parent: string | null }> => {
  const { rows } = await sql<{ name: string | null; parent: string | null }>`
    select (select name from unit_names where unit_id = ${unitId} and valid_to = ${on} order by valid_from desc limit 1) as name,
           (select p.name from unit_parents d join units p on p.id = d.parent_id
             where d.unit_id = ${unitId} and d.line = 'working' and d.valid_to = ${on} limit 1) as parent`.execute(db);
  return rows[0]!;
};

/** Parents that ended on a day, however they came to. */
export const listFormerParents = async (db: Db, unitId: string): Promise<{ on: string; name: string }[]> => {
  const { rows } = await sql<{ on: string; name: string }>`
    select d.valid_to as on, p.name from unit_parents d join units p on p.id = d.parent_id
     where d.unit_id = ${unitId} and d.line = 'working' and d.valid_to is not null`.execute(db);
  return rows;
};
