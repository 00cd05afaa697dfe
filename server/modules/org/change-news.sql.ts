import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';
import type { ChangeKind, ChangeState } from './reorganisation.contract.ts';

export interface ChangeNews {
  kind: ChangeKind;
  state: ChangeState;
  effectiveOn: string;
  decision: string;
  fromNames: string[];
  toNames: string[];
  /** The first of the units it is about; its page tells the rest. */
  unitId: string;
  /** Who planned it. */
  personId: string;
  failure: { code: string; params: Record<string, string | number> } | null;
}

export const findNews = async (db: Db, changeId: string): Promise<ChangeNews | undefined> =>
  await db
    .selectFrom('unit_changes as c')
    .select(['c.effective_on as effectiveOn', 'c.decision', 'c.person_id as personId'])
    .select([
      sql<ChangeKind>`c.kind`.as('kind'),
      sql<ChangeState>`c.state`.as('state'),
      sql<ChangeNews['failure']>`c.failure`.as('failure'),
      sql<string[]>`array(select jsonb_array_elements_text(c.input->'names'->'from'))`.as('fromNames'),
      sql<string[]>`array(select jsonb_array_elements_text(c.input->'names'->'to'))`.as('toNames'),
      sql<string>`c.unit_ids[1]`.as('unitId'),
    ])
    .where('c.id', '=', changeId)
    .executeTakeFirst();

/** People with a role at a unit that was changed, and those whose role went to a successor. */
export const listConcerned = async (db: Db, changeId: string, day: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct g.person_id as id from unit_changes c cross join lateral unnest(c.unit_ids) as u (id)
      join grants g on g.unit_id = u.id and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to > ${day}::date)
     where c.id = ${changeId}
       and (c.input->'fromIds' ? u.id::text or g.id in (select jsonb_array_elements_text(c.undo->'handed'->'grants'->'made')::uuid)
            or exists (select from jsonb_array_elements(c.undo->'moved') m where m->>'id' = u.id::text))`.execute(db);
  return rows.map((row) => row.id);
};
