import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

/** A plan as those are told of it who got it. */
export interface PlanFacts {
  id: string;
  unitId: string;
  path: string;
  title: string;
  number: string | null;
  symbol: string;
  issuedOn: string | null;
  fromUnit: string;
  state: string;
}

export const planFacts = async (db: Db, planId: string): Promise<PlanFacts | undefined> =>
  (
    await sql<PlanFacts>`select p.id, p.unit_id as "unitId", p.path, p.title, p.number, p.symbol, p.issued_on as "issuedOn",
        u.name as "fromUnit", p.state from plans p join units u on u.id = p.unit_id where p.id = ${planId}`.execute(db)
  ).rows[0];
