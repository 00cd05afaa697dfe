import { sql } from 'kysely';
import type { UnitKind, UnitLine } from '#lib/unit-kinds.ts';
import type { Db } from '#platform/tx.ts';

export const listUpperBodyRules = (db: Db, unitKind: UnitKind) =>
  db
    .selectFrom('upper_body_rules')
    .select([sql<UnitKind>`unit_kind`.as('unitKind'), sql<UnitLine | null>`line`.as('line')])
    .select([
      sql<UnitLine | null>`otherwise`.as('otherwise'),
      'valid_from as validFrom',
      'valid_to as validTo',
      'source',
    ])
    .where('unit_kind', '=', unitKind)
    .execute();

/** What the unit was called on a day: the name it has now, unless an older one held then. */
export const nameOn = (db: Db, unitId: string, day: string) =>
  db
    .selectFrom('units as u')
    .leftJoin('unit_names as n', (join) =>
      join
        .onRef('n.unit_id', '=', 'u.id')
        .on('n.valid_from', '<=', day)
        .on((eb) => eb('n.valid_to', '>', day)),
    )
    .select(['u.id', 'n.name as formerName', 'u.name', 'u.short_name as shortName'])
    .where('u.id', '=', unitId)
    .orderBy('n.valid_from', 'desc')
    .executeTakeFirst();
