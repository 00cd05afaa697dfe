import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import * as sql from './figures.sql.ts';
import { getUnitRow } from './org.ts';
import type { ComparedFigures, compareFigures as contract } from './reorganisation.contract.ts';

type Counts = Pick<ComparedFigures['items'][number], 'units' | 'plans' | 'outputs'>;
const nothing = (): Counts => ({
  units: { asThen: 0, asNow: 0 },
  plans: { asThen: 0, asNow: 0 },
  outputs: { asThen: 0, asNow: 0 },
});
const columns = { unit: 'units', plan: 'plans', output: 'outputs' } as const;

/** Units, plans and outputs by the unit directly below, as the tree was on their day and as it is today. */
export async function compareFigures(db: Db, actor: Actor, input: InputOf<typeof contract>): Promise<ComparedFigures> {
  if (input.to < input.from) fail('invalid', {}, { fields: { to: 'fields.day-order' } });
  const within = input.within ? (await getUnitRow(db, input.within)).path : '';
  const withinThen = input.within ? await sql.pathOfOn(db, input.within, input.to) : '';
  const reach = { plans: actor.reach('plans.read'), outputs: actor.reach('outputs.read') };
  const figures = await sql.listFigures(db, reach, { within, withinThen, from: input.from, to: input.to });
  const byNo = new Map<number, Counts>();
  const total = nothing();
  for (const { kind, no, asThen, asNow } of figures) {
    const counts = byNo.get(no) ?? nothing();
    byNo.set(no, counts);
    for (const sums of [counts, total]) {
      sums[columns[kind]].asThen += asThen;
      sums[columns[kind]].asNow += asNow;
    }
  }
  const units = await sql.listByNo(db, [...byNo.keys()]);
  const items = units.map(({ id, no, name, closedOn }) => ({ id, name, closedOn, ...byNo.get(no)! }));
  return { items, total };
}
