import type * as z from 'zod/mini';
import type { Db, Tx } from '#platform/tx.ts';
import type { planStep } from './plans.contract.ts';

export async function listSteps(db: Db, planId: string): Promise<z.output<typeof planStep>[]> {
  const rows = await db
    .selectFrom('plan_steps as s')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .select(['s.id', 's.step', 'p.name as personName', 's.note', 's.at', 's.version_n as versionN'])
    .where('s.plan_id', '=', planId)
    .orderBy('s.id')
    .execute();
  return rows.map((r) => ({ ...r, at: new Date(r.at).toISOString() }));
}

export const insertStep = (
  tx: Tx,
  row: {
    id: string;
    plan_id: string;
    step: string;
    version_n: number | null;
    person_id: string;
    note: string | null;
    at: string;
  },
) => tx.insertInto('plan_steps').values(row).execute();

/** People of a unit who hold a role that carries the right, today: whom a step waits for. */
export const holdersAt = (db: Db, unitId: string, roles: readonly string[]) =>
  db
    .selectFrom('grants')
    .select('person_id')
    .distinct()
    .where('unit_id', '=', unitId)
    .where('role', 'in', [...roles])
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', new Date().toISOString().slice(0, 10))]))
    .execute();
