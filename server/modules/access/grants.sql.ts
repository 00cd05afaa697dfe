import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Role } from '#lib/rights.ts';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

const roleOf = sql<Role>`g.role`.as('role');
const validOn = (day: string) =>
  sql<boolean>`g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to > ${day}::date)`;

const withPerson = (db: Db) =>
  db
    .selectFrom('grants as g')
    .innerJoin('people as p', 'p.id', 'g.person_id')
    .leftJoin('accounts as a', 'a.person_id', 'g.person_id')
    .select(['g.id', 'g.unit_id as unitId', 'g.path', 'g.person_id as personId', 'p.name as personName', roleOf])
    .select([
      'g.valid_from as validFrom',
      'g.valid_to as validTo',
      'g.basis',
      sql<boolean>`a.state = 'active' is true`.as('hasAccount'),
    ]);

/** Grants of one unit that hold now or will. */
export const listOfUnit = (db: Db, unitId: string, today: string) =>
  withPerson(db)
    .where('g.unit_id', '=', unitId)
    .where((eb) => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>', today)]))
    .orderBy(sql`p.name collate vi`)
    .orderBy('g.role')
    .execute();

/** Grants of one person at the units in reach, past ones too; those without an end come first. */
export const listOfPersonIn = (db: Db, reach: Reach, personId: string) =>
  withPerson(db)
    .innerJoin('units as u', 'u.id', 'g.unit_id')
    .select('u.name as unitName')
    .where('g.person_id', '=', personId)
    .where((eb) => inReach(eb.ref('g.path'), reach))
    .orderBy('g.valid_to', (o) => o.desc().nullsFirst())
    .orderBy('g.valid_from', 'desc')
    .orderBy('g.role')
    .execute();

export const findGrant = (db: Db, id: string) => withPerson(db).where('g.id', '=', id).executeTakeFirst();

export const findFacts = (db: Db, id: string) =>
  db
    .selectFrom('grants as g')
    .innerJoin('units as u', 'u.id', 'g.unit_id')
    .select(['g.person_id as personId', roleOf, 'u.id as unitId', 'u.name as unitName'])
    .where('g.id', '=', id)
    .executeTakeFirst();

export const lockGrant = (tx: Tx, id: string) =>
  tx.selectFrom('grants').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Units that a person acts for today, highest first, with the roles there. */
export const listOfPerson = (db: Db, personId: string, today: string) =>
  db
    .selectFrom('grants as g')
    .innerJoin('units as u', 'u.id', 'g.unit_id')
    .select(['u.id', 'u.name', 'u.short_name as shortName', sql<UnitKind>`u.kind`.as('kind'), 'u.path'])
    .select(sql<Role[]>`array_agg(distinct g.role order by g.role)`.as('roles'))
    .where('g.person_id', '=', personId)
    .where(validOn(today))
    .groupBy('u.id')
    .orderBy(sql`length(u.path)`)
    .orderBy(sql`u.name collate vi`)
    .execute();

/** All grants of a person that hold now or will: what a change of the sign-in name would hand over. */
export const listHeld = (db: Db, personId: string, today: string) =>
  db
    .selectFrom('grants as g')
    .select(['g.path', roleOf])
    .where('g.person_id', '=', personId)
    .where((eb) => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>', today)]))
    .execute();

/** People whose grants on exactly these paths hold on the day. */
export const holdersOn = (db: Db, paths: readonly string[], roles: readonly Role[], today: string) =>
  db
    .selectFrom('grants as g')
    .innerJoin('accounts as a', 'a.person_id', 'g.person_id')
    .select('g.person_id as personId')
    .distinct()
    .where('g.path', 'in', paths.length > 0 ? paths : [''])
    .where('g.role', 'in', roles.length > 0 ? roles : [''])
    .where('a.state', '=', 'active')
    .where(validOn(today))
    .execute();

export interface NewGrant {
  id: string;
  person_id: string;
  unit_id: string;
  path: string;
  role: Role;
  valid_from: string;
  valid_to: string | null;
  delegated_by: string | null;
  basis: string | null;
}

export const insertGrant = (tx: Tx, grant: NewGrant) => tx.insertInto('grants').values(grant).execute();

/** Clears away a grant of the same role that ended, so that it may be given again; says nothing where one holds. */
export const endGrant = (tx: Tx, id: string, on: string) =>
  tx
    .updateTable('grants')
    .set({ valid_to: sql`greatest(valid_from, ${on}::date)`, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
