import type * as z from 'zod/mini';
import type { Db, Tx } from '#platform/tx.ts';
import type { planStep } from './plans.contract.ts';

export async function listSteps(db: Db, planId: string): Promise<z.output<typeof planStep>[]> {
  const rows = await db
    .selectFrom('plan_steps as s')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .select(['s.id', 's.step', 'p.name as personName', 's.note', 's.at', 's.version_n as versionN'])
    .where('s.plan_id', '=', planId)
    .orderBy('s.seq')
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
    file_id: string | null;
  },
) => tx.insertInto('plan_steps').values(row).execute();

/** People of a unit who hold one of the roles there on a day: whom a step waits for, who may be asked. */
export const holdersAt = async (db: Db, unitId: string, roles: readonly string[], day: string): Promise<string[]> =>
  (
    await db
      .selectFrom('grants')
      .select('person_id')
      .distinct()
      .where('unit_id', '=', unitId)
      .where('role', 'in', [...roles])
      .where('valid_from', '<=', day)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
      .execute()
  ).map((row) => row.person_id);
